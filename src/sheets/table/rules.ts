/**
 * Every problem a clerk can be shown. The first three characters are the rule, as the Problems sheet prints it; a rule that
 * shows itself in several ways has one case for each, because each has its own sentence.
 */
export type ProblemCase =
  | "E01 sheet" | "E01 column" | "E01 quantity"
  | "E02" | "E03" | "E03 negative" | "E03 error" | "E03 not calculated" | "E03 too large" | "E03 too fine" | "E03 range" | "E03 unit"
  | "E04" | "E05 factory" | "E05 place" | "E05 product" | "E05 item" | "E05 shared" | "E05 unit" | "E05 word" | "E05 goal" | "E05 ambiguous"
  | "E06 name" | "E06 code" | "E06 number" | "E06 product" | "E06 capacity" | "E06 column" | "E06 heading" | "E06 sheet" | "E06 place"
  | "E07" | "E07 list" | "E09" | "E10 same" | "E10 years" | "E11" | "E12" | "E14 row" | "E14 total" | "E15 unknown" | "E15 another" | "E15 cannot"
  | "E16 period" | "E16 cover" | "E16 undated" | "E16 outside" | "E16 in-house" | "E17" | "E17 deep" | "E18"
  | "W01" | "W02" | "W03" | "W04" | "W05" | "W07" | "W12"
  | "I01" | "I01 sheet" | "I02" | "I03" | "I04" | "I05" | "I06" | "I07" | "I08" | "I09" | "I10"
  | "I11" | "I12" | "I13" | "I14 factory" | "I14 rows" | "I15" | "I16" | "I17" | "I18" | "I19" | "I25" | "I25 code"
  | "I26 no row" | "I26 not ours" | "I26 version" | "I26 computed" | "I26 held" | "I26 other side" | "I26 word" | "I26 older" | "I26 anew"
  | "I26 closed"; // prettier-ignore

/** Facts of a sentence. `column` is the heading as it stands on the sheet, `value` what the cell holds. */
export type ProblemFacts = Readonly<Record<string, string | number | readonly string[]>>;

/** The rules that stop only a submission without its explanation, beside the W rules. */
const explained: ReadonlySet<string> = new Set(["E11", "E15"]);

export function ruleOf(problem: ProblemCase): string {
  return problem.slice(0, 3);
}

export function severityOf(rule: string): "must fix" | "explain" | "hint" {
  if (rule.startsWith("I")) return "hint";
  return rule.startsWith("W") || explained.has(rule) ? "explain" : "must fix";
}
