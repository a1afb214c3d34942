import { amount } from "../../i18n/wording";
import type { Amount } from "../jobs/views";
import { useLooks } from "../looks";
import { useWords } from "../words";

/** `1,200 pieces · 3 tonnes`: families of units side by side, never added. */
export function Amounts({ amounts }: { readonly amounts: readonly Amount[] }) {
  const { say } = useWords();
  const looks = useLooks();
  return <div className={looks.quiet}>{amounts.map(({ name, quantity }) => `${amount(quantity)} ${say(name)}`).join(" · ")}</div>;
}
