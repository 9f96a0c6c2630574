import { nearestName } from "@statewright/diagnostics";
import { badChoiceRule } from "../diagnostics/rules.ts";
import { emptyValue, wrongType } from "../diagnostics/values.ts";
import { comparisonOperators } from "../fields/comparison-operators.ts";
import type { Field } from "../fields/field.ts";
import { objectFields } from "../fields/object-fields.ts";
import { emptyRecord } from "../model/empty-record.ts";
import type { JsonRecord, JsonValue } from "../model/json-value.ts";
import type { ChoiceRule } from "../model/state.ts";
import { checkTest } from "./check-choice-test.ts";
import { readFields } from "./read-fields.ts";
import { described } from "./read-value.ts";
import { type Here, isRecord, lowered, placeOf, type Reading } from "./reading.ts";

/** Reads the rules of a Choice (R-CHOICE-01, -02, -06, -10). */
export function readChoices(
  reading: Reading,
  at: Here,
  _field: Field,
  value: JsonValue,
): readonly ChoiceRule[] | undefined {
  if (!Array.isArray(value)) {
    const facts = { subject: at.subject, field: "Choices", expected: "an array", found: described(value) };
    reading.report(wrongType.at(placeOf(at), facts));
    return undefined;
  }
  if (value.length === 0) {
    reading.report(emptyValue.at(placeOf(at), { subject: at.subject, field: "Choices" }));
  }
  const rules: ChoiceRule[] = [];
  for (const [index, rule] of value.entries()) {
    const here = at.inside(index, () => `\`Choices[${index}]\` of ${lowered(at.subject)}`);
    if (isRecord(rule)) {
      rules.push(readRule(reading, here, rule));
      continue;
    }
    const facts = { subject: here.subject, field: "", expected: "an object", found: described(rule) };
    reading.report(wrongType.at(placeOf(here), facts));
    // It keeps its place: the rules after it are found by their index.
    rules.push(Object.freeze({ Next: "" }));
  }
  return Object.freeze(rules);
}

function readRule(reading: Reading, here: Here, rule: JsonRecord): ChoiceRule {
  const testKeys = new Set(Object.keys(rule).filter((name) => isTestField(rule, name)));
  const held = readFields(reading, here, objectFields.ChoiceRule, rule, {}, testKeys);
  if (here.language === "JSONata") checkJsonataRule(reading, here, rule, testKeys);
  else if (here.language === "JSONPath" && !(testKeys.size === 0 && Object.hasOwn(rule, "Condition"))) {
    checkTest(reading, here, rule, testKeys);
  }
  if (testKeys.size > 0) {
    const test = emptyRecord<JsonValue>();
    for (const name of testKeys) test[name] = rule[name] ?? null;
    held.test = Object.freeze(test);
  }
  held.Next ??= "";
  return Object.freeze({ ...held }) as unknown as ChoiceRule;
}

/** What belongs to a test, a misspelt operator beside a `Variable` included. */
function isTestField(rule: JsonRecord, name: string): boolean {
  if (["Variable", "And", "Or", "Not"].includes(name) || Object.hasOwn(comparisonOperators, name))
    return true;
  const unknown = !Object.hasOwn(objectFields.ChoiceRule.fields, name);
  return (
    unknown &&
    Object.hasOwn(rule, "Variable") &&
    nearestName(name, Object.keys(comparisonOperators)) !== undefined
  );
}

function checkJsonataRule(
  reading: Reading,
  here: Here,
  rule: JsonRecord,
  testKeys: ReadonlySet<string>,
): void {
  const [stranger] = testKeys;
  if (stranger !== undefined) {
    const problem = `uses JSONata, but its field \`${stranger}\` exists in JSONPath alone`;
    const help = "Write the test as a `Condition`.";
    reading.report(
      badChoiceRule.at(placeOf(here.inside(stranger)), { subject: here.subject, problem, help }),
      "key",
    );
  } else if (!Object.hasOwn(rule, "Condition")) {
    const help = "Add a `Condition`: `{% … %}` that gives true or false.";
    reading.report(
      badChoiceRule.at(placeOf(here), { subject: here.subject, problem: "has no `Condition`", help }),
    );
  }
}
