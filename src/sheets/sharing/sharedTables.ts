/** Sheets that exist only because offices share: what was settled below, what was sent up, what came in, and the covers that travel. */
import { column, type SheetTable } from "../table/column";
import { coverTable, type CoverField } from "../inputs/cover";
import { agreementsTable, type AgreementField } from "../outputs";

const text = { width: 16, style: "text" } as const;
const whole = { width: 10, style: "whole" } as const;
const wide = { width: 44, style: "wrapped" } as const;

/** Columns of an agreement that travel upward: neither values nor anybody's replies. */
const SETTLED_FIELDS: ReadonlySet<string> = new Set<AgreementField>([
  "no", "version", "status", "settledAt", "supplier", "supplierPlace", "buyer", "buyerPlace", "demandNo", "product", "specification",
  "unit", "total", "basis",
]); // prettier-ignore

/** Agreements of lower offices: a record, never balanced again. */
export const settledBelowTable: SheetTable<AgreementField> = {
  kind: "Settled below",
  names: { "zh-CN": "下级已议定", en: "Settled below" },
  aliases: [],
  definedName: "CB.SettledBelow",
  columns: agreementsTable.columns.filter((entry) => "periods" in entry || SETTLED_FIELDS.has(entry.field)),
};

export type RejectionField = "no" | "supplier" | "buyer" | "demandNo" | "product" | "specification";

/** Pairs that did not come to terms: they bar the supplier for that line at every place above too. */
export const rejectionsTable: SheetTable<RejectionField> = {
  kind: "Rejections",
  names: { "zh-CN": "未谈妥", en: "Rejections" },
  aliases: [],
  definedName: "CB.Rejections",
  columns: [
    column("no", "协议编号", "No.", text),
    column("supplier", "承制厂", "Supplier", { ...text, required: true }),
    column("buyer", "需方工厂", "Buyer", { ...text, required: true }),
    column("demandNo", "需要编号", "Demand no.", { ...text, required: true }),
    column("product", "产品", "Product", { ...text, required: true }),
    column("specification", "规格或图号", "Specification", text),
  ],
};

/** Columns of an agreement by which a reply to it is told from a reply to other figures. */
const ANSWERED_FIELDS: ReadonlySet<string> = new Set<AgreementField>([
  "no", "version", "status", "supplier", "buyer", "buyerPlace", "demandNo", "product", "specification", "unit", "supplierReply",
  "buyerReply", "remark",
]); // prettier-ignore

export type ReplyField = AgreementField | "returnNo";

/** What an office answers to agreements that an office above settled, and what Collect took of it: each office for its own side. */
export const repliesTable: SheetTable<ReplyField> = {
  kind: "Replies",
  names: { "zh-CN": "答复意见", en: "Replies" },
  aliases: [],
  definedName: "CB.Replies",
  columns: [
    ...agreementsTable.columns.filter((entry) => "periods" in entry || ANSWERED_FIELDS.has(entry.field)),
    column<ReplyField>("returnNo", "下达次数", "Return no.", whole),
  ],
};

export type ExplanationField = "no" | "rule" | "sheet" | "cell" | "problem" | "explanation";

/** What an office explained of its own rows. `no` is the row's number, where the row has one. */
export const explanationsTable: SheetTable<ExplanationField> = {
  kind: "Explanations",
  names: { "zh-CN": "审核说明", en: "Explanations" },
  aliases: [],
  definedName: "CB.Explanations",
  columns: [
    column("no", "编号", "No.", text),
    column("rule", "规则", "Rule", { ...text, required: true }),
    column("sheet", "表", "Sheet", text),
    column("cell", "单元格", "Cell", text),
    column("problem", "内容", "Problem", wide),
    column("explanation", "解释", "Explanation", { ...wide, required: true }),
  ],
};

export type SentUpField = "what" | "no" | "factory" | "item" | "unit" | "total";

/** What belongs to the office above until its return: Balance leaves it out. */
export const sentUpTable: SheetTable<SentUpField> = {
  kind: "Sent up",
  names: { "zh-CN": "已上报", en: "Sent up" },
  aliases: [],
  definedName: "CB.SentUp",
  columns: [
    column("what", "类别", "What", { ...text, required: true }),
    column("no", "编号", "No.", { ...text, required: true }),
    column("factory", "工厂", "Factory", text),
    column("item", "项目", "Item", text),
    column("unit", "单位", "Unit", text),
    { periods: "quarters and any" },
    column("total", "合计", "Total", whole),
  ],
};

export type SubmissionsField =
  "office" | "code" | "state" | "version" | "checkCode" | "balanced" | "needs" | "capacities" | "settled" | "file" | "note";

/** Which office sent what, and what became of it. */
export const submissionsTable: SheetTable<SubmissionsField> = {
  kind: "Submissions",
  names: { "zh-CN": "收表情况", en: "Submissions" },
  aliases: [],
  definedName: "CB.Submissions",
  columns: [
    column("office", "填报单位", "Office", { ...text, required: true }),
    column("code", "单位代码", "Office code", text),
    column("state", "收表", "State", { ...text, required: true }),
    column("version", "版次", "Version", whole),
    column("checkCode", "核对码", "Check code", text),
    column("balanced", "县市内平衡", "Balanced", text),
    column("needs", "需要行数", "Need rows", whole),
    column("capacities", "能力行数", "Capacity rows", whole),
    column("settled", "已议定项数", "Settled agreements", whole),
    column("file", "文件", "File", text),
    column("note", "说明", "Note", wide),
  ],
};

export type SubmissionCoverField =
  CoverField | "paper" | "officeCode" | "balanced" | "needs" | "inHouse" | "capacities" | "settled" | "quantities" | "checkCode";

/** The Cover of a submission: the office's own, and what its content adds up to. */
export const submissionCoverTable: SheetTable<SubmissionCoverField> = {
  ...coverTable,
  columns: [
    ...coverTable.columns,
    column("paper", "表种", "Paper"),
    column("officeCode", "单位代码", "Office code"),
    column("balanced", "县市内平衡", "Balanced"),
    column("needs", "需要行数", "Need rows"),
    column("inHouse", "自制行数", "In-house rows"),
    column("capacities", "能力行数", "Capacity rows"),
    column("settled", "已议定项数", "Settled agreements"),
    column("quantities", "未解决数量", "Unresolved quantities"),
    column("checkCode", "核对码", "Check code"),
  ],
};

export type ElsewhereField = "place" | "item" | "unit" | "total";

/** What remains in other places, summed: nobody's own capacity is told to another. */
export const elsewhereTable: SheetTable<ElsewhereField> = {
  kind: "Capacity elsewhere",
  names: { "zh-CN": "各地余力", en: "Capacity elsewhere" },
  aliases: [],
  columns: [
    column("place", "地区", "Place", { ...text, required: true }),
    column("item", "项目", "Item", { ...text, required: true }),
    column("unit", "单位", "Unit", text),
    { periods: "quarters" },
    column("total", "合计", "Total", { width: 10, style: "decimal" }),
  ],
};

export type ReturnCoverField =
  | "paper" | "from" | "office" | "officeCode" | "round" | "planStarts" | "returnNo" | "version" | "file" | "sentCode" | "needs"
  | "capacities" | "refused" | "reconsider" | "checkCode"; // prettier-ignore

/** The Cover of a return: who sends it to whom, and the receipt. */
export const returnCoverTable: SheetTable<ReturnCoverField> = {
  kind: "Cover",
  names: coverTable.names,
  aliases: [],
  columns: [
    column("paper", "表种", "Paper", { required: true }),
    column("from", "下达单位", "From", { required: true }),
    column("office", "收表单位", "To", { required: true }),
    column("officeCode", "单位代码", "Office code"),
    column("round", "会议", "Round"),
    column("planStarts", "计划起始季度", "Plan starts"),
    column("returnNo", "下达次数", "Return no.", { required: true }),
    column("version", "所答版次", "Answers version"),
    column("file", "上报文件", "Submission file"),
    column("sentCode", "上报核对码", "Submission's check code"),
    column("needs", "接收需要行数", "Need rows taken"),
    column("capacities", "接收能力行数", "Capacity rows taken"),
    column("refused", "退回行数", "Rows refused"),
    column("reconsider", "复议事项", "To reconsider"),
    column("checkCode", "核对码", "Check code", { required: true }),
  ],
};
