/** The sentence of every problem: what is wrong, and what to do. Where it stands is said beside it. */
import type { ProblemCase, ProblemFacts } from "../sheets/table/rules";
import type { TextOf } from "./language";
import { counted } from "./wording";

function fact(facts: ProblemFacts, key: string, between: string): string {
  const value = facts[key];
  return Array.isArray(value) ? value.join(between) : String(value ?? "");
}

/** "Did you mean …?" where there are near names. */
function near(facts: ProblemFacts, between: string, words: (names: string) => string): string {
  const names = facts.near;
  return Array.isArray(names) && names.length > 0 ? words(names.join(between)) : "";
}

function text(
  chinese: (f: (key: string) => string, facts: ProblemFacts) => string,
  english: (f: (key: string) => string, facts: ProblemFacts) => string,
): TextOf<ProblemFacts> {
  return {
    "zh-CN": (facts) => chinese((key) => fact(facts, key, "、"), facts),
    en: (facts) => english((key) => fact(facts, key, ", "), facts),
  };
}

const meant = (facts: ProblemFacts): string => near(facts, "、", (names) => `是不是：${names}？`);
const mean = (facts: ProblemFacts): string => near(facts, ", ", (names) => ` Did you mean ${names}?`);
/** `1 row was`, `2 rows were`. */
const rowsWere = (facts: ProblemFacts, noun = "row"): string =>
  `${counted(Number(facts.count), noun)} ${Number(facts.count) === 1 ? "was" : "were"}`;
const step = (facts: ProblemFacts): string => (Number(facts.decimals) === 0 ? "整数" : `最多 ${Number(facts.decimals)} 位小数的数`);
const stepEn = (facts: ProblemFacts): string =>
  Number(facts.decimals) === 0 ? "a whole number" : `a number with at most ${Number(facts.decimals)} decimals`;

export const problemTexts: Readonly<Record<ProblemCase, TextOf<ProblemFacts>>> = {
  "E01 sheet": text(
    (f) => `缺少工作表 ${f("expected")}。请插入模板，或给现有的表改名。`,
    (f) => `The sheet ${f("expected")} is missing. Insert the template, or rename the sheet you have.`,
  ),
  "E01 column": text(
    (f) => `缺少栏目 ${f("column")}。请在前 20 行内的表头补上。`,
    (f) => `The column ${f("column")} is missing. Add it to the header within the first 20 rows.`,
  ),
  "E01 quantity": text(
    () => "没有数量栏。请加一栏“数量”，或每季一栏，如“1957Q1”。",
    () => "There is no quantity column. Add “Quantity”, or one column per quarter such as “1957Q1”.",
  ),
  E02: text(
    (f) => `“${f("column")}”没有填。`,
    (f) => `${f("column")} is empty. Fill it in.`,
  ),
  E03: text(
    (f, facts) => `“${f("value")}”不是数。${f("column")}应为${step(facts)}。`,
    (f, facts) => `“${f("value")}” is not a number. ${f("column")} must be ${stepEn(facts)}.`,
  ),
  "E03 negative": text(
    (f) => `${f("value")} 小于零。${f("column")}不能是负数。`,
    (f) => `${f("value")} is below zero. ${f("column")} can't be negative.`,
  ),
  "E03 error": text(
    (f) => `公式出错（${f("value")}）。请改正公式或填入数值。`,
    (f) => `The formula gives an error (${f("value")}). Correct it or type the value.`,
  ),
  "E03 not calculated": text(
    (f) => `${f("column")}是公式，文件里没有它的值。请用 Excel 或 WPS 打开文件，保存后再来；或填入数值。`,
    (f) =>
      `${f("column")} is a formula whose value is not in the file. Open the file in Excel or LibreOffice and save it, or type the value.`,
  ),
  "E03 too large": text(
    (f) => `${f("value")} 太大，无法精确计算。请核对单位。`,
    (f) => `${f("value")} is too large to be exact. Check the unit.`,
  ),
  "E03 too fine": text(
    (f) => `“${f("value")}”的定额、折算系数或单件重量与其他产品相差太大，无法精确计算。请核对小数。`,
    (f) => `Norms, points or weight of “${f("value")}” are too far from the other products' to be exact. Check the decimals.`,
  ),
  "E03 range": text(
    (f) =>
      `${f("value")} 超出范围。${f("column")}${f("maximum") ? `应在 ${f("minimum")} 到 ${f("maximum")} 之间` : `至少为 ${f("minimum")}`}。`,
    (f) =>
      `${f("value")} is out of range. ${f("column")} must ${f("maximum") ? `lie between ${f("minimum")} and ${f("maximum")}` : `be at least ${f("minimum")}`}.`,
  ),
  "E03 unit": text(
    (f) => `数后面的“${f("value")}”与本栏单位不符。`,
    (f) => `“${f("value")}” behind the number does not fit this column.`,
  ),
  E04: text(
    (f, facts) =>
      f("written") === ""
        ? `${f("value")} 不能用${f("unit") || "这个单位"}表示，应为${step(facts)}。`
        : `${f("value")} ${f("written")}不能用${f("unit")}表示，折合后应为${step(facts)}。`,
    (f, facts) =>
      f("written") === ""
        ? `${f("value")} can't be counted in ${f("unit") || "this unit"}; it must be ${stepEn(facts)}.`
        : `${f("value")} ${f("written")} can't be counted in ${f("unit")}; converted, it must be ${stepEn(facts)}.`,
  ),
  "E05 factory": text(
    (f, facts) => `“工厂”表中没有“${f("value")}”。${meant(facts)}`,
    (f, facts) => `Factories does not list “${f("value")}”.${mean(facts)}`,
  ),
  "E05 place": text(
    (f, facts) => `“地区”表中没有“${f("value")}”。${meant(facts)}`,
    (f, facts) => `Places does not list “${f("value")}”.${mean(facts)}`,
  ),
  "E05 product": text(
    (f, facts) => `“产品”表中没有“${f("value")}”。${meant(facts)}`,
    (f, facts) => `Products does not list “${f("value")}”.${mean(facts)}`,
  ),
  "E05 item": text(
    (f, facts) => `“${f("value")}”既不是设备类别，也不是产品或产品类别。${meant(facts)}`,
    (f, facts) => `“${f("value")}” is neither an equipment class, nor a product or product class.${mean(facts)}`,
  ),
  "E05 shared": text(
    (f) => `“${f("value")}”是设备类别，不能同别的项目合用一行。请单独填一行。`,
    (f) => `“${f("value")}” is an equipment class, which can't share a row. Give it a row of its own.`,
  ),
  "E05 unit": text(
    (f) => `不认识计量单位“${f("value")}”。可用：件、打、罗、套、台、吨、公斤等。`,
    (f) => `“${f("value")}” is not a known unit. Use pieces, dozen, gross, sets, machines, tonnes, kg …`,
  ),
  "E05 word": text(
    (f, facts) => `“${f("value")}”不能用在“${f("column")}”。${near(facts, "、", (names) => `可填：${names}。`)}`,
    (f, facts) => `“${f("value")}” can't stand in ${f("column")}.${near(facts, ", ", (names) => ` Use one of: ${names}.`)}`,
  ),
  "E05 goal": text(
    (f) => `“${f("value")}”不是可排序的目标，或写了两次。可用：保持、等级、伙伴、就近、准时。`,
    (f) => `“${f("value")}” is no goal that can be ordered, or stands twice. Use kept, fit, partner, near, on time.`,
  ),
  "E05 ambiguous": text(
    (f, facts) => `“${f("value")}”指不明确。${near(facts, "、", (names) => `请写全：${names}。`)}`,
    (f, facts) => `“${f("value")}” can mean several things.${near(facts, ", ", (names) => ` Write it in full: ${names}.`)}`,
  ),
  "E06 name": text(
    (f) => `“${f("value")}”已经列过。`,
    (f) => `“${f("value")}” is listed already.`,
  ),
  "E06 code": text(
    (f) => `代号“${f("value")}”已用于另一行。`,
    (f) => `The code “${f("value")}” belongs to another row already.`,
  ),
  "E06 number": text(
    (f) => `编号“${f("value")}”用了两次。`,
    (f) => `The number “${f("value")}” is used twice.`,
  ),
  "E06 product": text(
    (f) => `产品“${f("value")}”（名称加规格）已经列过。`,
    (f) => `The product “${f("value")}” (name and specification) is listed already.`,
  ),
  "E06 capacity": text(
    (f) => `${f("value")} 的“${f("item")}”已有一行能力。请合并成一行。`,
    (f) => `${f("value")} already has a capacity row for “${f("item")}”. Join the two rows.`,
  ),
  "E06 column": text(
    (f) => `“${f("column")}”和“${f("other")}”是同一个时期。`,
    (f) => `“${f("column")}” and “${f("other")}” are the same period.`,
  ),
  "E06 heading": text(
    (f) => `有两栏都是“${f("column")}”（另一栏：${f("other")}）。请改掉其中一栏的表头。`,
    (f) => `Two columns are headed “${f("column")}” (the other: ${f("other")}). Rename one of them.`,
  ),
  "E06 sheet": text(
    (f) => `有两张表都可能是 ${f("expected")}：${f("sheets")}。请给其中一张改名。`,
    (f) => `Two sheets could be ${f("expected")}: ${f("sheets")}. Rename one of them.`,
  ),
  "E06 place": text(
    (f) => `${f("from")}—${f("to")} 的里程已填 ${f("other")}，这里是 ${f("value")}。`,
    (f) => `${f("from")}–${f("to")} is already ${f("other")} km; here it is ${f("value")}.`,
  ),
  E07: text(
    (f) => `“${f("value")}”不能换算成${f("expected")}。`,
    (f) => `“${f("value")}” can't be converted to ${f("expected")}.`,
  ),
  "E07 list": text(
    (f) => `这些产品的单位不同类，不能共用一个能力：${f("value")}。`,
    (f) => `These products have units of different kinds and can't share one amount: ${f("value")}.`,
  ),
  E09: text(
    (f) => `${f("quarter")} 的本厂占用超过有效能力。`,
    (f) => `The own plan of ${f("quarter")} is more than what is available.`,
  ),
  "E10 same": text(
    (f) => `承制厂和需方工厂都是 ${f("value")}。`,
    (f) => `Supplier and buyer are both ${f("value")}.`,
  ),
  "E10 years": text(
    (f) => `止年 ${f("value")} 早于起年 ${f("other")}。`,
    (f) => `The last year ${f("value")} is before the first, ${f("other")}.`,
  ),
  E11: text(
    (f) => `${f("value")} 在 ${f("quarter")} 的长期协作超过剩余能力。请说明。`,
    (f) => `Standing agreements need more than ${f("value")} has spare in ${f("quarter")}. Please explain.`,
  ),
  E12: text(
    (f) => `${f("value")} 在 ${f("quarter")} 的自制可转出任务超过它填的本厂占用。`,
    (f) => `The in-house work of ${f("value")} in ${f("quarter")} is more than its own plan.`,
  ),
  "E14 row": text(
    (f) => `合计 ${f("value")} 不等于各季之和 ${f("expected")}。`,
    (f) => `The total ${f("value")} is not the sum of the periods, ${f("expected")}.`,
  ),
  "E14 total": text(
    (f) => `控制总数 ${f("value")} 不等于上面各行之和 ${f("expected")}。`,
    (f) => `The control total ${f("value")} is not the sum of the rows above, ${f("expected")}.`,
  ),
  "E15 unknown": text(
    (f) => `议定的协议所指的需要编号“${f("value")}”不存在。请说明。`,
    (f) => `An agreed row names demand “${f("value")}”, which is not there. Please explain.`,
  ),
  "E15 another": text(
    (f) => `需要“${f("value")}”是${f("factory")}要的${f("other")}，这一行议定的却是${f("buyer")}要的${f("product")}。请改正，或说明。`,
    (f) =>
      `Demand “${f("value")}” is ${f("other")} for ${f("factory")}; this agreed row is ${f("product")} for ${f("buyer")}. Correct it, or explain.`,
  ),
  "E15 cannot": text(
    (f) => `${f("value")} 按条件不能承制 ${f("product")}。请说明。`,
    (f) => `${f("value")} can't make ${f("product")} under the conditions given. Please explain.`,
  ),
  "E16 period": text(
    (f) => `“${f("value")}”像一个时期，但不能用。请写成“1957Q1”“57年一季度”或“57年不分季”。`,
    (f) => `“${f("value")}” looks like a period but can't be used. Write 1957Q1 or 1957 any.`,
  ),
  "E16 cover": text(
    (f) => `封面上是 ${f("value")}，表头上是 ${f("expected")}。请改成一致。`,
    (f) => `The Cover says ${f("value")}, the headings say ${f("expected")}. Make them agree.`,
  ),
  "E16 undated": text(
    (f) => `需要按季填报，能力栏“${f("column")}”却没有季度。请把能力也分到各季。`,
    (f) => `Demand is dated but the capacity column “${f("column")}” is not. State capacity by quarter too.`,
  ),
  "E16 outside": text(
    (f) => `“${f("column")}”不在计划的各季度之内。`,
    (f) => `“${f("column")}” lies outside the quarters of the plan.`,
  ),
  "E16 in-house": text(
    () => "自制可转出的任务必须填在具体季度，不能填在不分季或不注明时期的栏里。",
    () => "In-house work must be dated with quarters, not with an `any` or undated column.",
  ),
  E17: text(
    (f) => `地区“${f("value")}”的上级绕成了一圈。`,
    (f) => `The places above “${f("value")}” go round in a circle.`,
  ),
  "E17 deep": text(
    (f) => `地区“${f("value")}”之上有 ${f("most")} 级以上；请检查“上级”一列。`,
    (f) => `More than ${f("most")} tiers lie above “${f("value")}”; look at the column Under.`,
  ),
  E18: text(
    (f) =>
      `“${f("value")}”在“${f("place")}”，不在“${f("office")}”之下。各单位只报自己的工厂和地区：请删去这一行；若名录有误，请先与上级核对。`,
    (f) =>
      `“${f("value")}” lies in “${f("place")}”, not under “${f("office")}”. An office reports only its own: take the row out, or have the list put right by the office above.`,
  ),
  W01: text(
    (f) => `需要 ${f("value")} ${f("unit")}，上年是 ${f("other")}，相差十倍以上。请说明。`,
    (f) => `The need is ${f("value")} ${f("unit")}; last year it was ${f("other")}, a factor of ten or more. Please explain.`,
  ),
  W02: text(
    (f) => `金额 ${f("value")} 像是旧币（按单价应约为 ${f("expected")}）。请说明，或在币制栏填“旧币”。`,
    (f) => `The value ${f("value")} looks like old currency (by price about ${f("expected")}). Explain, or put “old” into Currency.`,
  ),
  W03: text(
    (f) => `要求 ${f("value")} 级，本区最高只有 ${f("other")} 级。请说明。`,
    (f) => `Grade ${f("value")} is asked for; the highest here is ${f("other")}. Please explain.`,
  ),
  W04: text(
    (f) => `需要 ${f("value")} ${f("unit")}，所有合格工厂除本厂计划外，合计最多能做 ${f("other")}。请说明。`,
    (f) =>
      `The need is ${f("value")} ${f("unit")}; all eligible factories together have room for at most ${f("other")} beside their own plans. Please explain.`,
  ),
  W05: text(
    (f) => `${f("value")} 在 ${f("quarter")} 协作之前负荷已超过 95%。请说明。`,
    (f) => `${f("value")} is loaded above 95 % in ${f("quarter")} before any collaboration. Please explain.`,
  ),
  W07: text(
    (f) => `长期协作量 ${f("value")} 与需要量 ${f("other")} 相差超过允许增减。请说明。`,
    (f) => `The standing quantity ${f("value")} differs from the need ${f("other")} by more than the tolerance. Please explain.`,
  ),
  I01: text(
    (f) => `读了 ${f("count")} 行隐藏或筛选掉的行。`,
    (_f, facts) => `${rowsWere(facts, "hidden or filtered row")} read.`,
  ),
  "I01 sheet": text(
    () => "这张表是隐藏的，也读了。",
    () => "This sheet is hidden; it was read all the same.",
  ),
  I02: text(
    (f) => `有 ${f("count")} 处合并单元格：只取左上角的值，关键栏里竖向合并的值用于各行。`,
    (_f, facts) =>
      `${counted(Number(facts.count), "merged area")}: the top-left cell counts; vertical merges in key columns hold for all their rows.`,
  ),
  I03: text(
    (f) => `有 ${f("count")} 个数是以文字填写的，已按数读取。`,
    (_f, facts) => `${rowsWere(facts, "number")} written as text and understood.`,
  ),
  I04: text(
    (f) => `有 ${f("count")} 个名称含全角或多余空格，已按普通写法对照：${f("value")}。`,
    (f, facts) => `${rowsWere(facts, "name")} matched in its plain form, without full-width signs or doubled blanks: ${f("value")}.`,
  ),
  I05: text(
    (f) => `有 ${f("count")} 对地区不知道里程，按最远的计算：${f("value")}。`,
    (f, facts) =>
      `Of ${counted(Number(facts.count), "pair")} of places the distance is not known, and counts as the longest: ${f("value")}.`,
  ),
  I06: text(
    (f) => `希望的承制厂 ${f("value")} 不能承制 ${f("product")}。`,
    (f) => `The wished supplier ${f("value")} can't make ${f("product")}.`,
  ),
  I07: text(
    (f) => `从这里起有 ${f("count")} 行在表格之外，没有读。`,
    (_f, facts) => `From here on ${rowsWere(facts)} outside the table and not read.`,
  ),
  I08: text(
    (f) => `常年需要 ${f("value")}，还没有长期协作。`,
    (f) => `${f("value")} is needed every year, and there is no standing agreement.`,
  ),
  I09: text(
    (f) => `没有产品需要“${f("value")}”。`,
    (f) => `No product needs “${f("value")}”.`,
  ),
  I10: text(
    (f) => `各行单位不同类（${f("value")}），合计没有相加，也没有核对。`,
    (f) => `The rows count in units of different kinds (${f("value")}); they are not added, so the total was not checked.`,
  ),
  I11: text(
    (f) => `跳过 ${f("count")} 行重复的表头。`,
    (_f, facts) => `${rowsWere(facts, "repeated header row")} skipped.`,
  ),
  I12: text(
    (f) => `填的等级 ${f("value")} 低于产品要求的 ${f("other")}，按高的计算。`,
    (f) => `Grade ${f("value")} is below the product's ${f("other")}; the higher one counts.`,
  ),
  I13: text(
    (f) => `有 ${f("count")} 行与别的行要求完全相同；第一处与第 ${f("other")} 行相同（${f("value")}）。是不是重复？`,
    (f, facts) =>
      `${counted(Number(facts.count), "row")} ${Number(facts.count) === 1 ? "asks" : "ask"} for exactly what another row asks for; the first repeats row ${f("other")} (${f("value")}). Is that meant?`,
  ),
  "I14 factory": text(
    (f, facts) => `“${f("value")}”不在工厂表中，视为本区以外。${meant(facts)}`,
    (f, facts) => `“${f("value")}” is not listed and counts as outside this office.${mean(facts)}`,
  ),
  "I14 rows": text(
    (f) => `跳过 ${f("count")} 行尚未填写数量的行。`,
    (_f, facts) => `${rowsWere(facts)} skipped that had no quantity yet.`,
  ),
  I15: text(
    (f) => `${f("value")} 没有承制 ${f("product")} 的能力行，转出后不会让出能力。`,
    (f) => `${f("value")} has no capacity row for ${f("product")}; handing it over frees nothing.`,
  ),
  I16: text(
    (f) => `轻重缓急 ${f("value")} 中有的产品有定额或折算系数，有的没有，折算时每单位算 1。`,
    (f) => `In priority ${f("value")} some products have norms or points and some have none; those count 1 per unit.`,
  ),
  I17: text(
    (f) => `${f("no") === "" ? "这一行" : `协议 ${f("no")} `}是手工填写或改过的，按议定处理。`,
    (f) => `${f("no") === "" ? "This row" : `Agreement ${f("no")}`} was typed or changed by hand and counts as agreed.`,
  ),
  I18: text(
    (f) => `有 ${f("count")} 个工厂不在本单位之下，没有参加平衡：${f("value")}。`,
    (f, facts) =>
      `${Number(facts.count) === 1 ? "1 factory lies" : `${f("count")} factories lie`} outside this office, without part in the balance: ${f("value")}.`,
  ),
  I19: text(
    (f) => `“${f("value")}”提到某个季度，但没有按时期读取，当作您自己的栏。要读取，请写成“1957Q1”或“1957Q1 本厂”。`,
    (f) =>
      `“${f("value")}” speaks of a quarter but was not read as one; it counts as your own column. To have it read, write 1957Q1 or 1957Q1 own.`,
  ),
  I25: text(
    (f, facts) =>
      `下级报来的“${f("name")}”在“${f("column")}”一栏${facts.value === "" ? "" : `写“${f("value")}”，`}与本单位的表${facts.expected === "" ? "" : `（“${f("expected")}”）`}不一致；以本单位的表为准。`,
    (f, facts) =>
      `“${f("name")}” as sent from below differs in column “${f("column")}”${facts.value === "" ? "" : `, which says “${f("value")}”,`} from this office's own list${facts.expected === "" ? "" : ` (“${f("expected")}”)`}; the own list holds.`,
  ),
  "I25 code": text(
    (f) => `下级报来的“${f("name")}”用了别人的代号“${f("value")}”；这里不用这个代号。`,
    (f) => `“${f("name")}” was sent from below with the code “${f("value")}”, which is another one's; the code is not used here.`,
  ),
  "I26 no row": text(
    (f) => `这里没有第“${f("no")}”号协议；这个意见没有收。`,
    (f) => `There is no agreement “${f("no")}” here; this reply was not taken.`,
  ),
  "I26 not ours": text(
    (f) => `第“${f("no")}”号协议的承制方和需方都不属于${f("office")}；这个意见没有收。`,
    (f) => `Neither side of agreement “${f("no")}” belongs to ${f("office")}; this reply was not taken.`,
  ),
  "I26 version": text(
    (f) => `第“${f("no")}”号协议现在是第 ${f("expected")} 版，意见是对第 ${f("value")} 版的；没有收，请再下达一次，请对方重新答复。`,
    (f) =>
      `Agreement “${f("no")}” is now version ${f("expected")}, the reply is to version ${f("value")}; it was not taken. Return it again and ask for a new reply.`,
  ),
  "I26 computed": text(
    (f) => `“${f("column")}”改成了“${f("value")}”，这里是“${f("expected")}”；没有收。要改数量，请填“不同意”，并在备注里写明。`,
    (f) =>
      `“${f("column")}” was changed to “${f("value")}”; here it is “${f("expected")}”. Not taken: to ask for something else, refuse and say it in Remark.`,
  ),
  "I26 held": text(
    (f) => `第“${f("no")}”号协议的内容被改过，“${f("value")}”答的不是这里的内容；没有收，请对方重新答复。`,
    (f) =>
      `Agreement “${f("no")}” was changed in the file, so “${f("value")}” is no answer to what stands here; it was not taken. Ask for a new reply.`,
  ),
  "I26 other side": text(
    (f) => `“${f("column")}”是对方的栏，写着“${f("value")}”，这里是“${f("expected")}”；没有收，只收对方自己的意见。`,
    (f) =>
      `“${f("column")}” is the other side's: “${f("value")}” stands there, here “${f("expected")}”. Not taken; only its own office may say it.`,
  ),
  "I26 word": text(
    (f) => `“${f("value")}”既不是“同意”，也不是“不同意”；照样记下，不算答复。`,
    (f) => `“${f("value")}” is neither Agree nor Refuse; it is noted and counts as no reply.`,
  ),
  "I26 older": text(
    (f) => `这个意见答的是第 ${f("value")} 次下达；已收过对第 ${f("expected")} 次下达的意见，没有收。`,
    (f) => `This answers return no. ${f("value")}; a reply to no. ${f("expected")} was taken already. Not taken.`,
  ),
  "I26 anew": text(
    (f) => `原来是“${f("expected")}”，现在是“${f("value")}”；以现在的为准。`,
    (f) => `It was “${f("expected")}” and now is “${f("value")}”; what it says now holds.`,
  ),
  "I26 closed": text(
    (f) => `第“${f("no")}”号协议这里已是“${f("expected")}”，“${f("value")}”不能改变它；要重新商量，请先改掉这里的状态。`,
    (f) =>
      `Agreement “${f("no")}” is “${f("expected")}” here; “${f("value")}” does not change that. To take it up again, change its status here first.`,
  ),
  W12: text(
    (f) => `长期协作“${f("no")}”两县报的年协作量不同：需方报 ${f("expected")}，承制方报 ${f("value")}；按需方的算，请说明。`,
    (f) =>
      `Two offices state the standing agreement “${f("no")}” differently: the buyer's says ${f("expected")}, the other ${f("value")}; the buyer's holds; please explain.`,
  ),
};
