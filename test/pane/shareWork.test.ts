/** Steps with other offices in the emulated Excel: asked for, written, told, undone; what fails is kept and written later. */
import { ExcelDesk } from "../../src/pane/excelDesk";
import type { Said } from "../../src/pane/jobs/job";
import { ExcelWorkbook } from "../../src/workbook/excelWorkbook";
import { clerksCells } from "../excel/clerksCells";
import { emulatedExcel, freshHost, typeRows } from "../excel/emulatedExcel";
import type { ExcelHost } from "../excel/excelHost";
import { Fault } from "../excel/fault";
import { PaneOnDesk } from "./paneOnDesk";

beforeAll(() => void emulatedExcel());

const SAID: Said = { office: "", sendTo: "", contacts: false, explanations: new Map() };
const submit = (said: Partial<Said> = {}) => ({ verb: "submit", said: { ...SAID, ...said } }) as const;

interface County {
  readonly host: ExcelHost;
  readonly pane: PaneOnDesk;
  readonly cells: () => string;
}

/** A county that needs ten times last year's screws: that must be explained. */
async function county(cover: readonly (readonly (string | number)[])[] = [["Office", "Jia"]]): Promise<County> {
  const host = freshHost();
  const sheets = [
    ...(cover.length > 0 ? [typeRows(host, "Cover", [...cover, ["Plan starts", "1957Q1"], ["Quarters", 1]])] : []),
    typeRows(host, "Factories", [["Factory", "Place"], ["Motor", "Jia"]]), // prettier-ignore
    typeRows(host, "Demand", [["No.", "Factory", "Product", "1957Q1"], ["1", "Motor", "screw", 600]]), // prettier-ignore
    typeRows(host, "Capacity", [["Factory", "Item", "1957Q1"], ["Motor", "screw", 5]]), // prettier-ignore
    typeRows(host, "Last year", [["Year", "Supplier", "Buyer", "Product", "Quantity"], [1956, "Motor", "Motor", "screw", 20]]), // prettier-ignore
  ];
  const workbook = new ExcelWorkbook({ answerWithin: 50, millisecondsPerKilobyte: 0, pauseBeforeRetry: 0 });
  const pane = await PaneOnDesk.on(new ExcelDesk(workbook));
  await pane.desk.balance(false);
  return { host, pane, cells: () => clerksCells(sheets, host.book.sheets) };
}

const asks = ({ pane }: County) => (pane.shared?.outcome.kind === "asked" ? pane.shared.outcome.asked.en : undefined);
const keys = (of: County): readonly string[] => (asks(of)?.explain ?? []).map(({ key }) => key);
const explanations = (of: County) => new Map(keys(of).map((key) => [key, "a new tractor station"] as const));
const visible = ({ host }: County): readonly string[] =>
  host.book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);

test("what the Cover lacks and what is doubtful is asked for once, then the submission goes up and the workbook remembers it", async () => {
  const jia = await county();
  const before = jia.cells();
  await jia.pane.share.take(submit());
  expect(asks(jia)).toMatchObject({ office: false, sendTo: true });
  expect(keys(jia).length).toBeGreaterThan(0);
  expect(visible(jia)).not.toContain("Sent up");
  await jia.pane.share.take(submit({ sendTo: " Province ", explanations: explanations(jia) }));
  expect(jia.pane.shared).toMatchObject({
    canUndo: true,
    outcome: { kind: "submitted", office: "Jia", sendTo: "Province", version: 1, again: false },
  });
  expect(visible(jia)).toContain("Sent up");
  expect(jia.pane.board.kind).toBe("ready");
  expect(jia.cells()).toBe(before);
});

test("without a Cover both offices are asked for; a blank explanation is none; what was said once is not asked again", async () => {
  const jia = await county([]);
  await jia.pane.share.take(submit());
  expect(asks(jia)).toMatchObject({ office: true, sendTo: true });
  const offices = { office: "Jia", sendTo: "Province" };
  await jia.pane.share.take(submit({ ...offices, explanations: new Map(keys(jia).map((key) => [key, " "])) }));
  expect(asks(jia)).toMatchObject({ office: false, sendTo: false });
  const said = explanations(jia);
  await jia.pane.share.take(submit({ ...offices, explanations: said }));
  await jia.pane.share.take(submit({ explanations: said }));
  expect(jia.pane.shared?.outcome).toMatchObject({ kind: "submitted", office: "Jia", sendTo: "Province", version: 1, again: true });
});

test("undo takes back what was sent: the next submission is the first again", async () => {
  const jia = await county([["Office", "Jia"], ["Send to", "Province"]]); // prettier-ignore
  await jia.pane.share.take(submit());
  const said = submit({ explanations: explanations(jia) });
  await jia.pane.share.take(said);
  await jia.pane.desk.undo();
  await jia.pane.atRest();
  expect(jia.pane.notice).toEqual({ kind: "undone" });
  expect(jia.pane.shared).toBeUndefined();
  expect(visible(jia)).not.toContain("Sent up");
  await jia.pane.share.take(said);
  expect(jia.pane.shared?.outcome).toMatchObject({ kind: "submitted", version: 1, again: false });
});

test("before a balance nothing goes up, and the reason is told", async () => {
  const jia = await county();
  typeRows(jia.host, "Demand", [[], ["1", "Motor", "screw", 500]]);
  await jia.pane.share.take(submit());
  expect(jia.pane.shared?.outcome).toMatchObject({ kind: "not done", why: { en: expect.stringContaining("Demand") } });
  expect(jia.pane.board.kind).toBe("result");
});

test("what Excel refuses to write is kept, told by a bar, and written by its button", async () => {
  const jia = await county([["Office", "Jia"], ["Send to", "Province"]]); // prettier-ignore
  await jia.pane.share.take(submit());
  const { host } = jia;
  const said = submit({ explanations: explanations(jia) });
  let struck = false;
  host.beforeSync = (sync) => {
    if (!struck && jia.pane.board.kind === "running" && jia.pane.board.progress?.stage === "writing") {
      struck = true;
      host.fault = new Fault("fail", "AccessDenied", sync, true);
    }
  };
  await jia.pane.share.take(said);
  expect(jia.pane.notice).toMatchObject({ kind: "fault", fault: "protected" });
  expect(jia.pane.shared).toMatchObject({ canUndo: false, outcome: { kind: "submitted" } });
  expect(jia.pane.shared?.write).toBeDefined();
  host.fault = null;
  await jia.pane.press();
  expect(jia.pane.shared).toMatchObject({ canUndo: true, outcome: { kind: "submitted", version: 1 } });
  expect(visible(jia)).toContain("Sent up");
});

test("a cell changed while it is worked out is named, nothing is written, and the button does it again", async () => {
  const jia = await county([["Office", "Jia"], ["Send to", "Province"]]); // prettier-ignore
  await jia.pane.share.take(submit());
  const said = submit({ explanations: explanations(jia) });
  const { host } = jia;
  host.beforeSync = () => {
    if (jia.pane.board.kind === "running" && jia.pane.board.progress?.stage === "writing") {
      host.beforeSync = () => undefined;
      typeRows(host, "Cover", [["Office", "Yi"]]);
    }
  };
  await jia.pane.share.take(said);
  expect(jia.pane.notice).toMatchObject({ fault: "changed meanwhile", places: [{ sheet: "Cover", row: 0, column: 1 }] });
  expect(jia.pane.shared?.outcome.kind).toBe("asked");
  expect(visible(jia)).not.toContain("Sent up");
  await jia.pane.press();
  expect(jia.pane.shared?.outcome).toMatchObject({ kind: "not done", why: { en: expect.stringContaining("Cover") } });
});

test("after the next balance a step can't be undone any more, and what came of it stays in sight", async () => {
  const jia = await county([["Office", "Jia"], ["Send to", "Province"]]); // prettier-ignore
  await jia.pane.share.take(submit());
  await jia.pane.share.take(submit({ explanations: explanations(jia) }));
  await jia.pane.desk.balance(false);
  expect(jia.pane.board.kind).toBe("result");
  expect(jia.pane.shared).toMatchObject({ canUndo: false, outcome: { kind: "submitted" } });
});

test("while a balance waits to be written no step is taken, so that it still fits the workbook", async () => {
  const jia = await county();
  jia.host.beforeSync = (sync) => {
    if (jia.pane.board.kind === "running" && jia.pane.board.progress?.stage === "writing")
      jia.host.fault = new Fault("fail", "AccessDenied", sync, true);
  };
  await jia.pane.desk.balance(false);
  jia.host.beforeSync = () => undefined;
  jia.host.fault = null;
  expect(jia.pane.board).toMatchObject({ kind: "result", write: expect.any(Function) });
  await jia.pane.share.take({ verb: "verify" });
  expect(jia.pane.shared).toBeUndefined();
  expect(jia.pane.board).toMatchObject({ kind: "result", write: expect.any(Function) });
});

test("a step asked for while the workbook is being read is taken once it has been read", async () => {
  const jia = await county();
  const { desk } = jia.pane.board.kind === "empty" ? { desk: undefined } : jia.pane.board;
  if (!desk) throw new TypeError("nothing is open");
  const reading = jia.pane.desk.open(desk);
  expect(jia.pane.board.kind).toBe("reading");
  await Promise.all([reading, jia.pane.share.take({ verb: "verify" })]);
  expect(jia.pane.shared?.outcome).toMatchObject({ kind: "verified", found: { verified: true } });
});

test("what waits to be written is let go once the workbook is read anew", async () => {
  const jia = await county([["Office", "Jia"], ["Send to", "Province"]]); // prettier-ignore
  await jia.pane.share.take(submit());
  const said = submit({ explanations: explanations(jia) });
  jia.host.beforeSync = (sync) => {
    if (jia.pane.board.kind === "running" && jia.pane.board.progress?.stage === "writing") {
      jia.host.beforeSync = () => undefined;
      jia.host.fault = new Fault("fail", "AccessDenied", sync, false);
    }
  };
  await jia.pane.share.take(said);
  expect(jia.pane.shared?.write).toBeDefined();
  if (jia.pane.board.kind === "empty") throw new TypeError("nothing is open");
  await jia.pane.desk.open(jia.pane.board.desk);
  expect(jia.pane.shared).toBeUndefined();
  expect(visible(jia)).not.toContain("Sent up");
});
