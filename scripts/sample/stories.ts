/**
 * The lines that tell the story of October 1956, number by number. Norms stand in products.csv; each comment says why the
 * numbers are what they are.
 */
import type { CapacityRow, DemandRow } from "./sampleRows";

const each = (quantity: number): readonly number[] => [quantity, quantity, quantity, quantity, quantity];
const next = (quantity: number): readonly number[] => [0, quantity, quantity, quantity, quantity];

/** Jiamusi's motor factory needs screws and accessories every year; the screws came from Harbin until now. */
const jiamusi: readonly DemandRow[] = [
  { buyer: "J01", product: "P04", quantities: each(90_000), recurrent: true, present: "H15", wished: "F01" },
  { buyer: "J01", product: "P02", quantities: each(60_000), recurrent: true, present: "H15", wished: "F01" },
  { buyer: "J01", product: "P10", quantities: each(20_000), recurrent: true, wished: "F01" },
  { buyer: "J01", product: "P03", quantities: each(20_000), recurrent: true, present: "H05" },
  { buyer: "J01", product: "P11", quantities: each(400), recurrent: true, wished: "F01" },
  { buyer: "J01", product: "P14", quantities: each(800), recurrent: true, wished: "F01" },
];
const fujin: readonly CapacityRow[] = [
  { factory: "F01", item: "threaded", grade: 3, available: each(420_000), own: each(40_000) },
  { factory: "F01", item: "P03", grade: 3, available: each(60_000), own: each(5_000) },
  { factory: "F01", item: "motor", grade: 3, available: each(2_600), own: each(200) },
];

/** Winches: 5 hours of large machines each, so 6 a quarter in Harbin and 4 in Qiqihar, two fewer than needed. */
const winches: readonly DemandRow[] = [
  { buyer: "X01", product: "P24", quantities: each(4), priority: 1 },
  { buyer: "X02", product: "P24", quantities: each(3), priority: 1 },
  { buyer: "G01", product: "P24", quantities: each(2), priority: 1 },
  { buyer: "S01", product: "P24", quantities: each(3), priority: 1 },
];
/** Harbin's foundry has room for 4 winches (0.75 t each); 100 pulleys handed over (0.015 t each) make room for 2 more. */
const ironWorks: readonly CapacityRow[] = [
  { factory: "H09", item: "11", available: each(20), own: each(17) },
  { factory: "H09", item: "10", available: each(120), own: each(60) },
  { factory: "H09", item: "01", available: each(900), own: each(700) },
  { factory: "H09", item: "05", available: each(150), own: each(120) },
  { factory: "H09", item: "07", available: each(180), own: each(120) },
  { factory: "H09", item: "06", available: each(160), own: each(130) },
  { factory: "Q03", item: "11", grade: 6, available: each(40), own: each(34) },
  { factory: "Q03", item: "10", grade: 6, available: each(200), own: each(160) },
  { factory: "Q03", item: "01", grade: 6, available: each(1_200), own: each(1_100) },
  { factory: "Q03", item: "05", grade: 6, available: each(200), own: each(180) },
  { factory: "Q03", item: "07", grade: 6, available: each(240), own: each(200) },
  { factory: "Q03", item: "06", grade: 6, available: each(200), own: each(180) },
];
const pulleys: readonly DemandRow[] = [
  { buyer: "H09", product: "P15", quantities: each(500), inHouse: true },
  { buyer: "X02", product: "P15", quantities: each(120), present: "H09" },
  { buyer: "J02", product: "P15", quantities: next(160) },
];
const pulleyMakers: readonly CapacityRow[] = [
  { factory: "K01", item: "P15", grade: 3, available: each(320), own: each(60) },
  { factory: "L01", item: "P15", grade: 3, available: each(260), own: each(40) },
  { factory: "W01", item: "P15", grade: 3, available: each(240), own: each(40) },
];

/** Mine fans: 2.5 hours of presses each. Presses have room for 20 a quarter; 50,000 washers handed over (45 h) for 18 more. */
const fans: readonly DemandRow[] = [
  { buyer: "X01", product: "P25", quantities: each(14), priority: 1 },
  { buyer: "G01", product: "P25", quantities: each(13), priority: 1 },
  { buyer: "S01", product: "P25", quantities: each(11), priority: 1 },
  { buyer: "H02", product: "P07", quantities: each(200_000), inHouse: true },
  { buyer: "J02", product: "P07", quantities: each(40_000) },
  { buyer: "M02", product: "P07", quantities: each(30_000) },
  { buyer: "X01", product: "P07", quantities: each(25_000) },
];
const fanMakers: readonly CapacityRow[] = [
  { factory: "H02", item: "09", available: each(400), own: each(350) },
  { factory: "H02", item: "11", available: each(20), own: each(18) },
  { factory: "H02", item: "01", available: each(1_000), own: each(840) },
  { factory: "H02", item: "08", available: each(300), own: each(260) },
  { factory: "C03", item: "P07", grade: 1, available: each(90_000), own: each(10_000) },
  { factory: "W02", item: "P07", grade: 1, available: each(70_000), own: each(10_000) },
  { factory: "K02", item: "P07", grade: 1, available: each(80_000), own: each(10_000) },
];

/** Chain links: 6 forging hours a hundred. Harbin's hammers have room for 5,000; 60,000 bolts handed over (60 h) for 1,000 more. */
const links: readonly DemandRow[] = [
  { buyer: "X01", product: "P22", quantities: each(3_000), priority: 1 },
  { buyer: "X02", product: "P22", quantities: each(1_000), priority: 1 },
  { buyer: "G01", product: "P22", quantities: each(2_500), priority: 1 },
  { buyer: "S01", product: "P22", quantities: each(1_500), priority: 1 },
  { buyer: "X01", product: "P23", quantities: each(1_200), priority: 1 },
  { buyer: "G01", product: "P23", quantities: each(1_000), priority: 1 },
  { buyer: "S01", product: "P23", quantities: each(800), priority: 1 },
  { buyer: "H08", product: "P01", quantities: each(80_000), inHouse: true },
  { buyer: "J04", product: "P01", quantities: each(15_000) },
  { buyer: "M01", product: "P01", quantities: each(25_000) },
  { buyer: "M01", product: "P03", quantities: next(8_000) },
];
/** The tool works' furnaces have room for 2.7 t: just the 3,000 picks of the mines (0.09 t a hundred), and none for Jiamusi's bolts. */
const linkMakers: readonly CapacityRow[] = [
  { factory: "H08", item: "02", available: each(900), own: each(700) },
  { factory: "H08", item: "10", available: each(900), own: each(600) },
  { factory: "H08", item: "08", available: each(400), own: each(300) },
  { factory: "H08", item: "12", available: each(30), own: each(22.8) },
  { factory: "J04", item: "P22", available: each(2_400), own: each(400) },
  { factory: "H05", item: "02", available: each(1_200), own: each(900) },
  { factory: "H05", item: "12", available: each(12), own: each(9.3) },
  { factory: "H05", item: "10", available: each(600), own: each(450) },
  { factory: "H05", item: "03", available: each(500), own: each(440) },
  { factory: "C02", item: "P01", grade: 2, available: each(80_000), own: each(20_000) },
  { factory: "L02", item: "P01", grade: 2, available: each(60_000), own: each(10_000) },
  { factory: "M06", item: "P01", grade: 2, available: each(50_000), own: each(10_000) },
  { factory: "Q08", item: "P03", grade: 3, available: each(20_000), own: each(4_000) },
];

/** Ring gears (24 hours of large machines): nobody has a day free in 1956; φ3200 weighs more than any crane lifts. Crankshafts. */
const precision: readonly DemandRow[] = [
  { buyer: "X01", product: "P31", quantities: [1, 2, 1, 1, 1], priority: 1 },
  { buyer: "G01", product: "P31", quantities: [1, 1, 1, 2, 1], priority: 1 },
  { buyer: "S01", product: "P31", quantities: [0, 1, 1, 0, 1], priority: 1 },
  { buyer: "X01", product: "P41", quantities: [0, 1, 0, 1, 0], priority: 1 },
  { buyer: "G01", product: "P28", quantities: each(8), priority: 1 },
  { buyer: "S01", product: "P28", quantities: each(6), priority: 1 },
  { buyer: "X02", product: "P28", quantities: each(7), priority: 1 },
  { buyer: "J07", product: "P28", quantities: next(5), priority: 2 },
  { buyer: "G01", product: "P35", quantities: each(12) },
  { buyer: "J07", product: "P35", quantities: next(10) },
  { buyer: "J01", product: "P39", quantities: next(2) },
  { buyer: "H12", product: "P39", quantities: next(3), priority: 3 },
];
const precisionMakers: readonly CapacityRow[] = [
  { factory: "H03", item: "11", largestPiece: 5_000, available: each(60), own: each(48) },
  { factory: "H03", item: "05", largestPiece: 5_000, available: [400, 480, 480, 480, 480], own: [380, 420, 420, 420, 420] },
  { factory: "H03", item: "07", largestPiece: 4_000, available: each(360), own: each(300) },
  { factory: "Q02", item: "11", largestPiece: 5_000, available: each(80), own: each(70) },
  { factory: "Q02", item: "05", largestPiece: 5_000, available: [400, 500, 500, 500, 500], own: [380, 440, 440, 440, 440] },
  { factory: "Q02", item: "07", largestPiece: 4_000, available: each(320), own: each(260) },
  { factory: "Q01", item: "10", available: each(300), own: each(270) },
  { factory: "Q01", item: "01", available: each(1_800), own: each(1_700) },
  { factory: "Q01", item: "06", available: each(500), own: each(440) },
  { factory: "Q01", item: "12", available: each(20), own: each(18) },
  { factory: "H06", item: "10", available: each(240), own: each(220) },
  { factory: "H06", item: "01", available: each(1_500), own: each(1_420) },
  { factory: "H06", item: "06", available: each(700), own: each(630) },
  { factory: "H06", item: "12", available: each(40), own: each(36) },
  { factory: "M02", item: "04", available: each(420), own: each(300) },
];

/** One line or more for each reason; mine cars: 26 a quarter can be made, 30 are needed. */
const reasons: readonly DemandRow[] = [
  { buyer: "G01", product: "P21", quantities: each(10), priority: 1 },
  { buyer: "S01", product: "P21", quantities: each(8), priority: 1 },
  { buyer: "X02", product: "P21", quantities: each(12), priority: 1 },
  { buyer: "J02", product: "P29", quantities: next(90), material: "not secured" },
  { buyer: "H12", product: "P18", quantities: next(4), grade: 8 },
  { buyer: "J03", product: "P26", quantities: next(2), only: "H10" },
  { buyer: "J03", product: "P27", quantities: next(40) },
  { buyer: "K01", product: "P27", quantities: [0, 12, 0, 0, 0], late: 1 },
  { buyer: "M03", product: "P27", quantities: next(60), unsplit: true },
];
const reasonMakers: readonly CapacityRow[] = [
  { factory: "X01", item: "P21", grade: 3, available: each(12), own: each(2) },
  { factory: "M01", item: "P21", grade: 3, available: each(13), own: each(3) },
  { factory: "H10", item: "P21", grade: 3, available: each(8), own: each(2) },
  { factory: "H11", item: "P27", available: each(140), own: each(20) },
];

/** The standing agreement in force (400,000 a year from Shuangcheng) meets this need. */
const standing: readonly DemandRow[] = [
  { buyer: "H01", product: "P04", quantities: [60_000, 100_000, 100_000, 100_000, 100_000], recurrent: true },
];

export const storyDemand: readonly DemandRow[] = [
  ...jiamusi,
  ...winches,
  ...pulleys,
  ...fans,
  ...links,
  ...precision,
  ...reasons,
  ...standing,
];
export const storyCapacity: readonly CapacityRow[] = [
  ...fujin, ...ironWorks, ...pulleyMakers, ...fanMakers, ...linkMakers, ...precisionMakers, ...reasonMakers,
]; // prettier-ignore
