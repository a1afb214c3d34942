/**
 * One object of Excel's API as the client sees it through the wire. A property or method that is not in its tables does
 * not exist here: asking for it fails with ApiNotFound, so that nothing works in a test that nobody wrote down.
 */
import { HostFault } from "./hostFault";

export interface Property {
  readonly get?: () => unknown;
  readonly set?: (value: unknown) => void;
}

export interface HostObject {
  readonly type: string;
  /** Answered when the object is made, so that the client asks for it by this from then on. */
  readonly id?: string;
  /** Ranges are kept alive by reference numbers. */
  readonly tracked?: boolean;
  readonly scalars?: Readonly<Record<string, Property>>;
  readonly children?: Readonly<Record<string, () => HostObject>>;
  readonly methods?: Readonly<Record<string, (...given: unknown[]) => unknown>>;
  /** Collections only. */
  readonly items?: () => readonly HostObject[];
  readonly item?: (key: unknown) => HostObject;
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export function child(parent: HostObject, name: string): HostObject {
  const make = parent.children?.[camel(name)];
  if (make === undefined) throw unknownApi(parent, name);
  return make();
}

export function call(target: HostObject, name: string, given: readonly unknown[]): unknown {
  const method = target.methods?.[camel(name)];
  if (method === undefined) throw unknownApi(target, name);
  return method(...given);
}

export function assign(target: HostObject, name: string, value: unknown): void {
  const set = target.scalars?.[camel(name)]?.set;
  if (set === undefined) throw unknownApi(target, name);
  set(value);
}

/** Answers a load: the paths asked for, nested as the client expects them. */
export function query(target: HostObject, paths: readonly string[]): unknown {
  if (paths.length === 0) throw new HostFault("ApiNotFound", `load() of all of ${target.type}`);
  const ownOnly = paths.every((path) => target.scalars?.[camel(path)] !== undefined);
  if (target.items !== undefined && !ownOnly)
    return { _Items: target.items().map((item) => ({ ...identity(item), ...queryOne(item, paths) })) };
  return queryOne(target, paths);
}

function queryOne(target: HostObject, paths: readonly string[]): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  const nested = new Map<string, string[]>();
  for (const path of paths) {
    const [head, ...rest] = path.split("/");
    if (rest.length > 0) nested.set(head, [...(nested.get(head) ?? []), rest.join("/")]);
    else {
      const get = target.scalars?.[camel(head)]?.get;
      if (get === undefined) throw unknownApi(target, head);
      answer[pascal(head)] = get();
    }
  }
  for (const [head, inner] of nested) answer[pascal(head)] = query(child(target, head), inner);
  return answer;
}

export function identity(target: HostObject): Record<string, unknown> {
  return target.id === undefined ? {} : { Id: target.id, _Id: target.id };
}

function unknownApi(target: HostObject, name: string): HostFault {
  return new HostFault("ApiNotFound", `${target.type}.${name} is not part of the emulated Excel`);
}
