/** Who needs and makes what in the sample round: three counties, small enough to follow line by line; all numbers are made up. */

/** A need or a capacity: factory, product, and one amount for each quarter of 1957, in the product's unit. */
export type RoundLine = readonly [factory: string, product: string, quarter1: number, quarter2: number, quarter3: number, quarter4: number];

export interface RoundCounty {
  /** The place's code. */
  readonly code: string;
  readonly needs: readonly RoundLine[];
  readonly makes: readonly RoundLine[];
}

export const hulan: RoundCounty = {
  code: "2311",
  needs: [
    ["L01", "P04", 20_000, 20_000, 20_000, 20_000],
    ["L01", "P02", 10_000, 10_000, 10_000, 10_000],
    ["L01", "P33", 6, 6, 6, 6],
    ["L01", "P34", 4, 4, 4, 4],
    ["L01", "P16", 30, 30, 30, 30],
    ["L02", "P40", 50, 50, 0, 0],
    ["L02", "P05", 1000, 1000, 1000, 1000],
    ["L03", "P29", 40, 40, 40, 40],
    ["L03", "P09", 500, 500, 500, 500],
    ["L03", "P27", 5, 5, 5, 5],
    ["L03", "P33", 1, 1, 1, 1],
  ],
  makes: [
    ["L01", "P27", 30, 30, 30, 30],
    ["L02", "P02", 15_000, 15_000, 15_000, 15_000],
    ["L02", "P33", 9, 9, 9, 9],
    ["L02", "P34", 3, 3, 3, 3],
    ["L03", "P30", 200, 200, 200, 200],
  ],
};

export const shuangcheng: RoundCounty = {
  code: "2312",
  needs: [
    ["C01", "P33", 2, 2, 2, 2],
    ["C01", "P04", 3000, 3000, 3000, 3000],
    ["C01", "P05", 2000, 2000, 2000, 2000],
    ["C01", "P02", 4000, 4000, 4000, 4000],
    ["C02", "P34", 1, 1, 1, 1],
    ["C02", "P09", 300, 300, 300, 300],
    ["C02", "P16", 5, 5, 5, 5],
    ["C03", "P40", 20, 20, 0, 0],
    ["C03", "P04", 1000, 1000, 1000, 1000],
    ["C03", "P29", 6, 6, 6, 6],
  ],
  makes: [
    ["C01", "P40", 80, 80, 40, 40],
    ["C02", "P04", 30_000, 30_000, 30_000, 30_000],
    ["C02", "P05", 4000, 4000, 4000, 4000],
    ["C03", "P34", 1, 1, 1, 1],
  ],
};

export const wuchang: RoundCounty = {
  code: "2313",
  needs: [
    ["W01", "P04", 8000, 8000, 8000, 8000],
    ["W01", "P05", 1000, 1000, 1000, 1000],
    ["W01", "P27", 10, 10, 10, 10],
    ["W01", "P33", 2, 2, 2, 2],
    ["W01", "P09", 100, 100, 100, 100],
    ["W01", "P19", 1, 0, 1, 0],
    ["W02", "P02", 1000, 1000, 1000, 1000],
    ["W02", "P40", 10, 10, 0, 0],
    ["W02", "P16", 4, 4, 4, 4],
    ["W02", "P30", 50, 50, 50, 50],
  ],
  makes: [
    ["W01", "P16", 25, 25, 25, 25],
    ["W02", "P09", 1000, 1000, 1000, 1000],
    ["W02", "P33", 2, 2, 2, 2],
  ],
};

/** Crosses counties: Shuangcheng's screw factory supplies Hulan's machinery factory. */
export const roundStanding = {
  no: "CQ-0001",
  supplier: "C02",
  buyer: "L01",
  product: "P04",
  from: 1957,
  to: 1959,
  quantity: 48_000,
} as const;
