/** What submit, collect, return and receive were asked for. */
import type { Verb } from "../i18n/commandLine";
import type { UsageFault } from "../i18n/commandLine";
import type { Language } from "../i18n/language";
import type { CommandRead } from "./commandArguments";

const SHARING = ["submit", "collect", "return", "receive"] as const;
export type SharingVerb = (typeof SHARING)[number];

export function isSharing(verb: Verb | "all"): verb is SharingVerb {
  return SHARING.some((each) => each === verb);
}

export interface SharingWords {
  readonly files: readonly string[];
  readonly out: string | undefined;
  readonly language: Language | undefined;
  readonly time: string | undefined;
  readonly contacts: boolean;
  readonly explain: readonly string[];
  readonly text: (option: "own" | "office" | "to" | "slips" | "json") => string | undefined;
  readonly refuse: (fault: UsageFault) => CommandRead;
}

export function sharingCommand(verb: SharingVerb, words: SharingWords): CommandRead {
  const { files, out, language, time, contacts, explain, text, refuse } = words;
  const [input, ...more] = files;
  const own = text("own");
  if (input === undefined) return refuse({ kind: "no file" });
  const wrong = [verb === "return" ? undefined : out, own].find((file) => file !== undefined && !file.toLowerCase().endsWith(".xlsx"));
  if (wrong !== undefined) return refuse({ kind: "not an xlsx output", file: wrong });
  const unclear = explain.find((each) => !/^[A-Z]\d\d .*=./u.test(each));
  if (unclear !== undefined) return refuse({ kind: "bad explanation", word: unclear });
  if (verb === "collect") {
    if (more.length === 0) return refuse({ kind: "no file" });
    return { ok: true, command: { verb, input, files: more, out, slips: text("slips"), json: text("json"), language } };
  }
  if (verb === "receive") {
    if (more.length > 1) return refuse({ kind: "too many files", words: files });
    return more.length === 0 ? refuse({ kind: "no file" }) : { ok: true, command: { verb, input, returned: more[0], out, time, language } };
  }
  if (more.length > 0) return refuse({ kind: "too many files", words: files });
  if (verb === "return") return { ok: true, command: { verb, input, out, language } };
  return {
    ok: true,
    command: { verb, input, out, kept: own, office: text("office"), sendTo: text("to"), contacts, explain, time, language },
  };
}
