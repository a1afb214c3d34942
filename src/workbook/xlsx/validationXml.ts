import type { WrittenValidation } from "../workbook";
import { rangeReference } from "./cellReference";
import { encodeCellText } from "./cellText";
import { escapeXml } from "./xmlText";

/** Excel's limits; a text beyond them makes it repair the file, so they are refused here as the programmer's mistake. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;
const LONGEST_ERROR = 225;
const LONGEST_LIST = 255;

/** `<dataValidations>` for these rules, or nothing for none. */
export function validationsXml(validations: readonly WrittenValidation[]): string {
  if (validations.length === 0) return "";
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
}

function validationXml(validation: WrittenValidation): string {
  const { rule } = validation;
  const attributes = [
    ...ruleAttributes(rule),
    ...(validation.severity === "warning" ? ['errorStyle="warning"'] : []),
    'allowBlank="1" showInputMessage="1" showErrorMessage="1"',
    ...textAttribute("errorTitle", validation.errorTitle, LONGEST_TITLE),
    ...textAttribute("error", validation.error, LONGEST_ERROR),
    ...textAttribute("promptTitle", validation.promptTitle, LONGEST_TITLE),
    ...textAttribute("prompt", validation.prompt, LONGEST_MESSAGE),
    `sqref="${rangeReference(validation.range)}"`,
  ].join(" ");
  const formulas = ruleFormulas(rule).map((formula, index) => `<formula${index + 1}>${escapeXml(formula)}</formula${index + 1}>`);
  return formulas.length === 0 ? `<dataValidation ${attributes}/>` : `<dataValidation ${attributes}>${formulas.join("")}</dataValidation>`;
}

function ruleAttributes(rule: WrittenValidation["rule"]): readonly string[] {
  if (rule === undefined) return [];
  if (rule.kind === "list") return ['type="list"'];
  return [`type="${rule.kind}"`, ...(rule.maximum === undefined ? ['operator="greaterThanOrEqual"'] : [])];
}

function ruleFormulas(rule: WrittenValidation["rule"]): readonly string[] {
  if (rule === undefined) return [];
  if (rule.kind === "list") return [listFormula(rule.source)];
  return rule.maximum === undefined ? [String(rule.minimum)] : [String(rule.minimum), String(rule.maximum)];
}

/** "=Products!$B$5:$B$90" points at cells; anything else is the list itself, its members joined by commas. */
function listFormula(source: string): string {
  if (source.startsWith("=")) return source.slice(1);
  if (source.length > LONGEST_LIST) throw new RangeError(`a drop-down list of ${source.length} characters: ${source.slice(0, 40)}…`);
  return `"${source.replaceAll('"', '""')}"`;
}

function textAttribute(name: string, text: string | undefined, longest: number): readonly string[] {
  if (text === undefined || text === "") return [];
  if (text.length > longest) throw new RangeError(`${name} has ${text.length} characters, more than ${longest}: ${text.slice(0, 40)}…`);
  return [`${name}="${escapeXml(encodeCellText(text))}"`];
}
