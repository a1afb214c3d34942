import * as fc from "fast-check";
import { layFlows, WIDTH } from "../../../src/pane/result/layFlows";

const flow = (from: string, to: string, points: number) => ({ from, to, points, agreements: 1, amounts: [] });

test("a place that gives and takes stands on both sides, each as high as its flows", () => {
  const { givers, takers, bands } = layFlows([
    flow("哈尔滨市", "佳木斯市", 60),
    flow("佳木斯市", "哈尔滨市", 30),
    flow("哈尔滨市", "鸡西县", 10),
  ]);
  expect(givers.map(({ name, height }) => [name, Math.round(height)])).toEqual([
    ["哈尔滨市", 112],
    ["佳木斯市", 48],
  ]);
  expect(takers.map(({ name }) => name)).toEqual(["佳木斯市", "哈尔滨市", "鸡西县"]);
  expect(bands).toHaveLength(3);
});

test("whatever flows there are, nothing overlaps or leaves the picture", () => {
  const places = fc.constantFrom("甲", "乙", "丙", "丁", "戊");
  const flows = fc.array(fc.tuple(places, places, fc.integer({ min: 0, max: 1_000_000 })), { maxLength: 10 });
  fc.assert(
    fc.property(flows, (given) => {
      const { givers, takers, height, bands } = layFlows(given.map(([from, to, points]) => flow(from, to, points)));
      for (const side of [givers, takers]) {
        side.forEach((node, index) => {
          expect(node.y).toBeGreaterThanOrEqual(0);
          expect(node.y + node.height).toBeLessThanOrEqual(height + 1e-6);
          expect(node.x).toBeLessThan(WIDTH);
          if (index > 0) expect(side[index - 1].y + side[index - 1].height).toBeLessThanOrEqual(node.y);
        });
      }
      expect(bands.every((band) => !/NaN|Infinity/.test(band))).toBe(true);
    }),
  );
});
