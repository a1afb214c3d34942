/** Words on the templates: what to put in each column, an example row per sheet, the simple template's note. */
import type { CapacityField } from "../sheets/inputs/capacity";
import type { CoverField } from "../sheets/inputs/cover";
import type { DemandField } from "../sheets/inputs/demand";
import type { DistanceField } from "../sheets/inputs/distances";
import type { EquipmentField } from "../sheets/inputs/equipment";
import type { FactoryField } from "../sheets/inputs/factories";
import type { LastYearField } from "../sheets/inputs/lastYear";
import type { PlaceField } from "../sheets/inputs/places";
import type { ProductField } from "../sheets/inputs/products";
import type { StandingField } from "../sheets/inputs/standingAgreements";
import type { Text } from "./language";

const t = (chinese: string, english: string): Text => ({ "zh-CN": chinese, en: english });

export const coverHelp: Readonly<Record<CoverField, Text>> = {
  office: t("填报的地区，须填。例：黑龙江省", "The place that plans. Must be filled in. Example: Heilongjiang Province"),
  planStarts: t(
    "计划的第一个季度，写作 1957Q1；各表的季度栏随之变动。",
    "The plan's first quarter, written 1957Q1. The quarter columns of all sheets follow.",
  ),
  quarters: t(
    "计划有几个季度，空白为 5。多于 5 个时，在需要、能力两表加栏。",
    "How many quarters the plan has; blank: 5. For more than 5, add columns to Demand and Capacity.",
  ),
  round: t("会议名称；空白为第一个季度。", "The name of the meeting; blank: the first quarter."),
  sendTo: t("报送的上级单位；空白为上级地区。", "The office this goes to; blank: the one above."),
  version: t("第几次填报，每次重报加 1。", "Which version this is; add 1 whenever you send it again."),
  preparedBy: t("填报人姓名，印在页脚。", "Who prepared it; printed in the footer."),
  checkedBy: t("审核人姓名，印在页脚。", "Who checked it; printed in the footer."),
  responsible: t("负责人姓名，印在页脚。", "Who answers for it; printed in the footer."),
  date: t("填报日期。", "The date of filling in."),
  goals: t(
    "五个次要目标的先后，以顿号分开；空白即：保持、等级、伙伴、就近、准时。",
    "The order of the five later goals, joined by commas; blank: kept, fit, partner, near, on time.",
  ),
  template: t("本模板的版式，请勿改动。", "The layout of this template; leave it as it is."),
};

export const placeHelp: Readonly<Record<PlaceField, Text>> = {
  code: t("可不填。代码照原样保存，如 001。", "Optional. Kept exactly as typed, such as 001."),
  place: t("须填，不得重复。例：佳木斯市", "Must be filled in, each name once. Example: Jiamusi"),
  formerNames: t("可不填；几个以顿号分开。", "Optional; join several by commas."),
  under: t("上级地区；空白即直属填报单位。", "The place above; blank: directly under the Office."),
  longitude: t("东经度数，可带小数。缺里程时用来推算距离。", "Degrees east, decimals allowed. Used where a distance is missing."),
  latitude: t("北纬度数，可带小数。", "Degrees north, decimals allowed."),
};

export const distanceHelp: Readonly<Record<DistanceField, Text>> = {
  from: t("地区表中的地名。往返只填一次。", "A place from Places. Give each pair once; it counts both ways."),
  to: t("地区表中的地名。", "A place from Places."),
  km: t("整公里数。", "Whole kilometres."),
};

export const factoryHelp: Readonly<Record<FactoryField, Text>> = {
  code: t("可不填。代号照原样保存，如 001。", "Optional. Kept exactly as typed, such as 001."),
  factory: t(
    "须填，不得重复；需要表和能力表只能填这里列出的厂。",
    "Must be filled in, each name once. Demand and Capacity may only name factories listed here.",
  ),
  formerNames: t("可不填；旧厂名也能认出，几个以顿号分开。", "Optional; recognised too. Join several by commas."),
  place: t("须填：地区表中的地名。", "Must be filled in: a place from Places."),
  ownership: t("可不填。例：中央国营、地方国营", "Optional. Example: central state, local state"),
  grade: t("本厂能达到的等级，1（最低）至 8。", "The grade the factory can reach, 1 (lowest) to 8."),
  contact: t("可不填；不勾选不会上报。", "Optional; never sent on unless you tick it."),
  remark: t("随意填写，不参加计算。", "Anything; not used in the calculation."),
};

export const equipmentHelp: Readonly<Record<EquipmentField, Text>> = {
  code: t("可不填。", "Optional."),
  equipment: t("须填，不得重复。例：车床、铸造", "Must be filled in, each name once. Example: Lathes, Foundry"),
  unit: t("台时或吨。", "hours or tonnes."),
};

export const productHelp: Readonly<Record<ProductField, Text>> = {
  code: t("可不填。代号照原样保存。", "Optional. Kept exactly as typed."),
  product: t("须填。名称加规格不得重复。", "Must be filled in. Name with specification only once."),
  specification: t("规格或图号，可不填。例：M12×60", "Size or drawing number, optional. Example: M12×60"),
  unit: t("须填：件、套、台、吨、公斤等。", "Must be filled in: pieces, sets, machines, tonnes, kg …"),
  productClass: t("可不填；能力表可以整类填报。", "Optional; Capacity may name a whole class."),
  grade: t("制造所需等级，1 至 8；空白为 1。", "The grade it takes to make, 1 to 8; blank: 1."),
  unitWeight: t("一件的公斤数；与能力表的最大件重比较。", "Kilograms of one piece; compared with Largest piece in Capacity."),
  normBase: t(
    "右边的定额按多少件计：1、100 或 1000；空白为 1。",
    "How many the norms at the right and the price are for: 1, 100 or 1000; blank: 1.",
  ),
  price: t("每定额基数的不变价格，元。", "Constant price per norm base, yuan."),
  points: t(
    "可不填。几种产品折合比较的系数；空白时按定额推算。",
    "Optional. The weight of one unit against other products; blank: from the norms.",
  ),
  minimumLot: t("一厂一次至少承制的数量；空白为 1。", "The least a factory takes on at once; blank: 1."),
  remark: t("随意填写，不参加计算。", "Anything; not used in the calculation."),
};
export const normHelp = t(
  "在此表头选一个设备类别；其下填每定额基数所需的台时或吨，不需要则空白。",
  "Choose an equipment class in this heading. Below it: hours or tonnes needed per norm base; blank: not needed.",
);

export const demandHelp: Readonly<Record<DemandField, Text>> = {
  no: t("可不填，自动编号。", "Optional; numbered for you."),
  factory: t("须填：需要这批产品的厂。", "Must be filled in: the factory that needs it."),
  product: t(
    "须填：产品名称、“名称 规格”或代号，与产品表或能力表写法相同。",
    "Must be filled in: name, “name specification” or code, spelt as in Products or Capacity.",
  ),
  unit: t("件、套、台、吨、公斤等；空白为件。", "pieces, sets, machines, tonnes, kg …; blank: pieces."),
  place: t("工厂所在地区，同一厂填一次即可；全空白视为一地。", "Where the factory is; once per factory is enough. All blank: one place."),
  total: t("可不填；填了就与各季之和核对。", "May stay blank; checked against the sum of the quarters."),
  kind: t(
    "外协（空白即是）；自制可转出：本厂自己做，能力不够时可以让给别厂。",
    "Outside (also when blank); In-house: made by the factory itself, but may be handed over.",
  ),
  recurrent: t("是：年年都要，可订长期协作。", "yes: needed every year, fit for a standing agreement."),
  priority: t(
    "1 重点，2 一般（空白即是），3 可缓。重点先满足。",
    "1 urgent, 2 normal (also when blank), 3 can wait. The urgent comes first.",
  ),
  grade: t("所需等级，1 至 8；与产品表相比取高者。", "The grade required, 1 to 8; the higher of this and the product's counts."),
  early: t("可以提前几个季度交货；空白为 0。", "How many quarters early it may come; blank: 0."),
  late: t("可以推迟几个季度交货；空白为 0。", "How many quarters late it may come; blank: 0."),
  split: t("否：只能由一个厂承制。空白为是。", "no: one factory must make it all. Blank: yes."),
  present: t("目前承制的厂；尽量保持。", "Who makes it now; kept where possible."),
  wished: t("希望的厂，几个以顿号分开；尽量照顾。", "Whom you would like, several joined by commas; met where possible."),
  only: t("只能由这些厂承制，几个以顿号分开。", "Only these may make it; join several by commas."),
  not: t("这些厂不能承制，几个以顿号分开。", "These must not make it; join several by commas."),
  material: t("承制方备料（空白即是）、需方供料、材料未落实。", "maker's (also when blank), buyer's, or not secured."),
  remark: t("随意填写，不参加计算。", "Anything; not used in the calculation."),
  origin: t("来自哪个单位的上报。", "Which office sent it."),
};

export const capacityHelp: Readonly<Record<CapacityField, Text>> = {
  no: t("可不填，自动编号。", "Optional; numbered for you."),
  factory: t("须填：有这项能力的厂。", "Must be filled in: the factory that can make it."),
  item: t(
    "须填：设备类别，或产品、产品类别，或共用这项能力的几种产品（顿号分开）。",
    "Must be filled in: an equipment class; or a product, a class of products, or several that share the amount, joined by commas.",
  ),
  unit: t("件、套、台、吨、公斤等；空白即产品的单位。", "pieces, sets, machines, tonnes, kg …; blank: the product's unit."),
  place: t("工厂所在地区，同一厂填一次即可；全空白视为一地。", "Where the factory is; once per factory is enough. All blank: one place."),
  grade: t("这项能力可达的等级，1 至 8；空白按工厂表。", "The grade it can reach, 1 to 8; blank: the factory's."),
  largestPiece: t("能加工的最大单件重量，公斤。", "The heaviest piece it can take, kg."),
  remark: t("随意填写，不参加计算。", "Anything; not used in the calculation."),
  origin: t("来自哪个单位的上报。", "Which office sent it."),
};

export const standingHelp: Readonly<Record<StandingField, Text>> = {
  no: t("须填，不得重复。", "Must be filled in, each number once."),
  supplier: t("须填：承制厂。", "Must be filled in: who makes it."),
  buyer: t("须填：需方工厂。", "Must be filled in: who needs it."),
  product: t("须填：产品名称、“名称 规格”或代号。", "Must be filled in: name, “name specification” or code."),
  from: t("须填：第一年，如 1957。", "Must be filled in: the first year, such as 1957."),
  to: t("须填：最后一年，如 1959。", "Must be filled in: the last year, such as 1959."),
  quantity: t("须填：每年数量，按产品的计量单位。", "Must be filled in: the quantity per year, in the product's unit."),
  tolerance: t("允许增减的百分数；空白为 10。", "Percent it may vary; blank: 10."),
  status: t("须填：有效、拟议、暂停、终止。只有“有效”参加平衡。", "Must be filled in. Only agreements in force count in the balance."),
  basis: t("可不填：合同或文件。", "Optional: the contract or paper."),
};

export const lastYearHelp: Readonly<Record<LastYearField, Text>> = {
  year: t("须填：年度，如 1956。", "Must be filled in: the year, such as 1956."),
  office: t("哪个地区的成果。", "Whose result it was."),
  supplier: t("承制厂。", "Who made it."),
  buyer: t("需方工厂。", "Who received it."),
  product: t("须填：产品。", "Must be filled in: the product."),
  tasks: t("协作任务项数；空白为 1。", "How many tasks; blank: 1."),
  quantity: t("数量。", "The quantity."),
  unit: t("数量的单位。", "The quantity's unit."),
  value: t("不变价格金额，元。", "The value at constant prices, yuan."),
  currency: t("新币（空白即是）或旧币；旧币 10000 元合新币 1 元。", "new (also when blank) or old; 10,000 old yuan are 1 new."),
};

/** Help on the columns of periods. */
export const periodHelp = {
  demandQuarter: t("这一季度要的数量，可写 1.2万。没有则空白。", "How much is needed in this quarter. Blank: none."),
  demandAny: t("这一年内哪个季度交都可以的数量。", "How much is needed in this year, no matter in which quarter."),
  available: t(
    "这一季度的有效能力：设备按台时或吨，产品按其单位。",
    "What can be made in this quarter: hours or tonnes of a class, or the product's unit.",
  ),
  own: t(
    "其中本厂自己的计划占用（包括需要表中自制可转出的）；空白为 0。",
    "How much of it the factory's own plan takes (In-house rows of Demand included); blank: 0.",
  ),
  demandQuantity: t("须填：要多少。可写 1.2万。", "Must be filled in: how much is needed."),
  capacityQuantity: t("须填：能承制多少，按左边的单位。", "Must be filled in: how much can be made, in the unit at the left."),
} as const;

/** Stands in a heading until the clerk chooses a class; never blank, because a blank heading under another could be read as its continuation. */
export const normPlaceholder = t("（设备类别）", "(equipment class)");
/** The heading of a quarter that the plan does not have. */
export const NO_QUARTER = "—";

/** The lone column of quantities where nothing is dated. */
export const quantityHeading = t("数量", "Quantity");
/** Stands in a heading of a quarter while the Cover's start can't be read; no reader takes it for a period. */
export const startUnreadable = t("请改封面的起始季度", "Correct the Cover");

export const warnings = {
  list: t(
    "表中没有这一项。代号、曾用名或几项并列也可以；确实要这样填吗？",
    "Not in the list. A code, a former name or several joined by commas are fine too. Keep it?",
  ),
  usual: t("列表中没有这个词。别的通用写法也可以；确实要这样填吗？", "Not in the list. Other usual words are fine too. Keep it?"),
  word: t("请从下拉列表中选择。", "Choose from the list."),
  number: t("一般应为数字（可写 1.2万 等）；确实要这样填吗？", "A number is expected here (a number with its unit is fine). Keep it?"),
  title: t("请核对", "Please check"),
} as const;

/** The line under a sheet's title: what it is for, and an example row in words. */
export const sheetNotes = {
  Cover: t(
    "在右栏填写，填报单位不能空白。点单元格可看说明。",
    "Fill in the right column; Office is needed. Click a cell to see what belongs there.",
  ),
  Places: t(
    "例：代码 0801，地区 佳木斯市，上级空白，经度 130.36，纬度 46.81",
    "Example: Code 0801, Place Jiamusi, Under blank, Longitude 130.36, Latitude 46.81",
  ),
  Distances: t("可不填。例：起点 哈尔滨市，终点 佳木斯市，里程 507", "Optional. Example: From Harbin, To Jiamusi, Km 507"),
  Factories: t(
    "例：工厂代号 J01，厂名 佳木斯电机厂，所在地 佳木斯市，技术等级 6",
    "Example: Code J01, Factory Jiamusi Motor Factory, Place Jiamusi, Grade 6",
  ),
  Equipment: t("可不填。例：设备类别 车床，能力单位 台时", "Optional. Example: Equipment Lathes, Capacity unit hours"),
  Products: t(
    "例：产品名称 螺栓，规格 M12×60，计量单位 件，定额基数 1000，车床 3.5。设备类别在表头中选。",
    "Example: Product Bolt, Specification M12×60, Unit pieces, Norm base 1000, Lathes 3.5. Choose the equipment classes in the headings.",
  ),
  Demand: t(
    "例：需方工厂 佳木斯电机厂，产品 螺栓 M12×60，数量 12000。没有数量的行不计。",
    "Example: Factory Jiamusi Motor Factory, Product Bolt M12×60, quantity 12000. Rows without a quantity don't count.",
  ),
  Capacity: t(
    "例：工厂 富锦农具厂，项目 螺栓 M12×60，数量 20000。没有数量的行不计。",
    "Example: Factory Fujin Tool Factory, Item Bolt M12×60, quantity 20000. Rows without a quantity don't count.",
  ),
  "Standing agreements": t(
    "可不填。例：协议编号 CQ-1，承制厂 富锦农具厂，需方工厂 佳木斯电机厂，产品 螺栓 M12×60，1957 至 1959，400000，有效",
    "Optional. Example: Agreement no. CQ-1, Supplier Fujin Tool Factory, Buyer Jiamusi Motor Factory, Product Bolt M12×60, 1957 to 1959, 400000, In force",
  ),
  "Last year": t(
    "可不填。例：年度 1956，承制厂 富锦农具厂，产品 螺栓 M12×60，项数 1，数量 90000",
    "Optional. Example: Year 1956, Supplier Fujin Tool Factory, Product Bolt M12×60, Tasks 1, Quantity 90000",
  ),
} as const;

/** The simple template's first sheet: how to fill it in and run it. */
export const simpleNote = {
  tab: t("填写说明", "How to fill in"),
  title: t("协作平衡：简表", "Collaboration balance: simple template"),
  lines: [
    t(
      "1. 在“需要”表填写：哪个厂，要什么产品，要多少。一项一行。",
      "1. In “Demand”, write which factory needs which product, and how much. One row each.",
    ),
    t("2. 在“能力”表填写：哪个厂，能承制什么，能做多少。", "2. In “Capacity”, write which factory can make which item, and how much."),
    t(
      "3. 同一个厂、同一种产品，两张表的写法要一致（可从下拉列表选）。",
      "3. Spell a factory or a product the same way everywhere (drop-downs help).",
    ),
    t("4. 其余各栏可以空白；光标移到表头可看说明。", "4. All other columns may stay blank. Click a heading to see what it is for."),
    t(
      "5. 填好后在“协作平衡”窗格点“平衡”；或用命令：npm run balance -- 文件.xlsx",
      "5. Then press Balance in the Collaboration Balance pane, or run: npm run balance -- FILE.xlsx",
    ),
    t(
      "6. 结果写在新的工作表：总结、协议、未解决问题、剩余能力。这里填的不会改动。",
      "6. The result comes on new sheets: Summary, Agreements, Unresolved, Remaining capacity. What you typed is never changed.",
    ),
    t(
      "7. 要分季度：把两张表的“数量”栏都换成几栏，表头写 1957Q1、1957Q2……",
      "7. To plan by quarter, replace Quantity on both sheets by columns headed 1957Q1, 1957Q2 …",
    ),
    t(
      "8. 例：佳木斯电机厂要螺栓 12000 件；富锦农具厂能做螺栓 20000 件。",
      "8. Example: Jiamusi Motor Factory needs 12000 bolts; Fujin Tool Factory can make 20000 bolts.",
    ),
    t("9. 需要地区层次、设备、等级、定额时，请用全表。", "9. For levels of places, equipment, grades and norms, use the full template."),
  ],
} as const;
