import { codesOf } from "../../../src/engine/codes";
import type { Demand, Factory } from "../../../src/engine/model";
import { demandsInOrder } from "../../../src/engine/register/canonicalOrder";
import { atOnce } from "../../../src/engine/slices";
import { need } from "../../support/stories";

const factory = (name: string, code?: string): Factory => ({ name, code, place: "here" });
const line = (no: string, buyer: string, product: string, quantity = 1): Demand =>
  need(no, buyer, product, [{ period: { kind: "undated" }, quantity }]);

function inOrder(demands: readonly Demand[], factories: readonly Factory[], under = factories) {
  const names = new Map(under.map((each) => [each.name, each]));
  const { rows, positions, ranks } = atOnce(demandsInOrder(demands, names, codesOf({ factories, products: [], equipment: [] })));
  return { nos: rows.map(({ no }) => no), positions: [...positions].slice(0, rows.length), ranks: [...ranks].slice(0, rows.length) };
}

test("lines stand by factory, product and number, each with the place it had; those that differ in quantity alone share a rank", () => {
  const lines = [line("4", "b", "y"), line("3", "a", "x", 5), line("1", "b", "x"), line("2", "a", "x")];
  expect(inOrder(lines, [factory("a"), factory("b")])).toEqual({ nos: ["2", "3", "1", "4"], positions: [3, 1, 2, 0], ranks: [1, 1, 2, 3] });
});

test("factories that are not under the office take no part, be it that one that is has the same code", () => {
  const all = [factory("a", "1"), factory("b", "1"), factory("c")];
  const lines = [line("1", "a", "x"), line("2", "b", "x"), line("3", "c", "x"), line("4", "b", "y")];
  expect(inOrder(lines, all, [all[1]])).toEqual({ nos: ["2", "4"], positions: [1, 3], ranks: [1, 2] });
});
