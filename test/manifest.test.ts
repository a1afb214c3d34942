import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST_RULES, manifestProblems } from "../scripts/manifestRules";

const { releaseManifest } = jest.requireActual<{
  releaseManifest(release: { manifest: string; site: string; version: string }): string;
}>("../scripts/releaseManifest.js");

const ROOT = join(__dirname, "..");
const MANIFEST = readFileSync(join(ROOT, "manifest.xml"), "utf8");
/** A PNG's width stands in its first chunk. */
const iconWidth = (path: string): number | null => {
  const file = join(ROOT, path);
  return existsSync(file) ? readFileSync(file).readUInt32BE(16) : null;
};
const problems = (xml: string, release = false): string[] => manifestProblems({ xml, iconWidth, release });

test("the manifest breaks no rule", () => {
  expect(problems(MANIFEST)).toEqual([]);
});

/** One change of the manifest for each rule, and more where a rule holds several things. */
const BREAKS: readonly [string, string, string | RegExp, string][] = [
  ["order", "the version before the id", /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, "$2$1"],
  [
    "order",
    "long texts before short ones",
    /(<bt:ShortStrings>[^]*<\/bt:ShortStrings>)\s*(<bt:LongStrings>[^]*<\/bt:LongStrings>)/,
    "$2$1",
  ],
  ["required elements", "no page for support", /<SupportUrl.*\/>/, ""],
  ["id", "no GUID", "d5a1c1f0-", "balance-"],
  ["version", "five parts", "<Version>1.0.0.0", "<Version>1.0.0.0.0"],
  ["languages", "another default", "<DefaultLocale>zh-CN", "<DefaultLocale>zh"],
  ["languages", "a button without English", '<bt:Override Locale="en-US" Value="Check"/>', ""],
  ["languages", "Chinese twice", '<bt:Override Locale="en-US" Value="Check"/>', '<bt:Override Locale="zh-CN" Value="检查"/>'],
  ["length", "a label of 126 characters", 'Value="Check"', `Value="${"x".repeat(126)}"`],
  ["length", "a description of 251 characters", 'Value="Balances what', `Value="${"x".repeat(251)}`],
  ["length", "a resource id of 33 characters", /Check\.Tip/g, "x".repeat(33)],
  ["resources", "a label that is not there", '<Label resid="Check.Label"', '<Label resid="Nowhere"'],
  ["resources", "a long text used as a label", '<Label resid="Check.Label"', '<Label resid="Check.Tip"'],
  [
    "resources",
    "a text that nobody uses",
    "<bt:LongStrings>",
    '<bt:LongStrings><bt:String id="Idle" DefaultValue="闲"><bt:Override Locale="en-US" Value="Idle"/></bt:String>',
  ],
  ["resources", "an address twice", '<bt:Url id="Check.Url"', '<bt:Url id="Balance.Url"'],
  ["control ids", "a button's id twice", 'id="Button.Check"', 'id="Button.Share"'],
  ["addresses", "plain http", "https://localhost:3000/taskpane.html?tab=check", "http://localhost:3000/taskpane.html?tab=check"],
  ["addresses", "another origin", "https://localhost:3000/index.html", "https://elsewhere.example/index.html"],
  ["icons", "a size left out", '<bt:Image size="20" resid="Check.20"/>', ""],
  ["icons", "a file of another size", "check-20.png", "check-24.png"],
  ["icons", "a file that is not there", "check-20.png", "nothing-20.png"],
  ["icons", "a small icon for high resolution", "icon-64.png", "icon-32.png"],
  ["requirement", "a floor that Office 2021 lacks", '"ExcelApi" MinVersion="1.14"', '"ExcelApi" MinVersion="1.16"'],
  ["requirement", "another host", '<Host Name="Workbook"/>', '<Host Name="Document"/>'],
  ["permission", "reading only", "ReadWriteDocument", "ReadDocument"],
  ["domains", "an empty list", "<Hosts>", "<AppDomains></AppDomains><Hosts>"],
  ["ribbon", "another tab", "TabHome", "TabData"],
  ["ribbon", "two buttons that open one place", "taskpane.html?tab=check", "taskpane.html?tab=share"],
  ["ribbon", "a button that runs a function", 'xsi:type="ShowTaskpane"', 'xsi:type="ExecuteFunction"'],
  ["ribbon", "a button without a tip", /<Supertip>[^]*?<\/Supertip>/, ""],
  ["first start", "nothing said", /<Description resid="Start.Text"\/>/, ""],
];

test.each(BREAKS)("the rule of %s catches: %s", (rule, _, from, to) => {
  const broken = MANIFEST.replace(from, to);
  expect(broken).not.toBe(MANIFEST);
  expect(problems(broken).map((problem) => problem.split(":")[0])).toContain(rule);
});

test("every rule has a case that it catches", () => {
  expect(new Set(BREAKS.map(([rule]) => rule))).toEqual(new Set(MANIFEST_RULES.map((rule) => rule.name)));
});

describe("a release", () => {
  const released = releaseManifest({ manifest: MANIFEST, site: "https://plan.example/balance/", version: "1.2.3" });

  test("carries the site's address and the package's version, and breaks no rule", () => {
    const atRoot = released.replaceAll("https://plan.example/balance/", "https://plan.example/");
    expect(problems(atRoot, true)).toEqual([]);
    expect(released).toContain('"https://plan.example/balance/taskpane.html?tab=share"');
    expect(released).toContain("<Version>1.2.3.0</Version>");
    expect(released).not.toMatch(/localhost|<!--/);
  });

  test("the development manifest is refused as one", () => {
    expect(problems(MANIFEST, true).some((problem) => problem.startsWith("addresses"))).toBe(true);
  });

  test.each(["http://plan.example", "https://localhost:3000", "https://plan.example/?a=1", "plan.example"])(
    "%s is no site's address",
    (site) => {
      expect(() => releaseManifest({ manifest: MANIFEST, site, version: "1.2.3" })).toThrow();
    },
  );
});

test("the icons are what the script draws", () => {
  expect(() => execFileSync(process.execPath, [join(ROOT, "scripts/makeIcons.mjs"), "--check"], { stdio: "pipe" })).not.toThrow();
});
