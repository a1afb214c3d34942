/** What the pane says when something failed: what happened, what is safe, what to do. */
import type { WorkbookFault } from "../workbook/workbook";
import type { SheetPlace } from "../workbook/workbook";
import { columnLetters } from "./columnLetters";
import type { Text, TextOf } from "./language";
import { listed } from "./wording";

export type PaneFault = WorkbookFault | "program" | "no sample" | "no solver" | Incomplete;
/** What was written or inserted only partly. */
type Incomplete = "incomplete" | "insertion incomplete" | "submit incomplete" | "collect incomplete" | "receive incomplete";

export const faultTexts: Readonly<Record<PaneFault, Text>> = {
  "not a workbook": {
    "zh-CN": "这个文件不是 Excel 工作簿，没有打开。请选 .xlsx 文件。",
    en: "This file is no Excel workbook and was not opened. Choose an .xlsx file.",
  },
  encrypted: {
    "zh-CN": "工作簿有打开密码，没有打开。请先在 Excel 里去掉密码。",
    en: "The workbook is locked with a password and was not opened. Remove the password in Excel first.",
  },
  damaged: {
    "zh-CN": "文件已损坏，没有打开。请在 Excel 里打开并另存一份。",
    en: "The file is damaged and was not opened. Open it in Excel and save a new copy.",
  },
  "too large": { "zh-CN": "文件太大，没有打开。", en: "The file is too large and was not opened." },
  unsupported: {
    "zh-CN": "这是旧格式的文件。请在 Excel 里另存为 .xlsx 再打开。",
    en: "This is a file in an old format. Save it as .xlsx in Excel, then open that.",
  },
  "cannot read": { "zh-CN": "工作簿读不出来，什么也没有改。", en: "The workbook can't be read; nothing was changed." },
  "changed meanwhile": {
    "zh-CN": "办理期间工作簿有改动，结果已不相符，所以什么也没有写。请再办一次。",
    en: "The workbook was changed meanwhile, so the result no longer fits it and nothing was written. Do it again.",
  },
  "hidden sheet": {
    "zh-CN": "这张表隐藏着，或者已经没有了，转不过去。请先取消隐藏。",
    en: "This sheet is hidden or gone, so it can't be shown. Unhide it first.",
  },
  incomplete: {
    "zh-CN": "上次的结果只写了一部分，结果表新旧混在一起。您填的表都没有动；请再平衡一次。",
    en: "The last result was only partly written: the result sheets mix old and new. Your own sheets are untouched; balance again.",
  },
  "submit incomplete": {
    "zh-CN": "上次“上报”只记下了一部分。您填的表都没有动；请再平衡一次，然后再上报。",
    en: "The last Submit was only partly noted in this workbook. Your own sheets are untouched; balance again, then submit again.",
  },
  "collect incomplete": {
    "zh-CN": "上次“汇总”只写了一部分，收到的表新旧混在一起。您填的表都没有动；请先把同样的文件再汇总一次，再平衡。",
    en: "The last Collect was only partly written: the received sheets mix old and new. Your own sheets are untouched; collect the same files again before you balance.",
  },
  "receive incomplete": {
    "zh-CN": "上次“收下达”只写了一部分，结果表新旧混在一起。您填的表都没有动；请把同一份下达表再收一次，再平衡。",
    en: "The last Receive was only partly written: the result sheets mix old and new. Your own sheets are untouched; receive the same file again before you balance.",
  },
  "insertion incomplete": {
    "zh-CN": "上次插入表没有做完，留下了隐藏的表。您的表都没有动；可以清理后重新插入。",
    en: "The last insertion of sheets broke off and left hidden sheets behind. Your own sheets are untouched; clear them away, then insert again.",
  },
  "cannot write": {
    "zh-CN": "结果写不进去。您填的表都没有动，结果还保留着。",
    en: "The result can't be written. Your own sheets are untouched and the result is kept.",
  },
  protected: {
    "zh-CN": "结果表受保护，写不进去。请取消工作表保护再试；您填的表都没有动。",
    en: "A result sheet is protected. Unprotect it and try again; your own sheets are untouched.",
  },
  "structure protected": {
    "zh-CN": "工作簿结构受保护，不能加表。请取消保护再试；什么也没有改。",
    en: "The workbook's structure is protected, so no sheet can be added. Unprotect it and try again; nothing was changed.",
  },
  "read-only": {
    "zh-CN": "工作簿是只读打开的。请另存一份再试；什么也没有改。",
    en: "The workbook is open for reading only. Save a copy and try again; nothing was changed.",
  },
  "cell edit mode": {
    "zh-CN": "有单元格正在编辑。按 Enter 结束编辑，再试一次。",
    en: "A cell is being edited. Press Enter to finish, then try again.",
  },
  "other workbook": {
    "zh-CN": "Excel 正在另一个工作簿里。您填的表都没有动；请点一下这个工作簿，再试一次。",
    en: "Another workbook is in front. Your own sheets are untouched; click into this workbook, then try again.",
  },
  "not calculated": {
    "zh-CN": "Excel 里的公式还没有重新计算，读到的数可能是旧的，所以没有往下做。请先计算。",
    en: "Excel has not calculated its formulas yet, so the numbers could be old and nothing was done with them. Calculate first.",
  },
  "no answer": {
    "zh-CN": "Excel 没有回答。您填的表都没有动；请再试一次。",
    en: "Excel did not answer. Your own sheets are untouched; try again.",
  },
  "too much data": {
    "zh-CN": "数据太多，Excel 接不下。您填的表都没有动；如果有写得很远的单元格，请删去那些行列再试。",
    en: "There is more data than Excel takes. Your own sheets are untouched; if a cell was filled far away by mistake, delete its rows and columns.",
  },
  closed: {
    "zh-CN": "与工作簿的连接断了。您填的表都没有动；请再试一次，不行就关上这个窗格再打开。",
    en: "The connection to the workbook is closed. Your own sheets are untouched; try again, or close this pane and open it again.",
  },
  unknown: {
    "zh-CN": "Excel 报告了不认识的错误。您填的表都没有动；请再试一次。",
    en: "Excel reported an unknown error. Your own sheets are untouched; try again.",
  },
  "no solver": {
    "zh-CN": "几种产品合用设备台时，要用 WebAssembly 来算，而这里不允许，所以没有平衡，什么也没有写。请管理员放行，或改用命令行。",
    en: "Products share machine hours here, which takes WebAssembly, and that is refused, so nothing was balanced or written. Ask your administrator to allow it, or use the command line.",
  },
  program: { "zh-CN": "程序出了故障，什么也没有写。请再试一次。", en: "The program failed; nothing was written. Try again." },
  "no sample": { "zh-CN": "示例文件取不到。请检查网站是否完整。", en: "The sample can't be fetched. Check that the site is complete." },
  "sheets there": {
    "zh-CN": "工作簿里已有同名的表，没有插入。请先给那些表改名，或用一个空白工作簿。",
    en: "The workbook already has sheets of these names, so nothing was inserted. Rename them, or use a blank workbook.",
  },
};

/** Where: `Demand!F17, Agreements`. */
export const placesNamed: TextOf<readonly SheetPlace[]> = {
  "zh-CN": (places) => listed(places.map(placeName), "zh-CN"),
  en: (places) => listed(places.map(placeName), "en"),
};

function placeName({ sheet, row, column }: SheetPlace): string {
  return row === undefined || column === undefined ? sheet : `${sheet}!${columnLetters(column)}${row + 1}`;
}

/** What one click does about it. */
export type Remedy = "again" | "balance" | "go" | "calculate" | "clear";

export const remedyTexts: Readonly<Record<Remedy, Text>> = {
  again: { "zh-CN": "再试一次", en: "Try again" },
  balance: { "zh-CN": "再平衡一次", en: "Balance again" },
  go: { "zh-CN": "转到单元格", en: "Go to the cell" },
  calculate: { "zh-CN": "计算", en: "Calculate" },
  clear: { "zh-CN": "清理", en: "Clear away" },
};
