import { type Fix, nearestName } from "@statewright/diagnostics";
import { badChoiceRule } from "../diagnostics/rules.ts";
import { badTimestamp, emptyValue, wrongType } from "../diagnostics/values.ts";
import { type ComparisonOperand, comparisonOperators } from "../fields/comparison-operators.ts";
import type { JsonRecord, JsonValue } from "../model/json-value.ts";
import { hasPlaceholder } from "../placeholder.ts";
import { isTimestamp } from "../timestamp.ts";
import { described } from "./read-value.ts";
import { type Here, isRecord, lowered, placeOf, type Reading, renaming } from "./reading.ts";

const combinators = ["And", "Or", "Not"];

/** Checks the test of a JSONPath rule, or of a rule inside another one (R-CHOICE-10, -11, -15, -18). */
export function checkTest(reading: Reading, here: Here, rule: JsonRecord, fields: ReadonlySet<string>): void {
  const used = combinators.filter((name) => fields.has(name));
  const operators = [...fields].filter((name) => Object.hasOwn(comparisonOperators, name));
  const misspelt = [...fields].find(
    (name) => name !== "Variable" && !used.includes(name) && !operators.includes(name),
  );
  const tests = [...used, ...operators];
  if (misspelt !== undefined) {
    const nearest = nearestName(misspelt, Object.keys(comparisonOperators));
    complain(
      here.inside(misspelt),
      `has \`${misspelt}\`, which is no comparison operator`,
      nearest && `Did you mean \`${nearest}\`?`,
      nearest !== undefined && !fields.has(nearest)
        ? [renaming(placeOf(here.inside(misspelt)), nearest)]
        : [],
    );
  } else if (tests.length === 0) {
    const help = fields.has("Variable")
      ? "Add a comparison operator, such as `StringEquals`."
      : "Add a `Variable` and a comparison operator.";
    complain(here, fields.has("Variable") ? "compares its `Variable` with nothing" : "tests nothing", help);
  } else if (tests.length > 1) {
    const [first = "", second = ""] = tests;
    complain(
      here.inside(second),
      `has both \`${first}\` and \`${second}\``,
      "Join two tests with `And` or `Or`.",
    );
  } else if (operators.length === 1 && !fields.has("Variable")) {
    complain(
      here,
      `compares nothing: it has \`${operators[0]}\`, but no \`Variable\``,
      "Add the `Variable` to compare.",
    );
  } else if (used.length === 1 && fields.has("Variable")) {
    complain(
      here.inside("Variable"),
      `has both \`Variable\` and \`${used[0]}\``,
      `Move the comparison into \`${used[0]}\`.`,
    );
  }
  checkVariable(reading, here, rule);
  for (const name of operators) checkOperand(reading, here, name, rule[name] ?? null);
  for (const name of used) checkCombinator(reading, here, name, rule[name] ?? null);

  function complain(at: Here, problem: string, help: string | undefined, fixes: readonly Fix[] = []): void {
    const finding = badChoiceRule.at(placeOf(at), { subject: here.subject, problem, help }, { fixes });
    reading.report(finding, at === here ? undefined : "key");
  }
}

function checkVariable(reading: Reading, here: Here, rule: JsonRecord): void {
  const variable = rule.Variable;
  if (variable === undefined || typeof variable === "string") return;
  const facts = { subject: here.subject, field: "Variable", expected: "a path", found: described(variable) };
  reading.report(wrongType.at(placeOf(here.inside("Variable")), facts));
}

const operandTypes: Readonly<Record<ComparisonOperand, string>> = {
  text: "a text",
  path: "a path",
  timestamp: "a timestamp",
  number: "a number",
  boolean: "true or false",
};

function checkOperand(reading: Reading, here: Here, name: string, value: JsonValue): void {
  const operand = comparisonOperators[name] ?? "text";
  if (typeof value === "string" && hasPlaceholder(value)) return;
  const expected = operandTypes[operand];
  const place = placeOf(here.inside(name));
  const type = operand === "number" || operand === "boolean" ? operand : "string";
  if (typeof value !== type) {
    reading.report(
      wrongType.at(place, { subject: here.subject, field: name, expected, found: described(value) }),
    );
  } else if (operand === "timestamp" && typeof value === "string" && !isTimestamp(value)) {
    reading.report(badTimestamp.at(place, { subject: here.subject, field: name, found: value }));
  } else if (operand === "path" && typeof value === "string" && !value.startsWith("$")) {
    reading.report(
      wrongType.at(place, { subject: here.subject, field: name, expected, found: described(value) }),
    );
  }
}

function checkCombinator(reading: Reading, here: Here, name: string, value: JsonValue): void {
  const at = here.inside(name);
  const expected = name === "Not" ? "a rule" : "an array of rules";
  if (name === "Not" ? !isRecord(value) : !Array.isArray(value)) {
    const facts = { subject: here.subject, field: name, expected, found: described(value) };
    reading.report(wrongType.at(placeOf(at), facts));
    return;
  }
  if (isRecord(value)) checkInner(reading, at, name, value, here);
  if (!Array.isArray(value)) return;
  if (value.length === 0) reading.report(emptyValue.at(placeOf(at), { subject: here.subject, field: name }));
  for (const [index, rule] of value.entries()) {
    checkInner(reading, at.inside(index), `${name}[${index}]`, rule, here);
  }
}

/** A rule inside another one is a test alone: no `Next`, no `Assign`. */
function checkInner(reading: Reading, at: Here, name: string, rule: JsonValue, outer: Here): void {
  const here = at.as(() => `\`${name}\` in ${lowered(outer.subject)}`);
  if (!isRecord(rule)) {
    const facts = { subject: here.subject, field: "", expected: "a rule", found: described(rule) };
    reading.report(wrongType.at(placeOf(at), facts));
    return;
  }
  const fields = new Set(Object.keys(rule).filter((field) => field !== "Comment"));
  for (const field of ["Next", "Assign", "Output", "Condition"]) {
    if (!fields.delete(field)) continue;
    const problem = `has \`${field}\`, which belongs to the rule around it`;
    const facts = { subject: here.subject, problem, help: `Move \`${field}\` to the outermost rule.` };
    reading.report(badChoiceRule.at(placeOf(at.inside(field)), facts), "key");
  }
  checkTest(reading, here, rule, fields);
}
