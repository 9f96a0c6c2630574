import type { JsonRecord, JsonValue } from "@statewright/asl";
import { readPath } from "../execution/read-path.ts";
import { invalidVariable, testHolds } from "../execution/states/choice.ts";
import type { View } from "../execution/view.ts";
import { compileChoiceTest } from "../program/choice-test.ts";
import { pathAt } from "./path-at.ts";

type Keys = readonly (string | number)[];

/** The keys of the path that leads nowhere in a test that failed: the first one in the order of evaluation. */
export function failingPathOf(test: JsonRecord, keys: Keys, view: View): Keys {
  let [at, current] = [keys, test];
  for (;;) {
    const failing = partsOf(current).find(({ part }) => fails(part, view));
    if (failing === undefined) break;
    at = [...at, ...failing.keys];
    current = failing.part;
  }
  const { Variable } = current;
  const isVariable = typeof Variable === "string" && leadsNowhere(Variable, view);
  const operand = Object.keys(current).find((key) => key.endsWith("Path"));
  return [...at, isVariable || operand === undefined ? "Variable" : operand];
}

function fails(part: JsonRecord, view: View): boolean {
  const test = compileChoiceTest(part);
  return test.kind !== "problem" && !testHolds(test, view).ok;
}

function leadsNowhere(text: string, view: View): boolean {
  const path = pathAt(text);
  return path.ok && !readPath(path.value, view, invalidVariable).ok;
}

function partsOf(test: JsonRecord): readonly { readonly keys: Keys; readonly part: JsonRecord }[] {
  for (const combinator of ["And", "Or"]) {
    const parts = test[combinator] as readonly JsonValue[] | undefined;
    if (!Object.hasOwn(test, combinator) || !Array.isArray(parts)) continue;
    return parts.map((part, index) => ({ keys: [combinator, index], part: part as JsonRecord }));
  }
  return Object.hasOwn(test, "Not") ? [{ keys: ["Not"], part: test.Not as JsonRecord }] : [];
}
