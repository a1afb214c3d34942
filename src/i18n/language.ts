/** The languages the product speaks. zh-CN is the key language: every text has both, side by side, or it does not compile. */
export type Language = "zh-CN" | "en";

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;
/** One text with facts in it, in every language. */
export type TextOf<Facts> = Readonly<Record<Language, (facts: Facts) => string>>;
