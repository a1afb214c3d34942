/**
 * Answers the genuine client's requests from an emulated workbook, at the last function before Excel. Everything above that
 * is the real thing: proxies, batches, load rules, error mapping. One request is one batch; what ran before an error stays.
 */
import { Book } from "./book";
import type { Scalar } from "./cells";
import type { Fault } from "./fault";
import { HostFault } from "./hostFault";
import type { HostObject } from "./hostObject";
import { assign, call, child, identity, isHostObject, query } from "./hostObject";
import { workbookObject } from "./workbookObject";

export type Answer =
  | { readonly status: "succeeded"; readonly value: { readonly data: readonly [number, readonly string[], string] } }
  | { readonly status: "failed"; readonly error: { readonly code: number; readonly message: string } };

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}
interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[] | null;
}
interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}
interface Request {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** Excel on the web takes and gives five megabytes at a time; here that holds everywhere. */
const MOST_BYTES = 5_000_000;
const [CELL_EDIT_MODE, REQUEST_TOO_LARGE, RESPONSE_TOO_LARGE] = [5004, 5103, 5104];

export class ExcelHost {
  readonly book = new Book();
  /** Requests that a caller of context.sync would count; the clean-up of references is not one. */
  syncs = 0;
  requestBytes = 0;
  responseBytes = 0;
  largestRequest = 0;
  fault: Fault | null = null;
  /** Called before the n-th sync is answered, n from 1: the moment for a clerk's edit. */
  beforeSync: (sync: number) => void = () => undefined;
  /** A host whose text cells keep an apostrophe as part of the text. */
  literalTextCells = false;
  /** Microsoft documents five million cells a read. */
  mostCellsRead = 5_000_000;
  evaluate: (formula: string) => Scalar = () => 0;
  /** Files opened as new workbooks. */
  readonly opened: Uint8Array[] = [];
  readonly openBeside = (file: string): void => void this.opened.push(Buffer.from(file, "base64"));
  readonly #references = new Map<string, HostObject>();
  #lastReference = 0;

  /** Answers one request body; a promise that never settles where a fault says so. */
  async answer(body: string): Promise<Answer> {
    const request = JSON.parse(body) as Request;
    if (isCleanUp(request))
      return this.#silent()
        ? new Promise(() => undefined)
        : succeeded({ Results: request.Actions.map((action) => ({ ActionId: action.Id, Value: null })) });
    const bytes = new TextEncoder().encode(body).length;
    this.requestBytes += bytes;
    this.largestRequest = Math.max(this.largestRequest, bytes);
    this.beforeSync(++this.syncs);
    if (bytes > MOST_BYTES) return failed(REQUEST_TOO_LARGE);
    const fault = this.fault?.strikes(this.syncs) === true ? this.fault : null;
    const answer = this.#run(request, fault);
    if (fault?.kind === "hang" || fault?.kind === "answer lost") return new Promise(() => undefined);
    return answer;
  }

  /** A host that has stopped answering answers nothing. */
  #silent(): boolean {
    const { fault } = this;
    return fault !== null && fault.persistent && fault.strikes(this.syncs) && (fault.kind === "hang" || fault.kind === "answer lost");
  }

  #run(request: Request, fault: Fault | null): Answer {
    if (fault?.kind === "fail" && fault.code === "InvalidOperationInCellEditMode") return failed(CELL_EDIT_MODE);
    const stopBefore =
      fault === null || fault.kind === "answer lost"
        ? Infinity
        : fault.kind === "half"
          ? Math.floor(request.Actions.length * fault.share)
          : 0;
    const run = new Batch(request, this);
    const results: unknown[] = [];
    for (const [index, action] of request.Actions.entries()) {
      try {
        if (index >= stopBefore) throw new HostFault(fault?.code ?? "", "injected");
        const value = run.act(action);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        if (!(error instanceof HostFault)) throw error;
        const answered = {
          Code: error.code,
          Message: error.message,
          Location: `${action.Name ?? ""}`,
          ActionIndex: index,
          HttpStatusCode: 400,
        };
        return succeeded({ Results: results, Error: answered });
      }
    }
    const answer = succeeded({ Results: results });
    const bytes = new TextEncoder().encode(answer.value.data[2]).length;
    this.responseBytes += bytes;
    return bytes > MOST_BYTES ? failed(RESPONSE_TOO_LARGE) : answer;
  }

  keep(target: HostObject): string {
    const id = `${target.type}:${++this.#lastReference}`;
    this.#references.set(id, target);
    return id;
  }

  kept(id: string): HostObject {
    const target = this.#references.get(id);
    if (target === undefined) throw new HostFault("InvalidReference", id);
    return target;
  }
}

/** One request being run: the objects its paths have led to so far. */
class Batch {
  readonly #found = new Map<number, HostObject | null>();
  readonly #kept = new Map<number, string>();
  constructor(
    private readonly request: Request,
    private readonly host: ExcelHost,
  ) {}

  /** Undefined: nothing to answer. */
  act(action: Action): unknown {
    const target = this.#object(action.ObjectPathId);
    switch (action.ActionType) {
      case 1:
        return target === null ? null : { ...identity(target), ...this.#reference(action.ObjectPathId) };
      case 2:
        return target === null ? null : query(target, action.QueryInfo?.Select ?? []);
      case 3: {
        if (action.Name === "_KeepReference" && target !== null) this.#kept.set(action.ObjectPathId, this.host.keep(target));
        const value = target === null ? null : call(target, action.Name ?? "", this.#given(action.ArgumentInfo));
        return isHostObject(value) || value === undefined ? null : value;
      }
      case 4:
        if (target !== null) assign(target, action.Name ?? "", this.#given(action.ArgumentInfo)[0]);
        return undefined;
      default:
        throw new HostFault("ApiNotFound", `action type ${action.ActionType}`);
    }
  }

  #reference(path: number): Record<string, unknown> {
    const id = this.#kept.get(path);
    return id === undefined ? {} : { _ReferenceId: id };
  }

  #object(id: number): HostObject | null {
    const known = this.#found.get(id);
    if (known !== undefined) return known;
    const found = this.#follow(this.request.ObjectPaths[id]);
    this.#found.set(id, found);
    return found;
  }

  #follow(path: ObjectPath): HostObject | null {
    if (path.ObjectPathType === 1) return workbookObject(this.host);
    if (path.ObjectPathType === 6) return this.host.kept(path.Name ?? "");
    if (path.ObjectPathType === 7 || path.ParentObjectPathId === undefined) return null;
    const parent = this.#object(path.ParentObjectPathId);
    if (parent === null) return null;
    const given = this.#given(path.ArgumentInfo);
    if (path.ObjectPathType === 4) return child(parent, path.Name ?? "");
    if (path.ObjectPathType === 5) {
      if (parent.item === undefined) throw new HostFault("ApiNotFound", `${parent.type}.getItem`);
      return parent.item(given[0]);
    }
    if (path.ObjectPathType !== 3) throw new HostFault("ApiNotFound", `object path type ${path.ObjectPathType}`);
    const made = call(parent, path.Name ?? "", given);
    if (made !== null && !isHostObject(made)) throw new HostFault("ApiNotFound", `${parent.type}.${path.Name ?? ""} gives no object`);
    return made;
  }

  #given(info: Arguments | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => {
      const id = references[index];
      return typeof id === "number" && id !== 0 ? this.#object(id) : value;
    });
  }
}

function isCleanUp(request: Request): boolean {
  return (
    request.Actions.every((action) => action.ActionType === 1 || action.Name === "_RemoveReference") &&
    request.Actions.some((action) => action.Name === "_RemoveReference")
  );
}

function succeeded(body: object): Answer & { status: "succeeded" } {
  return { status: "succeeded", value: { data: [200, [], JSON.stringify(body)] } };
}

function failed(code: number): Answer {
  return { status: "failed", error: { code, message: `Office error ${code}` } };
}
