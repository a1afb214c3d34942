/** The sheets that Balance writes, in their order: names in both languages, columns, and the defined names they are found by. */
import { formTables } from "./forms/formTables";
import type { SheetTable } from "./table/column";
import { column } from "./table/column";

const no = { width: 14, style: "text" } as const;
const name = { width: 18, style: "text" } as const;
const place = { width: 12, style: "text" } as const;
const unit = { width: 7, style: "text" } as const;
const whole = { width: 10, style: "whole" } as const;
const decimal = { width: 10, style: "decimal" } as const;
const wrapped = { width: 32, style: "wrapped" } as const;
const clerk = { width: 16, style: "input", clerk: true } as const;
const grouped = { grouped: true } as const;

export type AgreementField =
  | "no" | "version" | "status" | "settledAt" | "supplier" | "supplierPlace" | "buyer" | "buyerPlace" | "demandNo" | "product"
  | "specification" | "unit" | "total" | "value" | "km" | "basis" | "why" | "supplierReply" | "buyerReply" | "remark"; // prettier-ignore

export const agreementsTable: SheetTable<AgreementField> = {
  kind: "Agreements",
  names: { "zh-CN": "协作协议", en: "Agreements" },
  aliases: ["协作协议表", "协议", "协作协议书", "Collaboration agreements"],
  definedName: "CB.Agreements",
  columns: [
    column("no", "协议编号", "No.", { ...no, aliases: ["编号", "No", "Agreement no."] }),
    column("version", "版次", "Version", { ...whole, ...grouped }),
    column("status", "状态", "Status", { width: 10, style: "text" }),
    column("settledAt", "平衡层级", "Settled at", place),
    column("supplier", "承制厂", "Supplier", { ...name, required: true, aliases: ["承制单位", "供方"] }),
    column("supplierPlace", "承制地", "Supplier place", place),
    column("buyer", "需方工厂", "Buyer", { ...name, required: true, aliases: ["需方", "需方厂", "委托厂"] }),
    column("buyerPlace", "需方地", "Buyer place", place),
    column("demandNo", "需要编号", "Demand no.", no),
    column("product", "产品", "Product", { ...name, required: true, aliases: ["产品名称"] }),
    column("specification", "规格或图号", "Specification", { ...place, aliases: ["规格", "图号"] }),
    column("unit", "单位", "Unit", unit),
    { periods: "quarters" },
    column("total", "合计", "Total", whole),
    column("value", "金额", "Value", { width: 12, style: "money", ...grouped }),
    column("km", "里程", "Km", { ...whole, ...grouped }),
    column("basis", "依据", "Basis", { width: 10, style: "text", ...grouped }),
    column("why", "理由", "Why", { ...wrapped, ...grouped }),
    column("supplierReply", "承制方意见", "Supplier's reply", { ...clerk, ...grouped, aliases: ["Supplier reply"] }),
    column("buyerReply", "需方意见", "Buyer's reply", { ...clerk, ...grouped, aliases: ["Buyer reply"] }),
    column("remark", "备注", "Remark", clerk),
  ],
};

export type UnresolvedField =
  | "no" | "demandNo" | "factory" | "place" | "product" | "specification" | "unit" | "total" | "share" | "priority"
  | "reasonCode" | "reason" | "proof" | "cures" | "decision"; // prettier-ignore

export const unresolvedTable: SheetTable<UnresolvedField> = {
  kind: "Unresolved",
  names: { "zh-CN": "未解决问题", en: "Unresolved" },
  aliases: ["未解决问题表", "Unresolved issues"],
  definedName: "CB.Unresolved",
  columns: [
    column("no", "问题编号", "Issue no.", no),
    column("demandNo", "需要编号", "Demand no.", no),
    column("factory", "需方工厂", "Factory", name),
    column("place", "地区", "Place", place),
    column("product", "产品", "Product", name),
    column("specification", "规格或图号", "Specification", place),
    column("unit", "单位", "Unit", unit),
    { periods: "quarters and any" },
    column("total", "合计", "Total", whole),
    column("share", "占需要%", "Share", { width: 9, style: "percent", ...grouped }),
    column("priority", "轻重缓急", "Priority", { width: 9, style: "text", ...grouped }),
    column("reasonCode", "原因代码", "Reason code", { width: 9, style: "text", ...grouped }),
    column("reason", "原因", "Reason", { width: 18, style: "wrapped", ...grouped }),
    column("proof", "说明", "Proof", { ...wrapped, ...grouped }),
    column("cures", "解决办法", "What would resolve it", { ...wrapped, ...grouped }),
    column("decision", "处理", "Decision", clerk),
  ],
};

export type RemainingField = "capacityNo" | "factory" | "place" | "item" | "grade" | "largestPiece" | "unit" | "total" | "load";

export const remainingTable: SheetTable<RemainingField> = {
  kind: "Remaining capacity",
  names: { "zh-CN": "剩余能力", en: "Remaining capacity" },
  aliases: ["剩余能力表"],
  definedName: "CB.RemainingCapacity",
  columns: [
    column("capacityNo", "能力编号", "Capacity no.", no),
    column("factory", "工厂", "Factory", name),
    column("place", "地区", "Place", place),
    column("item", "项目", "Item", name),
    column("grade", "可达技术等级", "Grade", { width: 8, style: "whole" }),
    column("largestPiece", "最大件重", "Largest piece", { ...decimal, width: 15 }),
    column("unit", "单位", "Unit", unit),
    { periods: "quarters" },
    column("total", "合计", "Total", decimal),
    column("load", "负荷率%", "Load", { width: 9, style: "percent" }),
  ],
};

export type TransferField = "no" | "product" | "unit" | "from" | "to" | "total" | "frees" | "takes" | "enables" | "why";

export const transfersTable: SheetTable<TransferField> = {
  kind: "Transfers",
  names: { "zh-CN": "任务转移", en: "Transfers" },
  aliases: ["任务转移表"],
  definedName: "CB.Transfers",
  columns: [
    column("no", "转移编号", "No.", no),
    column("product", "产品", "Product", name),
    column("unit", "单位", "Unit", unit),
    column("from", "原制厂", "From", name),
    column("to", "改由", "To", name),
    { periods: "quarters" },
    column("total", "合计", "Total", whole),
    column("frees", "让出能力", "Frees", { ...wrapped, ...grouped }),
    column("takes", "接收占用", "Takes", { ...wrapped, ...grouped }),
    column("enables", "让出能力用于", "Enables", { ...wrapped, ...grouped }),
    column("why", "说明", "Why", { ...wrapped, ...grouped }),
  ],
};

export type ProblemField = "severity" | "sheet" | "cell" | "rule" | "problem" | "explanation";

export const problemsTable: SheetTable<ProblemField> = {
  kind: "Problems",
  names: { "zh-CN": "检查结果", en: "Problems" },
  aliases: [],
  definedName: "CB.Problems",
  columns: [
    column("severity", "级别", "Severity", { width: 10, style: "text" }),
    column("sheet", "表", "Sheet", name),
    column("cell", "单元格", "Cell", { width: 9, style: "text" }),
    column("rule", "规则", "Rule", { width: 8, style: "text" }),
    column("problem", "内容", "Problem", { width: 70, style: "wrapped" }),
    column("explanation", "解释", "Explanation", { width: 36, style: "input", clerk: true }),
  ],
};

/** Sheets of ours without a row grid the reader needs: only their names and where they are found. */
export const summaryTable: SheetTable = {
  kind: "Summary",
  names: { "zh-CN": "平衡总结", en: "Summary" },
  aliases: [],
  definedName: "CB.Summary",
  columns: [],
};

export type RunRecordField =
  | "action" | "office" | "engine" | "goals" | "digests" | "checkCode" | "proof" | "version" | "sendTo" | "sentCode" | "complete" | "time"; // prettier-ignore

export const runRecordTable: SheetTable<RunRecordField> = {
  kind: "Run record",
  names: { "zh-CN": "办理记录", en: "Run record" },
  aliases: [],
  definedName: "CB.RunRecord",
  columns: [
    column("action", "动作", "Action"),
    column("office", "填报单位", "Office"),
    column("engine", "程序版本", "Engine version"),
    column("goals", "平衡目标", "Goals"),
    column("digests", "各表摘要", "Digests", { style: "wrapped" }),
    column("checkCode", "核对码", "Check code"),
    column("proof", "证明", "Proof"),
    column("version", "版次", "Version"),
    column("sendTo", "往来单位", "Other office"),
    column("sentCode", "往来核对码", "Code sent or received"),
    column("complete", "完整", "Complete"),
    column("time", "时间", "Time"),
  ],
};

/** In the order in which they stand in the workbook. */
export const outputTables: readonly SheetTable[] = [
  summaryTable, agreementsTable, unresolvedTable, remainingTable, transfersTable, ...formTables, problemsTable, runRecordTable,
]; // prettier-ignore

/** A status of an agreement as it stands on the sheet. */
export const statusNames = {
  Proposed: { "zh-CN": "拟议", en: "Proposed" },
  Agreed: { "zh-CN": "议定", en: "Agreed" },
  Rejected: { "zh-CN": "不同意", en: "Rejected" },
  Reconsider: { "zh-CN": "需复议", en: "Reconsider" },
  Void: { "zh-CN": "作废", en: "Void" },
} as const;

export const basisNames = {
  standing: { "zh-CN": "长期", en: "standing" },
  continued: { "zh-CN": "上年续", en: "continued" },
  new: { "zh-CN": "新", en: "new" },
  transfer: { "zh-CN": "转移", en: "transfer" },
} as const;

export const severityNames = {
  "must fix": { "zh-CN": "必改", en: "must fix" },
  explain: { "zh-CN": "说明", en: "explain" },
  hint: { "zh-CN": "提示", en: "hint" },
} as const;

/** What a factory answers in the reply columns. */
export const replyNames = {
  agree: { "zh-CN": "同意", en: "Agree" },
  refuse: { "zh-CN": "不同意", en: "Refuse" },
} as const;
