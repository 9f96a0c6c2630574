import type { JsonRecord, JsonValue, QueryLanguage } from "@statewright/asl";
import type { StatePlace } from "./place-at.ts";

/** A field of a state in which something is evaluated. */
export interface FieldPlace {
  /** From the state, elements as `#`: `Output`, `Catch/#/Assign`, `ItemBatcher/BatchInput`. */
  readonly name: string;
  readonly kind: "template" | "path" | "test";
  /** Whether the place is all of the field, not a part inside of it. */
  readonly whole: boolean;
}

const fields: Readonly<Record<QueryLanguage, ReadonlySet<string>>> = {
  JSONata: new Set([
    "Arguments",
    "Output",
    "Assign",
    "Items",
    "ItemSelector",
    "Seconds",
    "Timestamp",
    "TimeoutSeconds",
    "HeartbeatSeconds",
    "MaxConcurrency",
    "ToleratedFailureCount",
    "ToleratedFailurePercentage",
    "Error",
    "Cause",
    "Credentials",
    "ItemReader/Arguments",
    "ItemReader/ReaderConfig/MaxItems",
    "ItemBatcher/BatchInput",
    "ItemBatcher/MaxItemsPerBatch",
    "ItemBatcher/MaxInputBytesPerBatch",
    "ResultWriter/Arguments",
    "Catch/#/Output",
    "Catch/#/Assign",
    "Choices/#/Condition",
    "Choices/#/Output",
    "Choices/#/Assign",
  ]),
  JSONPath: new Set([
    "InputPath",
    "OutputPath",
    "Parameters",
    "ResultSelector",
    "Assign",
    "ItemsPath",
    "ItemSelector",
    "SecondsPath",
    "TimestampPath",
    "TimeoutSecondsPath",
    "HeartbeatSecondsPath",
    "MaxConcurrencyPath",
    "ToleratedFailureCountPath",
    "ToleratedFailurePercentagePath",
    "ErrorPath",
    "CausePath",
    "Credentials",
    "ItemReader/Parameters",
    "ItemReader/ReaderConfig/MaxItemsPath",
    "ItemBatcher/BatchInput",
    "ItemBatcher/MaxItemsPerBatchPath",
    "ItemBatcher/MaxInputBytesPerBatchPath",
    "ResultWriter/Parameters",
    "Catch/#/Assign",
    "Choices/#/Assign",
  ]),
};

/** The evaluated field that a place is, or is in. */
export function fieldAt({ language, keys, value, visit }: StatePlace): FieldPlace | undefined {
  const names = keys.map((key) => (typeof key === "number" ? "#" : key));
  for (let length = 1; length <= Math.min(3, names.length); length += 1) {
    const name = names.slice(0, length).join("/");
    if (!fields[language].has(name)) continue;
    const whole = length === names.length;
    const isPath = language === "JSONPath" && name.endsWith("Path");
    if (isPath && !isPathValue(name, value)) return undefined;
    return { name, kind: isPath ? "path" : "template", whole };
  }
  if (visit.state.Type !== "Choice" || names[0] !== "Choices" || names.length < 2) return undefined;
  if (names.length === 2) return ruleOf(language, value);
  return language === "JSONPath" ? testAt(names, value) : undefined;
}

/** A rule; of JSONata its Condition counts. */
function ruleOf(language: QueryLanguage, value: JsonValue): FieldPlace | undefined {
  if (!isRecord(value)) return undefined;
  if (language === "JSONata" && !Object.hasOwn(value, "Condition")) return undefined;
  return { name: "Choices/#", kind: "test", whole: true };
}

/** A test inside of a rule, or a path that a test compares. */
function testAt(names: readonly string[], value: JsonValue): FieldPlace | undefined {
  const last = names.at(-1) ?? "";
  const isPath = typeof value === "string" && (last === "Variable" || last.endsWith("Path"));
  const inside = names.slice(2, isPath ? -1 : undefined).join("/");
  if (!/^((And|Or)\/#|Not)?(\/((And|Or)\/#|Not))*$/.test(inside)) return undefined;
  if (isPath) return { name: "Choices/#/Variable", kind: "path", whole: true };
  return isRecord(value) ? { name: "Choices/#/Not", kind: "test", whole: false } : undefined;
}

/** InputPath and OutputPath may be null; what stands in another path field is a text. */
function isPathValue(name: string, value: JsonValue): boolean {
  return typeof value === "string" || (value === null && (name === "InputPath" || name === "OutputPath"));
}

function isRecord(value: JsonValue): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The keys of every evaluated field of a state, and of the rules of a Choice. */
export function evaluatedFields(state: JsonValue, language: QueryLanguage): readonly (string | number)[][] {
  const found: (string | number)[][] = [];
  for (const name of [...fields[language], "Choices/#"]) found.push(...placesOf(state, name.split("/"), []));
  return found;
}

function placesOf(
  value: JsonValue | undefined,
  steps: readonly string[],
  keys: (string | number)[],
): readonly (string | number)[][] {
  const [step, ...rest] = steps;
  if (step === undefined) return value === undefined ? [] : [keys];
  if (step === "#") {
    const list = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
    return list.flatMap((element, index) => placesOf(element, rest, [...keys, index]));
  }
  if (value === undefined || !isRecord(value) || !Object.hasOwn(value, step)) return [];
  return placesOf(value[step], rest, [...keys, step]);
}
