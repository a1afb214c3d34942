/** What the command line says: help, faults of usage and of files. Results are worded in settlement.ts. */
import type { WorkbookFault } from "../workbook/workbook";
import type { Text, TextOf } from "./language";
import { sharingHelp } from "./sharingHelp";

export type Verb = "balance" | "check" | "template" | "verify" | "start" | "submit" | "collect" | "return" | "receive";

export const help: Readonly<Record<Verb | "all", Text>> = {
  all: {
    "zh-CN": `协作平衡：平衡各厂的需要和能力，并证明结果。

用法：
  npm run balance -- 工作簿.xlsx [选项]      平衡一个工作簿（不写文件名：平衡示例工作簿）
  npm run cli -- check 工作簿.xlsx [选项]    只检查，不平衡
  npm run cli -- start 工作簿.xlsx [选项]     发起填报：给每个直属地区做一份填报表；加 --year 做新年度的工作簿
  npm run cli -- verify 工作簿.xlsx [选项]   核对：协议是否出自这些数字，哪张表改过
  npm run cli -- template simple|full|sample 输出.xlsx [选项]   制作空白表或示例

每个命令加 --help 可看详细用法。
退出码：0 完成 · 1 程序故障 · 2 用法不对，或文件不能读写 · 3 有必改问题
`,
    en: `Collaboration Balance: balances what factories need against what factories can make, and proves the result.

Usage:
  npm run balance -- IN.xlsx [options]       balance a workbook (no file name: the sample workbook)
  npm run cli -- check IN.xlsx [options]     check only, without balancing
  npm run cli -- start IN.xlsx [options]     a workbook for every office directly below; with --year next year's workbook
  npm run cli -- verify IN.xlsx [options]    do the agreements belong to the inputs, or which sheet changed since
  npm run cli -- template simple|full|sample OUT.xlsx [options]   make an empty template or the sample

Each command tells more with --help.
Exit status: 0 done · 1 a fault of the program · 2 wrong usage, or a file that cannot be read or written · 3 must-fix problems
`,
  },
  balance: {
    "zh-CN": `平衡一个工作簿，把结果写进它的副本。

用法：npm run balance -- 工作簿.xlsx [--out 输出.xlsx] [--json 文件|-] [--lang zh-CN|en] [--without-invalid] [--forms] [--time 时间]

  --out 输出.xlsx     写到哪里；不写时为同一目录下的“工作簿-balanced.xlsx”。原文件从不改动
  --json 文件|-       另写一份 JSON 结果；“-”为标准输出（此时文字说明都走标准错误）
  --lang zh-CN|en     说明文字的语言；表的语言随工作簿的需要表
  --without-invalid   有必改问题的行不参加平衡（原因 U0），其余照常平衡
  --forms             另加产品平衡表和能力平衡表（活公式）；有了以后，每次平衡都重写
  --time 时间         记入办理记录的时间，如 1956-10-26T09:00；不写时用环境变量 SOURCE_DATE_EPOCH，都没有则不记时间

不写文件名时平衡 assets/samples 里的示例工作簿，结果写在它旁边。.xls 和 .ods 也能读，结果写成旁边的 .xlsx。
退出码：0 完成 · 1 程序故障 · 2 用法不对，或文件不能读写 · 3 有必改问题（已列出；输出只加检查结果表）
`,
    en: `Balances a workbook and writes the result into a copy of it.

Usage: npm run balance -- IN.xlsx [--out OUT.xlsx] [--json FILE|-] [--lang zh-CN|en] [--without-invalid] [--forms] [--time TIME]

  --out OUT.xlsx      where to write; otherwise IN-balanced.xlsx beside IN. IN is never written
  --json FILE|-       also write the result as JSON; "-" is standard output (words then go to standard error)
  --lang zh-CN|en     language of the messages; sheets follow the language of the workbook's Demand sheet
  --without-invalid   leave rows with must-fix problems out (reason U0) and balance the rest
  --forms             also add the balances by product and by capacity, in live formulas; once there, every balance writes them anew
  --time TIME         the time noted in the Run record, e.g. 1956-10-26T09:00; otherwise SOURCE_DATE_EPOCH, otherwise none

Without a file name the sample workbook of assets/samples is balanced and the result written beside it.
.xls and .ods files can be read too; the result is an .xlsx beside them.
Exit status: 0 done · 1 a fault of the program · 2 wrong usage, or a file that cannot be read or written · 3 must-fix problems (listed; OUT then only gains a Problems sheet)
`,
  },
  check: {
    "zh-CN": `检查一个工作簿，不平衡，也不改动任何文件。

用法：npm run cli -- check 工作簿.xlsx [--out 输出.xlsx] [--json 文件|-] [--lang zh-CN|en]

  --out 输出.xlsx     把检查结果写进工作簿的副本
  --json 文件|-       另写一份 JSON；“-”为标准输出
  --lang zh-CN|en     说明文字的语言
退出码：0 没有必改问题 · 1 程序故障 · 2 用法不对，或文件不能读写 · 3 有必改问题
`,
    en: `Checks a workbook without balancing it; no file is changed.

Usage: npm run cli -- check IN.xlsx [--out OUT.xlsx] [--json FILE|-] [--lang zh-CN|en]

  --out OUT.xlsx      write the problems into a copy of the workbook
  --json FILE|-       also write them as JSON; "-" is standard output
  --lang zh-CN|en     language of the messages
Exit status: 0 nothing must be fixed · 1 a fault of the program · 2 wrong usage, or a file that cannot be read or written · 3 must-fix problems
`,
  },
  ...sharingHelp,
  start: {
    "zh-CN": `发起填报：给填报单位的每个直属地区做一份填报表，地区、工厂、产品、设备、里程和目标都已填好，需要和能力待填。不改动原工作簿。
加 --year 则由旧工作簿做新年度的工作簿：协议转为上年成果，季度后移一年，数量清空，各表的行保留。

用法：npm run cli -- start 工作簿.xlsx [--out 文件夹|压缩包.zip] [--lang zh-CN|en]
      npm run cli -- start 工作簿.xlsx --year [--out 输出.xlsx] [--lang zh-CN|en]

  --out 文件夹|压缩包.zip   写到哪里；不写时为原文件旁边的“工作簿-round”文件夹（--year 时为旁边的一个 .xlsx）
  --year              做新年度的工作簿
  --lang zh-CN|en     说明文字的语言；表的语言随原工作簿
退出码：0 完成 · 1 程序故障 · 2 用法不对，或文件不能读写 · 3 有必改问题，或还不能发起
`,
    en: `Starts a round: a workbook for every office directly below, with its places, factories, products, equipment, distances and
goals filled in and Demand and Capacity waiting. IN is not written.
With --year it makes next year's workbook from an old one: agreements become Last year, quarters move on by a year, quantities
are emptied, the rows of all sheets stay.

Usage: npm run cli -- start IN.xlsx [--out FOLDER|FILE.zip] [--lang zh-CN|en]
       npm run cli -- start IN.xlsx --year [--out OUT.xlsx] [--lang zh-CN|en]

  --out FOLDER|FILE.zip   where to write; otherwise the folder IN-round beside IN (with --year an .xlsx beside IN)
  --year              make next year's workbook
  --lang zh-CN|en     language of the messages; sheets follow the language of IN
Exit status: 0 done · 1 a fault of the program · 2 wrong usage, or a file that cannot be read or written · 3 must-fix problems, or no round can be started yet
`,
  },
  verify: {
    "zh-CN": `核对一个平衡过的工作簿：协议是否就是由这些输入表平衡出来的；不是的话，哪张表、哪几行协议后来改过。不改动任何文件。

用法：npm run cli -- verify 工作簿.xlsx [--json 文件|-] [--lang zh-CN|en]

  --json 文件|-       另写一份 JSON；“-”为标准输出
  --lang zh-CN|en     说明文字的语言
核对码只证明没有无意的改动；电话里念一遍可知是谁发的；它不是签名。
退出码：0 相符 · 1 程序故障 · 2 用法不对，或文件不能读写 · 3 不相符，或没有可核对的办理记录
`,
    en: `Verifies a balanced workbook: do the agreements come from these input sheets? If not, which sheets and which agreement rows
changed since. No file is changed.

Usage: npm run cli -- verify IN.xlsx [--json FILE|-] [--lang zh-CN|en]

  --json FILE|-       also write the findings as JSON; "-" is standard output
  --lang zh-CN|en     language of the messages
A check code proves that nothing changed by accident; read over the telephone it also tells who sent it; it is no signature.
Exit status: 0 it all belongs together · 1 a fault of the program · 2 wrong usage, or a file that cannot be read or written · 3 something changed since, or there is no run record to go by
`,
  },
  template: {
    "zh-CN": `制作空白表或示例工作簿。

用法：npm run cli -- template simple|full|sample 输出.xlsx [--lang zh-CN|en]

  simple   需要、能力两张表，各带说明
  full     全部输入表，带下拉列表和填表提示
  sample   黑龙江 1956 年示例（数字为虚构）
  --lang zh-CN|en     表的语言
输出文件已存在时将被替换。
`,
    en: `Makes an empty template or the sample workbook.

Usage: npm run cli -- template simple|full|sample OUT.xlsx [--lang zh-CN|en]

  simple   the Demand and Capacity sheets with a note
  full     every input sheet, with drop-downs and help
  sample   the Heilongjiang 1956 sample (its numbers are made up)
  --lang zh-CN|en     language of the sheets
An existing output file is replaced.
`,
  },
};

/** What is wrong with a command. */
export type UsageFault =
  | { readonly kind: "unknown command"; readonly word: string }
  | { readonly kind: "unknown option"; readonly word: string }
  | { readonly kind: "option without value"; readonly word: string }
  | { readonly kind: "option takes no value"; readonly word: string }
  | { readonly kind: "no file" }
  | { readonly kind: "too many files"; readonly words: readonly string[] }
  | { readonly kind: "bad language"; readonly word: string }
  | { readonly kind: "bad time"; readonly word: string }
  | { readonly kind: "bad template"; readonly word: string }
  | { readonly kind: "bad explanation"; readonly word: string }
  | { readonly kind: "not an xlsx output"; readonly file: string }
  | { readonly kind: "output is the input"; readonly file: string }
  | { readonly kind: "two outputs in one"; readonly file: string };

export const usageFaults: TextOf<UsageFault> = {
  "zh-CN": (fault) => {
    switch (fault.kind) {
      case "unknown command":
        return `没有“${fault.word}”这个命令。`;
      case "unknown option":
        return `没有“${fault.word}”这个选项。`;
      case "option without value":
        return `选项 ${fault.word} 后面要写内容。`;
      case "option takes no value":
        return `选项 ${fault.word} 后面不写内容。`;
      case "no file":
        return "没有写文件名。";
      case "too many files":
        return `文件名写多了：${fault.words.join(" ")}`;
      case "bad language":
        return `--lang 只能是 zh-CN 或 en，不能是“${fault.word}”。`;
      case "bad time":
        return `时间“${fault.word}”看不懂；请写成 1956-10-26T09:00，或把 SOURCE_DATE_EPOCH 设为秒数。`;
      case "bad template":
        return `模板只有 simple、full、sample 三种，没有“${fault.word}”。`;
      case "bad explanation":
        return `--explain 要写成“规则 表 单元格=说明”，例如 "W04 需要 C7=省里供应"；看不懂“${fault.word}”。`;
      case "not an xlsx output":
        return `输出文件“${fault.file}”要以 .xlsx 结尾。`;
      case "output is the input":
        return `输出文件就是原文件“${fault.file}”；原文件从不改动，请换一个名字。`;
      case "two outputs in one":
        return `工作簿和 JSON 不能写进同一个文件“${fault.file}”。`;
    }
  },
  en: (fault) => {
    switch (fault.kind) {
      case "unknown command":
        return `There is no command “${fault.word}”.`;
      case "unknown option":
        return `There is no option “${fault.word}”.`;
      case "option without value":
        return `The option ${fault.word} needs a value after it.`;
      case "option takes no value":
        return `The option ${fault.word} takes no value.`;
      case "no file":
        return "No file was named.";
      case "too many files":
        return `Too many files: ${fault.words.join(" ")}`;
      case "bad language":
        return `--lang is zh-CN or en, not “${fault.word}”.`;
      case "bad time":
        return `The time “${fault.word}” cannot be read; write it as 1956-10-26T09:00, or SOURCE_DATE_EPOCH in seconds.`;
      case "bad template":
        return `Templates are simple, full and sample; there is no “${fault.word}”.`;
      case "bad explanation":
        return `--explain is written "RULE SHEET CELL=text", e.g. "W04 Demand C7=the province supplies it", not “${fault.word}”.`;
      case "not an xlsx output":
        return `The output “${fault.file}” must end in .xlsx.`;
      case "output is the input":
        return `The output is the input, “${fault.file}”, which is never written; choose another name.`;
      case "two outputs in one":
        return `The workbook and the JSON cannot be written to one file, “${fault.file}”.`;
    }
  },
};

/** What is wrong with a file. */
export const fileFaults: Readonly<Record<WorkbookFault, Text>> = {
  "not a workbook": { "zh-CN": "这不是 Excel 工作簿。", en: "This is not an Excel workbook." },
  encrypted: {
    "zh-CN": "工作簿有打开密码；请先在 Excel 里去掉密码再存一份。",
    en: "The workbook has a password to open it; save a copy without it first.",
  },
  damaged: { "zh-CN": "文件已损坏，不能读。", en: "The file is damaged and cannot be read." },
  "too large": { "zh-CN": "文件超出可读的大小。", en: "The file is larger than can be read." },
  unsupported: { "zh-CN": "不支持这种文件。", en: "This kind of file is not supported." },
  "cannot read": { "zh-CN": "文件不能读。", en: "The file cannot be read." },
  "cannot write": { "zh-CN": "文件不能写。", en: "The file cannot be written." },
  "sheets there": { "zh-CN": "已有同名的表，没有写。", en: "Sheets of these names are there already; nothing was written." },
  "changed meanwhile": { "zh-CN": "工作簿在这期间改过；请再平衡一次。", en: "The workbook was changed meanwhile; balance again." },
  "hidden sheet": { "zh-CN": "这张表隐藏着，或者没有了。", en: "This sheet is hidden or gone." },
  protected: { "zh-CN": "结果表受保护；请先撤销工作表保护。", en: "A result sheet is protected; remove the protection first." },
  "structure protected": {
    "zh-CN": "工作簿结构受保护，不能增加结果表；请先撤销保护。",
    en: "The workbook's structure is protected, so sheets cannot be added; remove the protection first.",
  },
  "read-only": { "zh-CN": "工作簿是只读的；请另存一份再试。", en: "The workbook is read-only; save a copy and try again." },
  "cell edit mode": { "zh-CN": "有单元格正在编辑；按回车后再试。", en: "A cell is being edited; press Enter and try again." },
  "other workbook": {
    "zh-CN": "Excel 正在另一个工作簿里；请回到这个工作簿再试。",
    en: "Excel is busy with another workbook; come back and try again.",
  },
  "not calculated": { "zh-CN": "公式还没有算完；按 F9 后再试。", en: "The formulas are not calculated yet; press F9 and try again." },
  "no answer": { "zh-CN": "Excel 没有回应；请再试一次。", en: "Excel did not answer; try again." },
  "too much data": { "zh-CN": "数据太多，Excel 一次放不下。", en: "There is more data than Excel takes at once." },
  closed: { "zh-CN": "工作簿已关闭。", en: "The workbook was closed." },
  unknown: { "zh-CN": "出了意料之外的问题。", en: "Something unexpected went wrong." },
};

/** Why the system refused a file, by its error code; other codes stand as they are. */
export const systemCauses: Readonly<Partial<Record<string, Text>>> = {
  ENOENT: { "zh-CN": "没有这个文件或文件夹", en: "there is no such file or folder" },
  ENOTDIR: { "zh-CN": "没有这个文件夹", en: "there is no such folder" },
  EISDIR: { "zh-CN": "这是文件夹，不是文件", en: "this is a folder, not a file" },
  EACCES: { "zh-CN": "没有权限", en: "permission denied" },
  EPERM: { "zh-CN": "没有权限", en: "permission denied" },
  EROFS: { "zh-CN": "磁盘是只读的", en: "the disk is read-only" },
  EBUSY: { "zh-CN": "正在别处打开着", en: "it is open somewhere else" },
  ENOSPC: { "zh-CN": "磁盘已满", en: "the disk is full" },
  ENAMETOOLONG: { "zh-CN": "文件名太长", en: "the name is too long" },
};

export const wordsOfTheProgram = {
  written: { "zh-CN": (file: string) => `已写入 ${file}`, en: (file: string) => `Written: ${file}` },
  seeHelp: { "zh-CN": "加 --help 看用法。", en: "See --help." },
  fault: { "zh-CN": "程序出了故障（这不是填表的问题）：", en: "A fault of the program (not of the sheets):" },
  /** In both languages: it goes wrong after the command is done. */
  notSaid: (cause: Text) => `标准输出不能写（${cause["zh-CN"]}）。 Standard output cannot be written (${cause.en}).`,
  noSample: { "zh-CN": (file: string) => `找不到示例工作簿 ${file}。`, en: (file: string) => `The sample workbook ${file} is missing.` },
} as const;
