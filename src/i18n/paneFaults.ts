/** What the pane says when something failed: what happened, what is safe, what to do. */
import type { WorkbookFault } from "../workbook/workbook";
import type { Text } from "./language";

export type PaneFault = WorkbookFault | "program" | "no sample" | "sheets there";

export const faultTexts: Readonly<Record<PaneFault, Text>> = {
  "not a workbook": {
    "zh-CN": "这个文件不是 Excel 工作簿,没有打开。请选 .xlsx 文件。",
    en: "This file is no Excel workbook and was not opened. Choose an .xlsx file.",
  },
  encrypted: {
    "zh-CN": "工作簿有打开密码,没有打开。请先在 Excel 里去掉密码。",
    en: "The workbook is locked with a password and was not opened. Remove the password in Excel first.",
  },
  damaged: {
    "zh-CN": "文件已损坏,没有打开。请在 Excel 里打开并另存一份。",
    en: "The file is damaged and was not opened. Open it in Excel and save a new copy.",
  },
  "too large": { "zh-CN": "文件太大,没有打开。", en: "The file is too large and was not opened." },
  unsupported: {
    "zh-CN": "这是旧格式的文件。请在 Excel 里另存为 .xlsx 再打开。",
    en: "This is a file in an old format. Save it as .xlsx in Excel, then open that.",
  },
  "cannot read": { "zh-CN": "工作簿读不出来,什么也没有改。", en: "The workbook can't be read; nothing was changed." },
  "cannot write": {
    "zh-CN": "结果写不进去。您填的表都没有动,结果还保留着。",
    en: "The result can't be written. Your own sheets are untouched and the result is kept.",
  },
  protected: {
    "zh-CN": "结果表受保护,写不进去。请取消工作表保护再试;您填的表都没有动。",
    en: "A result sheet is protected. Unprotect it and try again; your own sheets are untouched.",
  },
  "structure protected": {
    "zh-CN": "工作簿结构受保护,不能加表。请取消保护再试;什么也没有改。",
    en: "The workbook's structure is protected, so no sheet can be added. Unprotect it and try again; nothing was changed.",
  },
  "read-only": {
    "zh-CN": "工作簿是只读打开的。请另存一份再试;什么也没有改。",
    en: "The workbook is open for reading only. Save a copy and try again; nothing was changed.",
  },
  "cell edit mode": {
    "zh-CN": "有单元格正在编辑。按 Enter 结束编辑,再试一次。",
    en: "A cell is being edited. Press Enter to finish, then try again.",
  },
  "no answer": {
    "zh-CN": "Excel 没有回答。您填的表都没有动;请再试一次。",
    en: "Excel did not answer. Your own sheets are untouched; try again.",
  },
  "too much data": {
    "zh-CN": "数据太多,Excel 一次接不下。您填的表都没有动。",
    en: "There is too much data for Excel to take at once. Your own sheets are untouched.",
  },
  closed: { "zh-CN": "工作簿已经关闭。", en: "The workbook was closed." },
  unknown: {
    "zh-CN": "Excel 报告了不认识的错误。您填的表都没有动;请再试一次。",
    en: "Excel reported an unknown error. Your own sheets are untouched; try again.",
  },
  program: { "zh-CN": "程序出了故障,什么也没有写。请再试一次。", en: "The program failed; nothing was written. Try again." },
  "no sample": { "zh-CN": "示例文件取不到。请检查网站是否完整。", en: "The sample can't be fetched. Check that the site is complete." },
  "sheets there": {
    "zh-CN": "工作簿里已有同名的表,没有插入。请先给那些表改名,或用一个空白工作簿。",
    en: "The workbook already has sheets of these names, so nothing was inserted. Rename them, or use a blank workbook.",
  },
};
