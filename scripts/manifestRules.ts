import type { XmlElement } from "../src/workbook/xlsx/xmlTree";
import { attributeOf, childOf, childrenOf, readXmlTree } from "../src/workbook/xlsx/xmlTree";

export interface ManifestCase {
  readonly xml: string;
  /** Width in pixels of an icon by its path on the site, null where there is none. */
  readonly iconWidth: (path: string) => number | null;
  readonly release: boolean;
}

interface Rule {
  readonly name: string;
  /** Sentences about what breaks the rule. */
  readonly broken: (root: XmlElement, given: ManifestCase) => readonly string[];
}

/** Everything that breaks a rule, each with the rule's name. An XML that can't be read throws. */
export function manifestProblems(given: ManifestCase): string[] {
  const root = readXmlTree(new TextEncoder().encode(given.xml), "manifest.xml", 10_000);
  return MANIFEST_RULES.flatMap((rule) => rule.broken(root, given).map((sentence) => `${rule.name}: ${sentence}`));
}

const ROOT_ORDER =
  "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides".split(
    " ",
  );
const REQUIRED = ROOT_ORDER.filter((name) => name !== "AppDomains");
const RESOURCE_ORDER = ["Images", "Urls", "ShortStrings", "LongStrings"];
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const BUTTONS = ["balance", "check", "templates", "share"];
const LONGEST: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250, ShortStrings: 125, LongStrings: 250 };

export const MANIFEST_RULES: readonly Rule[] = [
  {
    name: "order",
    broken: (root) => [...outOfOrder(root.children, ROOT_ORDER), ...outOfOrder(resources(root)?.children ?? [], RESOURCE_ORDER)],
  },
  { name: "required elements", broken: (root) => REQUIRED.filter((name) => childOf(root, name) === undefined) },
  { name: "id", broken: (root) => unless(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(textOf(root, "Id")), textOf(root, "Id")) },
  { name: "version", broken: (root) => unless(/^\d{1,5}(\.\d{1,5}){0,3}$/.test(textOf(root, "Version")), textOf(root, "Version")) },
  { name: "languages", broken: languages },
  { name: "length", broken: lengths },
  { name: "resources", broken: resourceUse },
  {
    name: "control ids",
    broken: (root) => repeated([...all(root, "Control"), ...all(root, "Group")].map((control) => attributeOf(control, "id") ?? "")),
  },
  { name: "addresses", broken: addresses },
  { name: "icons", broken: icons },
  { name: "requirement", broken: requirement },
  { name: "permission", broken: (root) => unless(textOf(root, "Permissions") === "ReadWriteDocument", textOf(root, "Permissions")) },
  {
    name: "domains",
    broken: (root) => all(root, "AppDomains").flatMap((domains) => unless(domains.children.length > 0, "an empty AppDomains")),
  },
  { name: "ribbon", broken: ribbon },
  {
    name: "first start",
    broken: (root) =>
      ["Title", "Description", "LearnMoreUrl"].filter((name) => !all(root, "GetStarted").some((start) => childOf(start, name))),
  },
];

function languages(root: XmlElement): string[] {
  const texts = [...childrenOf(root, "DisplayName"), ...childrenOf(root, "Description"), ...all(root, "String")];
  const wrong = texts.filter((text) => {
    const locales = childrenOf(text, "Override").map((override) => attributeOf(override, "Locale"));
    return locales.length !== 1 || locales[0] !== "en-US";
  });
  return [
    ...unless(textOf(root, "DefaultLocale") === "zh-CN", `the default is ${textOf(root, "DefaultLocale")}`),
    ...wrong.map((text) => `${attributeOf(text, "id") ?? text.name} is not in en-US once`),
  ];
}

function lengths(root: XmlElement): string[] {
  const named = ["DisplayName", "Description"].flatMap((name) =>
    childrenOf(root, name).map((element) => ({ element, longest: LONGEST[name] })),
  );
  const listed = ["ShortStrings", "LongStrings"].flatMap((name) =>
    all(root, name).flatMap((list) => list.children.map((element) => ({ element, longest: LONGEST[name] }))),
  );
  const tooLong = [...named, ...listed].filter(({ element, longest }) => valuesOf(element).some((value) => value.length > longest));
  const ids = all(root, "Resources").flatMap((list) =>
    list.children.flatMap((kind) => kind.children.map((item) => attributeOf(item, "id") ?? "")),
  );
  return [...tooLong.map(({ element }) => attributeOf(element, "id") ?? element.name), ...ids.filter((id) => id.length > 32)];
}

/** Every resource is there once and is used; whatever is used is there, in a list of the right kind. */
function resourceUse(root: XmlElement): string[] {
  const lists = new Map(
    RESOURCE_ORDER.map((kind) => [kind, all(root, kind).flatMap((list) => list.children.map((item) => attributeOf(item, "id") ?? ""))]),
  );
  const uses = everything(root).flatMap((element) =>
    attributeOf(element, "resid") === undefined ? [] : [{ element, id: attributeOf(element, "resid") ?? "" }],
  );
  const missing = uses.filter(({ element, id }) => !kindsFor(element.name).some((kind) => lists.get(kind)?.includes(id)));
  const known = [...lists.values()].flat();
  const used = new Set(uses.map((use) => use.id));
  return [
    ...missing.map(({ id }) => `${id} is not there`),
    ...repeated(known),
    ...known.filter((id) => !used.has(id)).map((id) => `${id} is not used`),
  ];
}

function kindsFor(element: string): readonly string[] {
  if (element === "Image") return ["Images"];
  if (/Url$|SourceLocation|FunctionFile/.test(element)) return ["Urls"];
  return element === "Description" ? ["LongStrings"] : ["ShortStrings"];
}

function addresses(root: XmlElement, { release }: ManifestCase): string[] {
  const found = everything(root)
    .flatMap(valuesOf)
    .filter((value) => /^[a-z]+:\/\//i.test(value));
  const origins = new Set(found.map((value) => new URL(value).origin));
  return [
    ...found.filter((value) => !value.startsWith("https://")),
    ...found.filter((value) => release && /localhost|127\.0\.0\.1/.test(value)),
    ...unless(origins.size === 1, `several origins: ${[...origins].join(", ")}`),
  ];
}

function icons(root: XmlElement, { iconWidth }: ManifestCase): string[] {
  const paths = new Map(
    all(root, "Images").flatMap((list) => list.children.map((image): [string, string] => [attributeOf(image, "id") ?? "", pathOf(image)])),
  );
  const wanted = all(root, "Icon").flatMap((icon) => {
    const sizes = icon.children.map((image) => Number(attributeOf(image, "size")));
    return unless(String(sizes) === String(SIZES), `sizes ${String(sizes)}`);
  });
  const files = [
    ...all(root, "Image")
      .filter((image) => attributeOf(image, "size") !== undefined)
      .map((image) => ({ path: paths.get(attributeOf(image, "resid") ?? "") ?? "", size: Number(attributeOf(image, "size")) })),
    ...childrenOf(root, "IconUrl").map((icon) => ({ path: pathOf(icon), size: 32 })),
    ...childrenOf(root, "HighResolutionIconUrl").map((icon) => ({ path: pathOf(icon), size: 64 })),
  ];
  const wrong = files.filter(({ path, size }) => iconWidth(path) !== size || !path.endsWith(".png"));
  return [...wanted, ...wrong.map(({ path, size }) => `${path} is not ${size} pixels wide`)];
}

function requirement(root: XmlElement): string[] {
  const sets = all(root, "Set").map((set) => `${attributeOf(set, "Name") ?? ""} ${attributeOf(set, "MinVersion") ?? ""}`);
  const hosts = childrenOf(root, "Hosts").flatMap((list) => list.children.map((host) => attributeOf(host, "Name")));
  return [...unless(String(sets) === "ExcelApi 1.14", String(sets)), ...unless(String(hosts) === "Workbook", `hosts ${String(hosts)}`)];
}

/** One group of our own on the Home tab; four buttons, each of which opens the pane at its place. */
function ribbon(root: XmlElement): string[] {
  const tabs = all(root, "OfficeTab").map((tab) => attributeOf(tab, "id"));
  const urls = new Map(
    all(root, "Urls").flatMap((list) =>
      list.children.map((url): [string, string] => [attributeOf(url, "id") ?? "", attributeOf(url, "DefaultValue") ?? ""]),
    ),
  );
  const opened = all(root, "Action").map((action) => {
    const place = childOf(action, "SourceLocation");
    return new URL(urls.get((place && attributeOf(place, "resid")) ?? "") ?? "about:blank").searchParams.get("tab");
  });
  const kinds = all(root, "Action").map((action) => [...action.attributes.values()].map((attribute) => attribute.value).join());
  return [
    ...unless(String(tabs) === "TabHome", `tabs ${String(tabs)}`),
    ...unless(all(root, "Group").length === 1, "one group"),
    ...unless(String(opened) === String(BUTTONS), `buttons open ${String(opened)}`),
    ...kinds.filter((kind) => kind !== "ShowTaskpane"),
    ...all(root, "Control").flatMap((control) =>
      ["Label", "Supertip", "Icon", "Action"].filter((part) => childOf(control, part) === undefined),
    ),
  ];
}

function outOfOrder(children: readonly XmlElement[], order: readonly string[]): string[] {
  const places = children.map((child) => order.indexOf(child.name));
  return children.filter((_, index) => places[index] < 0 || (index > 0 && places[index] <= places[index - 1])).map((child) => child.name);
}

function everything(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everything)];
}

function all(root: XmlElement, name: string): XmlElement[] {
  return everything(root).filter((element) => element.name === name);
}

function resources(root: XmlElement): XmlElement | undefined {
  return all(root, "Resources")[0];
}

function textOf(root: XmlElement, name: string): string {
  return childOf(root, name)?.text.trim() ?? "";
}

function valuesOf(element: XmlElement): string[] {
  return [element, ...childrenOf(element, "Override")].flatMap(
    (one) => attributeOf(one, "DefaultValue") ?? attributeOf(one, "Value") ?? [],
  );
}

function pathOf(element: XmlElement): string {
  return new URL(attributeOf(element, "DefaultValue") ?? "about:blank").pathname;
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} twice`);
}

function unless(holds: boolean, sentence: string): string[] {
  return holds ? [] : [sentence];
}
