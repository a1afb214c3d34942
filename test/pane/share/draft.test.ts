/** What a clerk has written is never sent unseen, and never has to be written twice. */
import type { AskedJson } from "../../../src/actions/askedJson";
import { emptyDraft, explanationIn, pressed } from "../../../src/pane/share/draft";

const asked = (...keys: readonly string[]): AskedJson => ({
  ...{ office: false, sendTo: false },
  explain: keys.map((key) => ({ key, sheet: "Demand", cell: "C7", texts: ["why"] })),
});
const writing = (key: string, text: string) => ({ ...emptyDraft, explanations: new Map([[key, text]]) });

test("one explanation for all the others stands where none was written, also where only blanks were", () => {
  const draft = { ...writing("a", "a new tractor station"), rest: "as every year" };
  const { explanations } = pressed({ ...draft, explanations: new Map([...draft.explanations, ["b", " "]]) }, asked("a", "b", "c"));
  expect([...explanations]).toEqual([
    ["a", "a new tractor station"],
    ["b", "as every year"],
    ["c", "as every year"],
  ]);
});

test("what was explained before stays explained while more is asked", () => {
  const first = pressed(writing("a", "a new tractor station"), asked("a", "b"));
  const second = pressed({ ...first, rest: "as every year" }, asked("b"));
  expect(second.explanations.get("a")).toBe("a new tractor station");
});

test("the next submission is asked anew: the earlier explanation stands in the form and counts once Submit is pressed on it", () => {
  const sent = pressed(writing("a", "a new tractor station"), asked("a"));
  const next = pressed(sent, undefined);
  expect([...next.explanations]).toEqual([]);
  expect(explanationIn(next, "a")).toBe("a new tractor station");
  expect(pressed(next, asked("a")).explanations.get("a")).toBe("a new tractor station");
});

test("an earlier explanation that the clerk deletes is not sent", () => {
  const next = pressed(pressed(writing("a", "a new tractor station"), asked("a")), undefined);
  const deleted = { ...next, explanations: new Map([["a", ""]]) };
  expect(pressed(deleted, asked("a")).explanations.get("a")).toBe("");
});
