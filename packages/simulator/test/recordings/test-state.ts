import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJsonata, parseJsonPath, parsePayloadTemplate } from "@statewright/expressions";
import {
  evaluateJsonata,
  evaluateJsonPath,
  evaluatePayloadTemplate,
  type IntrinsicEnvironment,
} from "@statewright/expressions/evaluate";
import type { Json } from "@statewright/json-types";

type Fields = Readonly<Record<string, Json>>;

/** An answer of TestState as it was recorded. */
export interface TestStateAnswer {
  readonly id: string;
  readonly definition: Fields;
  readonly input: Json;
  readonly stateName?: string;
  readonly variables?: Fields;
  readonly context?: Json;
  readonly mock?: { readonly result?: string; readonly errorOutput?: Fields };
  readonly placeholders?: readonly string[] | null;
  readonly expected: Fields;
}

/** What one field of a state evaluated to on AWS, and here. */
export interface FieldCheck {
  readonly where: string;
  readonly expected: Json;
  readonly actual: Json | undefined;
}

export function readTestStates(folder: string): readonly TestStateAnswer[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as TestStateAnswer);
}

/** Each field with paths, calls or expressions whose value the answer shows, evaluated here on what it saw there. */
export function checksOf(answer: TestStateAnswer): readonly FieldCheck[] {
  const { definition, input, expected } = answer;
  const states = definition.States as Readonly<Record<string, Fields>> | undefined;
  const state = states?.[answer.stateName ?? ""] ?? definition;
  if (state.Type === undefined) return [];
  if (expected.status === "CAUGHT_ERROR") return caughtChecks(answer, state);
  if (expected.status !== "SUCCEEDED") return [];
  const seen = (expected.inspectionData ?? {}) as Fields;
  const language = state.QueryLanguage ?? definition.QueryLanguage ?? "JSONPath";
  const checks: FieldCheck[] = [];
  const check = (field: string, shown: Json | undefined, evaluate: () => Json | undefined): void => {
    if (state[field] === undefined || shown === undefined) return;
    checks.push({ where: `${answer.id} ${field}`, expected: shown, actual: evaluate() });
  };
  if (language === "JSONata") {
    const result = answer.mock?.result === undefined ? undefined : (JSON.parse(answer.mock.result) as Json);
    const see = { input, context: contextOf(answer), ...(result !== undefined && { result }) };
    check("Arguments", seen.afterArguments, () => jsonata(state.Arguments as Json, see, answer));
    check("Items", seen.afterItems, () => jsonata(state.Items as Json, see, answer));
    check("Output", expected.output, () => jsonata(state.Output as Json, see, answer));
    return checks;
  }
  const effective = seen.afterInputPath ?? input;
  check("InputPath", seen.afterInputPath, () => path(state.InputPath as Json, input, answer));
  check("ItemsPath", seen.afterItemsPath, () => path(state.ItemsPath as Json, effective, answer));
  check("Parameters", seen.afterParameters, () => template(state.Parameters as Json, effective, answer));
  check("ResultSelector", seen.afterResultSelector, () =>
    template(state.ResultSelector as Json, seen.result as Json, answer),
  );
  if (seen.afterResultPath !== undefined) {
    check("OutputPath", expected.output, () =>
      path(state.OutputPath as Json, seen.afterResultPath as Json, answer),
    );
  }
  return checks;
}

/** The Output of the catcher that took the error. */
function caughtChecks(answer: TestStateAnswer, state: Fields): readonly FieldCheck[] {
  const { input, expected } = answer;
  const catchers = (state.Catch ?? []) as readonly Fields[];
  const catcher = catchers.find(({ Next }) => Next === expected.nextState);
  if (typeof catcher?.Output !== "string") return [];
  const errorOutput = { Error: expected.error as Json, Cause: expected.cause as Json };
  const actual = jsonata(catcher.Output, { input, context: contextOf(answer), errorOutput }, answer);
  return [{ where: `${answer.id} Catch/Output`, expected: expected.output as Json, actual }];
}

function environmentOf(document: Json, answer: TestStateAnswer): IntrinsicEnvironment {
  const variables = answer.variables ?? {};
  return {
    document,
    context: () => contextOf(answer),
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    random: () => 0,
  };
}

/** The context object where none was handed in: its shape; the values are masked. */
function contextOf({ context, input, expected }: TestStateAnswer): Json {
  if (context !== undefined) return context;
  const shown = JSON.stringify(expected);
  const name = "";
  return {
    Execution: {
      Id: "arn:aws:states:us-east-1:111111111111:express::",
      Input: input,
      StartTime: name,
      Name: name,
      RoleArn: shown.includes('"RoleArn":null') ? null : "arn:aws:iam::111111111111:role/",
    },
    StateMachine: { Id: "arn:aws:states:us-east-1:111111111111:stateMachine:", Name: name },
    State: { Name: "StateName", EnteredTime: name, ...(shown.includes('"RetryCount"') && { RetryCount: 0 }) },
  };
}

function path(text: Json, document: Json, answer: TestStateAnswer): Json | undefined {
  if (text === null) return {};
  const parse = parseJsonPath(String(text));
  const result = parse.path && evaluateJsonPath(parse.path, environmentOf(document, answer));
  return result?.ok ? result.value : undefined;
}

function template(value: Json, document: Json, answer: TestStateAnswer): Json | undefined {
  const parse = parsePayloadTemplate(value);
  const result = parse.template && evaluatePayloadTemplate(parse.template, environmentOf(document, answer));
  return result?.ok ? result.value : undefined;
}

function jsonata(value: Json, states: Json, answer: TestStateAnswer): Json | undefined {
  if (typeof value === "string" && value.startsWith("{%")) {
    const { expression } = parseJsonata(value.slice(2, -2));
    const { variable } = environmentOf(null, answer);
    const result = evaluateJsonata(expression, {
      variable: (name) => (name === "states" ? states : variable(name)),
      now: 0,
      random: () => 0,
    });
    return result.ok ? result.value : undefined;
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => found(jsonata(item, states, answer)));
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, found(jsonata(part as Json, states, answer))]),
  );
}

function found(value: Json | undefined): Json {
  return value === undefined ? "nothing" : value;
}
