import { assertNever, type Diagnostic, type Fix, nearestName } from "@statewright/diagnostics";
import { badLabel } from "../diagnostics/names.ts";
import { badTimestamp, emptyValue, outOfRange, unknownValue, wrongType } from "../diagnostics/values.ts";
import type { Field } from "../fields/field.ts";
import { jsonataText } from "../jsonata-text.ts";
import type { JsonValue } from "../model/json-value.ts";
import { hasPlaceholder } from "../placeholder.ts";
import { quotas } from "../quotas.ts";
import { isTimestamp } from "../timestamp.ts";
import { readVariableNames } from "./read-variable-names.ts";
import { type Here, isRecord, placeOf, type Reading, rewording, schemaValidation } from "./reading.ts";

/** What to do with a value: keep it in the model, keep it beside the model, or leave it out. */
export type Verdict = "keep" | "aside" | "drop";

/**
 * Checks the value of a field that is no object of the language, and says whether the model can hold it.
 * A placeholder stands for a value that is not known: where the model wants a number it is kept aside.
 */
export function checkValue(
  reading: Reading,
  here: Here,
  name: string,
  field: Field,
  value: JsonValue,
): Verdict {
  if (isPlainlyFine(field, value)) return "keep";
  const { expression, kind } = field;
  const takesExpression = expression === true || kind === "condition" || kind === "items";
  if (typeof value === "string") {
    if (takesExpression && here.language !== "JSONPath" && jsonataText(value) !== undefined) return "keep";
    if (isLiteralKind(field) && hasPlaceholder(value)) {
      return takesExpression || kind === "timestamp" || kind === "label" ? "keep" : "aside";
    }
  }
  const problem = problemOf(reading, here, name, field, value);
  if (problem === "fine") return "keep";
  if (problem !== undefined) reading.report(problem);
  return "drop";
}

/** Nearly every value is; what is not is looked at once more, to be told what is wrong with it. */
function isPlainlyFine({ kind, values, minimum, maximum }: Field, value: JsonValue): boolean {
  switch (kind) {
    case "json":
      return true;
    case "text":
    case "path":
    case "target":
    case "pathOrNull":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "enum":
      return typeof value === "string" && values?.includes(value) === true;
    case "integer":
      return (
        typeof value === "number" &&
        Number.isInteger(value) &&
        value >= (minimum ?? -Infinity) &&
        value <= (maximum ?? Infinity)
      );
    case "errorNames":
      return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === "string");
    default:
      return false;
  }
}

function isLiteralKind({ kind }: Field): boolean {
  return ["integer", "number", "boolean", "enum", "timestamp", "label", "condition", "items"].includes(kind);
}

function problemOf(
  reading: Reading,
  here: Here,
  name: string,
  field: Field,
  value: JsonValue,
): Diagnostic | "fine" {
  const at = here.inside(name);
  const facts = { subject: here.subject, field: name };
  const wrong = (expected: string): Diagnostic =>
    wrongType.at(
      placeOf(at),
      { ...facts, expected, found: described(value), help: helpFor(here, name, field, value) },
      { fixes: isQuotedNumber(field, value) ? [unquoting(at, value)] : [] },
    );
  switch (field.kind) {
    case "json":
      return "fine";
    case "text":
    case "path":
      return typeof value === "string" ? "fine" : wrong(field.kind === "path" ? "a path" : "a text");
    case "target":
      return typeof value === "string" ? "fine" : wrong("the name of a state");
    case "pathOrNull":
      return typeof value === "string" || value === null ? "fine" : wrong("a path or null");
    case "boolean":
      return typeof value === "boolean" ? "fine" : wrong("true or false");
    case "condition":
      if (typeof value === "boolean") return "fine";
      return typeof value === "string" && jsonataText(value) !== undefined
        ? "fine"
        : wrong("true, false or a JSONata expression `{% … %}`");
    case "integer":
    case "number":
      return (
        numberProblem(at, facts, field, value) ??
        (typeof value === "number" ? "fine" : wrong(wanted(here, field)))
      );
    case "enum":
      if (typeof value !== "string") return wrong("a text");
      return (field.values ?? []).includes(value)
        ? "fine"
        : unknownWord(at, facts, field.values ?? [], value);
    case "integration":
      if (typeof value !== "string") return wrong("an ARN");
      return isIntegration(value, field.values ?? [])
        ? "fine"
        : unknownResource(at, facts, field.values ?? [], value);
    case "timestamp":
      if (typeof value !== "string") return wrong("a text");
      if (isTimestamp(value)) return "fine";
      return badTimestamp.at(
        placeOf(at),
        { ...facts, found: value },
        { aws: schemaValidation(at, "String does not match RFC3339 timestamp") },
      );
    case "label":
      if (typeof value !== "string") return wrong("a text");
      return isLabel(value)
        ? "fine"
        : badLabel.at(placeOf(at), { label: value, subject: here.subject, limit: quotas.mapLabelLength });
    case "items": {
      const expression = typeof value === "string" && jsonataText(value) !== undefined;
      return expression || (typeof value === "object" && value !== null)
        ? "fine"
        : wrong("an array, an object or a JSONata expression `{% … %}`");
    }
    case "object":
      return isRecord(value) ? "fine" : wrong("an object");
    case "assign":
      if (!isRecord(value)) return wrong("an object of variable names and values");
      readVariableNames(reading, at, value);
      return "fine";
    case "errorNames":
    case "texts": {
      if (!Array.isArray(value)) return wrong("an array of texts");
      if (field.kind === "errorNames" && value.length === 0) return emptyValue.at(placeOf(at), facts);
      const wrongIndex = value.findIndex((entry) => typeof entry !== "string");
      if (wrongIndex < 0) return "fine";
      const entry = at.inside(wrongIndex);
      const found = described(value[wrongIndex] ?? null);
      return wrongType.at(placeOf(entry), {
        ...facts,
        field: `${name}[${wrongIndex}]`,
        expected: "a text",
        found,
      });
    }
    default:
      return isRecord(value) ? "fine" : wrong("an object");
  }
}

function numberProblem(
  at: Here,
  facts: { subject: string; field: string },
  { kind, minimum, maximum }: Field,
  value: JsonValue,
): Diagnostic | undefined {
  if (typeof value !== "number") return undefined;
  if (kind === "integer" && !Number.isInteger(value)) {
    return wrongType.at(placeOf(at), { ...facts, expected: "a whole number", found: String(value) });
  }
  if (value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity)) return undefined;
  return outOfRange.at(placeOf(at), { ...facts, found: value, minimum, maximum });
}

function unknownWord(
  at: Here,
  facts: { subject: string; field: string },
  known: readonly string[],
  found: string,
): Diagnostic {
  const message = `The field '${facts.field}' should have one of these values: [${known.join(", ")}]`;
  const nearest = nearestName(found, known);
  const fixes = nearest === undefined ? [] : [rewording(placeOf(at), nearest)];
  return unknownValue.at(
    placeOf(at),
    { ...facts, found, known, nearest },
    { aws: schemaValidation(at, message), fixes },
  );
}

function unknownResource(
  at: Here,
  facts: { subject: string; field: string },
  actions: readonly string[],
  found: string,
): Diagnostic {
  const known = actions.map((action) => `arn:aws:states:::${action}`);
  return unknownValue.at(placeOf(at), { ...facts, found, known, nearest: nearestName(found, known) });
}

/** In any partition; Region and account may be filled in. */
function isIntegration(resource: string, actions: readonly string[]): boolean {
  const action = /^arn:[^:]+:states:[^:]*:[^:]*:(.+)$/.exec(resource)?.[1];
  return hasPlaceholder(resource) || (action !== undefined && actions.includes(action));
}

function wanted(here: Here, { kind, expression }: Field): string {
  const literal = kind === "integer" ? "a whole number" : "a number";
  return expression === true && here.language === "JSONata"
    ? `${literal} or a JSONata expression \`{% … %}\``
    : literal;
}

function helpFor(here: Here, name: string, field: Field, value: JsonValue): string | undefined {
  if (typeof value !== "string") return undefined;
  if (jsonataText(value) !== undefined && field.expression === true && here.language === "JSONPath") {
    return "For a JSONata expression set `QueryLanguage` of the state, or of the state machine, to JSONata.";
  }
  if (value.startsWith("$") && field.expression === true && here.language === "JSONPath") {
    return `For a path use \`${name}Path\`.`;
  }
  return isQuotedNumber(field, value) ? "Write the number without quotes." : undefined;
}

function isQuotedNumber({ kind }: Field, value: JsonValue): value is string {
  const numeric = kind === "integer" || kind === "number";
  return numeric && typeof value === "string" && /^\s*-?\d{1,15}(\.\d+)?\s*$/.test(value);
}

function unquoting(at: Here, value: string): Fix {
  const edits = [{ pointer: at.pointer, newText: String(Number(value)) }];
  return { title: "Remove the quotes", edits };
}

/** What a value is, in the words of JSON. */
export function described(value: JsonValue): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  switch (typeof value) {
    case "object":
      return "an object";
    case "boolean":
      return String(value);
    case "number":
      return `the number ${value}`;
    case "string":
      return value.length > 40 ? "a text" : `the text "${value}"`;
    default:
      return assertNever(value);
  }
}

function isLabel(label: string): boolean {
  return label.length <= quotas.mapLabelLength && !/[\s?*<>{}[\]:;,\\|^~$#%&`"\p{Cc}]/u.test(label);
}
