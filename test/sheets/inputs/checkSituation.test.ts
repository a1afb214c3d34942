import { read, sheet } from "../../support/sheet";

const need = (...rows: readonly (readonly [string, string, number])[]) => sheet("需要", [["需方工厂", "产品", "数量"], ...rows]);
const makers = sheet("能力", [
  ["工厂", "项目", "数量"],
  ["丙厂", "螺丝", 5],
  ["丁厂", "螺丝", 5],
]);
const tooMuch = ({ problems }: ReturnType<typeof read>) =>
  problems.filter(({ rule }) => rule === "W04").map(({ row, facts: { value, other } }) => ({ row, value, other }));

test("a need is too much where it is more than all who could make it have together, whatever was asked of them before", () => {
  const reading = read([need(["甲厂", "螺丝", 3], ["乙厂", "螺丝", 8], ["戊厂", "螺丝", 11], ["己厂", "螺丝", 10]), makers]);
  expect(tooMuch(reading)).toEqual([{ row: 3, value: 11, other: 10 }]);
});

test("it is told at the row in which it stands, wherever the line stands among the lines", () => {
  const [first, second] = [
    read([need(["甲厂", "螺丝", 11], ["乙厂", "螺丝", 1]), makers]),
    read([need(["乙厂", "螺丝", 1], ["甲厂", "螺丝", 11]), makers]),
  ];
  expect(tooMuch(first)).toMatchObject([{ row: 1 }]);
  expect(tooMuch(second)).toMatchObject([{ row: 2 }]);
});
