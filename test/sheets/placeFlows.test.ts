import { capacity, demand, product, reading, situation, written } from "./writeFixture";

const TONNES = { name: "吨", family: "mass", size: 1_000_000 } as const;

test("flows are gathered by the pair of places, the widest in points first; what stays at home is none", async () => {
  const { result } = await written(
    reading(
      situation({
        products: [product("螺丝"), product("铸件", { unit: TONNES, points: 50_000_000 })],
        demands: [
          demand("1", "佳木斯电机厂", "螺丝", [100, 20]),
          demand("2", "佳木斯五金社", "铸件", [2_500, 0]),
          demand("3", "富锦县机械厂", "螺丝", [30, 0], { onlySuppliers: ["佳木斯五金社"] }),
        ],
        capacities: [
          capacity("C1", "佳木斯五金社", "螺丝", [40, 0]),
          capacity("C2", "富锦县机械厂", "螺丝", [90, 20]),
          capacity("C3", "富锦县机械厂", "铸件", [2_500, 0], { item: { kind: "products", products: ["铸件"], unit: TONNES } }),
        ],
      }),
    ),
  );
  const flows = result.flows.map(({ amounts, ...flow }) => ({ ...flow, amounts: Object.fromEntries(amounts) }));
  expect(flows).toEqual([{ from: "富锦县", to: "佳木斯市", agreements: 2, points: 205, amounts: { pieces: 80, mass: 2.5 } }]);
});
