import { readCommand } from "../../src/cli/commandArguments";
import { balancedName } from "../../src/cli/files";

const read = (line: string, environment: Readonly<Record<string, string>> = {}) =>
  readCommand(line === "" ? [] : line.split(" "), environment);

test("balance takes a file and its options; without a file it is the sample", () => {
  expect(read("balance 甲.xlsx --out 乙.xlsx --json - --lang en --without-invalid --time 1956-10-26T09:00")).toEqual({
    ok: true,
    command: {
      verb: "balance",
      input: "甲.xlsx",
      out: "乙.xlsx",
      json: "-",
      language: "en",
      withoutInvalid: true,
      time: "1956-10-26T09:00",
    },
  });
  expect(read("balance")).toMatchObject({
    ok: true,
    command: { verb: "balance", input: undefined, withoutInvalid: false, time: undefined },
  });
});

test("the balance forms are asked for by --forms, of balance alone", () => {
  expect(read("balance a.xlsx --forms")).toMatchObject({ ok: true, command: { verb: "balance", forms: true } });
  expect(read("check a.xlsx --forms")).toMatchObject({ ok: false, fault: { kind: "unknown option", word: "--forms" } });
});

test("the time comes from --time, else from SOURCE_DATE_EPOCH, else there is none", () => {
  expect(read("balance a.xlsx", { SOURCE_DATE_EPOCH: "0" })).toMatchObject({ command: { time: "1970-01-01T00:00:00Z" } });
  expect(read("balance a.xlsx --time 1956-10-26", { SOURCE_DATE_EPOCH: "0" })).toMatchObject({ command: { time: "1956-10-26" } });
});

test("every verb and the program itself have help", () => {
  expect(["", "--help", "balance --help", "check -h", "template --help"].map((line) => read(line))).toMatchObject(
    ["all", "all", "balance", "check", "template"].map((about) => ({ ok: true, command: { verb: "help", about } })),
  );
});

test.each([
  ["平衡 a.xlsx", "unknown command"],
  ["balance a.xlsx b.xlsx", "too many files"],
  ["balance a.xlsx --fast", "unknown option"],
  ["balance a.xlsx --out", "option without value"],
  ["balance a.xlsx --out --json -", "option without value"],
  ["balance a.xlsx --without-invalid=no", "option takes no value"],
  ["balance a.xlsx --lang fr", "bad language"],
  ["balance a.xlsx --time 昨天", "bad time"],
  ["balance a.xlsx --time 1956-13-40", "bad time"],
  ["balance a.xlsx --out b.xls", "not an xlsx output"],
  ["check", "no file"],
  ["check a.xlsx --without-invalid", "unknown option"],
  ["template huge a.xlsx", "bad template"],
  ["template full", "no file"],
  ["template full a.ods", "not an xlsx output"],
])("`%s` is refused: %s", (line, kind) => {
  expect(read(line)).toMatchObject({ ok: false, fault: { kind } });
});

test("an epoch that is no number of seconds is refused by its name", () => {
  expect(read("balance a.xlsx", { SOURCE_DATE_EPOCH: "now" })).toMatchObject({
    ok: false,
    fault: { kind: "bad time", word: "SOURCE_DATE_EPOCH=now" },
  });
});

test("the result stands beside IN, and is never called balanced-balanced", () => {
  expect(["卡/需要.xlsx", "a.xls", "a.b.ods", "a-balanced.xlsx", "a-balanced-2.xlsx"].map(balancedName)).toEqual([
    "卡/需要-balanced.xlsx",
    "a-balanced.xlsx",
    "a.b-balanced.xlsx",
    "a-balanced-2.xlsx",
    "a-balanced-3.xlsx",
  ]);
});
