/** What making one unit of a product takes of a factory's capacity rows, in their units: by item where there is a row for it, else by its norms. */
import { finestUse, stepsPerUnit } from "../../engine/register/rates";
import type { Capacity, Product, Situation } from "../../engine/model";

export interface Use {
  readonly capacityNo: string;
  readonly perUnit: number;
}

interface FactoryRows {
  readonly byItem: Map<string, Capacity>;
  readonly byEquipment: Map<string, Capacity>;
}

/** Of an hour or tonne, as engine/register/rates.ts counts them. */
const FINEST = 1e12;

export class CapacityUse {
  private readonly factories = new Map<string, FactoryRows>();

  constructor({ capacities }: Pick<Situation, "capacities">) {
    for (const capacity of capacities) {
      const { factory, item } = capacity;
      let rows = this.factories.get(factory);
      if (!rows) this.factories.set(factory, (rows = { byItem: new Map(), byEquipment: new Map() }));
      if (item.kind === "equipment") rows.byEquipment.set(item.equipment, capacity);
      else for (const product of item.products) rows.byItem.set(product, capacity);
    }
  }

  /** None where the factory has no way of making it. */
  of(factory: string, product: Product): readonly Use[] {
    const rows = this.factories.get(factory);
    const own = rows?.byItem.get(product.key);
    if (own?.item.kind === "products") return [{ capacityNo: own.no, perUnit: product.unit.size / own.item.unit.size }];
    const uses = product.norms.map(({ equipment }) => {
      const row = rows?.byEquipment.get(equipment);
      const finest = finestUse(product, equipment);
      return row && finest !== undefined
        ? { capacityNo: row.no, perUnit: Number(finest * BigInt(stepsPerUnit(product.unit))) / FINEST }
        : undefined;
    });
    return uses.every((use): use is Use => use !== undefined) ? uses : [];
  }
}
