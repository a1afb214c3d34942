/** What was asked for on the command line, or what is wrong with it. */
import { parseArgs } from "node:util";
import type { UsageFault, Verb } from "../i18n/commandLine";
import type { Language } from "../i18n/language";
import { isSharing, sharingCommand } from "./sharingArguments";

export type TemplateSize = "simple" | "full" | "sample";

export type Command =
  | { readonly verb: "help"; readonly about: Verb | "all"; readonly language: Language | undefined }
  | {
      readonly verb: "balance";
      readonly input: string | undefined;
      readonly out: string | undefined;
      readonly json: string | undefined;
      readonly language: Language | undefined;
      readonly withoutInvalid: boolean;
      /** Add the two balance forms. */
      readonly forms: boolean | undefined;
      readonly time: string | undefined;
    }
  | {
      readonly verb: "check";
      readonly input: string;
      readonly out: string | undefined;
      readonly json: string | undefined;
      readonly language: Language | undefined;
    }
  | { readonly verb: "verify"; readonly input: string; readonly json: string | undefined; readonly language: Language | undefined }
  | { readonly verb: "start"; readonly input: string; readonly out?: string; readonly year: boolean; readonly language?: Language }
  | {
      readonly verb: "submit";
      readonly input: string;
      readonly out?: string;
      /** Where the copy of IN goes that remembers what was sent. */
      readonly kept?: string;
      readonly office?: string;
      readonly sendTo?: string;
      readonly contacts: boolean;
      readonly explain: readonly string[];
      readonly time?: string;
      readonly language?: Language;
    }
  | {
      readonly verb: "collect";
      readonly input: string;
      readonly files: readonly string[];
      readonly out?: string;
      readonly slips?: string;
      readonly json?: string;
      readonly language?: Language;
    }
  | { readonly verb: "return"; readonly input: string; readonly out?: string; readonly language?: Language }
  | {
      readonly verb: "receive";
      readonly input: string;
      readonly returned: string;
      readonly out?: string;
      readonly time?: string;
      readonly language?: Language;
    }
  | { readonly verb: "template"; readonly size: TemplateSize; readonly out: string; readonly language: Language | undefined };

const VERBS: readonly Verb[] = ["balance", "check", "template", "verify", "start", "submit", "collect", "return", "receive"];

export type CommandRead =
  | { readonly ok: true; readonly command: Command }
  | {
      readonly ok: false;
      readonly about: Verb | "all";
      readonly fault: UsageFault;
      /** What --lang asks for, where that can be read. */
      readonly language: Language | undefined;
    };

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  lang: { type: "string" },
  out: { type: "string" },
  json: { type: "string" },
  "without-invalid": { type: "boolean" },
  forms: { type: "boolean" },
  time: { type: "string" },
  year: { type: "boolean" },
  own: { type: "string" },
  office: { type: "string" },
  to: { type: "string" },
  contacts: { type: "boolean" },
  explain: { type: "string", multiple: true },
  slips: { type: "string" },
} as const;

type Option = (typeof OPTIONS)[keyof typeof OPTIONS];

const OPTIONS_OF: Readonly<Record<Verb | "all", readonly (keyof typeof OPTIONS)[]>> = {
  all: ["help", "lang"],
  balance: ["help", "lang", "out", "json", "without-invalid", "forms", "time"],
  check: ["help", "lang", "out", "json"],
  template: ["help", "lang"],
  verify: ["help", "lang", "json"],
  start: ["help", "lang", "out", "year"],
  submit: ["help", "lang", "out", "own", "office", "to", "contacts", "explain", "time"],
  collect: ["help", "lang", "out", "json", "slips"],
  return: ["help", "lang", "out"],
  receive: ["help", "lang", "out", "time"],
};

export function readCommand(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): CommandRead {
  const [first, ...rest] = words;
  const about = verbOf(first) ?? "all";
  const options: Readonly<Record<string, Option>> = Object.fromEntries(OPTIONS_OF[about].map((name) => [name, OPTIONS[name]]));
  const named = about === "all" && first !== undefined && !first.startsWith("-");
  const args = about === "all" && !named ? [...words] : rest;
  const parsed = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  const text = (name: keyof typeof OPTIONS): string | undefined =>
    typeof parsed.values[name] === "string" ? parsed.values[name] : undefined;
  const asked = text("lang");
  const language = asked === "zh-CN" || asked === "en" ? asked : undefined;
  const refuse = (fault: UsageFault): CommandRead => ({ ok: false, about, fault, language });
  if (named) return refuse({ kind: "unknown command", word: first });
  const wrong = parsed.tokens
    .map((token) =>
      token.kind === "option" ? optionFault(token, Object.hasOwn(options, token.name) ? options[token.name] : undefined) : undefined,
    )
    .find(Boolean);
  if (wrong) return refuse(wrong);
  if (asked !== language) return refuse({ kind: "bad language", word: asked ?? "" });
  if (about === "all" || parsed.values.help === true) return { ok: true, command: { verb: "help", about, language } };
  const files = parsed.positionals;
  const out = text("out");
  if (about === "start") {
    if (files.length > 1) return refuse({ kind: "too many files", words: files });
    if (files.length === 0) return refuse({ kind: "no file" });
    const year = parsed.values.year === true;
    if (year && out !== undefined && !out.toLowerCase().endsWith(".xlsx")) return refuse({ kind: "not an xlsx output", file: out });
    return { ok: true, command: { verb: "start", input: files[0], out, year, language } };
  }
  if (isSharing(about)) {
    const time = timeOf(text("time"), environment.SOURCE_DATE_EPOCH);
    if (time && "fault" in time) return refuse({ kind: "bad time", word: time.fault });
    const explain = parsed.values.explain;
    return sharingCommand(about, {
      ...{ files, out, language, time: time?.time, text, contacts: parsed.values.contacts === true },
      explain: Array.isArray(explain) ? explain.filter((each) => typeof each === "string") : [],
      refuse,
    });
  }
  if (out !== undefined && !out.toLowerCase().endsWith(".xlsx")) return refuse({ kind: "not an xlsx output", file: out });
  if (about === "template") return templateCommand(files, language, refuse);
  if (files.length > 1) return refuse({ kind: "too many files", words: files });
  if (about === "check" || about === "verify") {
    if (files.length === 0) return refuse({ kind: "no file" });
    const [input, json] = [files[0], text("json")];
    return { ok: true, command: about === "check" ? { verb: about, input, out, json, language } : { verb: about, input, json, language } };
  }
  const time = timeOf(text("time"), environment.SOURCE_DATE_EPOCH);
  if (time && "fault" in time) return refuse({ kind: "bad time", word: time.fault });
  const withoutInvalid = parsed.values["without-invalid"] === true;
  const given = {
    input: files[0],
    out,
    json: text("json"),
    withoutInvalid,
    time: time?.time,
    forms: parsed.values.forms === true || undefined,
  };
  return { ok: true, command: { verb: "balance", ...given, language } };
}

function verbOf(word: string | undefined): Verb | undefined {
  return VERBS.find((verb) => verb === word);
}

/** A word that begins with a dash is the next option, not a value; "-" alone is one. */
function optionFault(
  { rawName, value, inlineValue }: { readonly rawName: string; readonly value?: string; readonly inlineValue?: boolean },
  option: Option | undefined,
): UsageFault | undefined {
  if (option === undefined) return { kind: "unknown option", word: rawName };
  if (option.type === "boolean") return value === undefined ? undefined : { kind: "option takes no value", word: rawName };
  const missing = value === undefined || value === "" || (inlineValue !== true && value !== "-" && value.startsWith("-"));
  return missing ? { kind: "option without value", word: rawName } : undefined;
}

function templateCommand(
  words: readonly string[],
  language: Language | undefined,
  refuse: (fault: UsageFault) => CommandRead,
): CommandRead {
  const [size, out, ...more] = words;
  if (size !== "simple" && size !== "full" && size !== "sample") return refuse({ kind: "bad template", word: size ?? "" });
  if (out === undefined) return refuse({ kind: "no file" });
  if (more.length > 0) return refuse({ kind: "too many files", words });
  if (!out.toLowerCase().endsWith(".xlsx")) return refuse({ kind: "not an xlsx output", file: out });
  return { ok: true, command: { verb: "template", size, out, language } };
}

/** The time for the Run record: what was written, else SOURCE_DATE_EPOCH in UTC, else none. */
function timeOf(
  written: string | undefined,
  epoch: string | undefined,
): { readonly time: string } | { readonly fault: string } | undefined {
  if (written !== undefined) {
    const good =
      /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(written) &&
      !Number.isNaN(Date.parse(written));
    return good ? { time: written } : { fault: written };
  }
  if (epoch === undefined || epoch === "") return undefined;
  const seconds = Number(epoch);
  if (!/^\d+$/.test(epoch) || seconds > 253_402_300_799) return { fault: `SOURCE_DATE_EPOCH=${epoch}` };
  return { time: new Date(seconds * 1_000).toISOString().replace(".000Z", "Z") };
}
