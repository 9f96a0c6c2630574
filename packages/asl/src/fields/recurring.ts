import { quotas } from "../quotas.ts";
import type { Field } from "./field.ts";

/** Fields that stand in objects of several kinds. */
export const recurring: Readonly<Record<RecurringField, Field>> = Object.freeze({
  text: { kind: "text" },
  json: { kind: "json" },
  path: { kind: "path", only: "JSONPath" },
  pathOrNull: { kind: "pathOrNull", only: "JSONPath" },
  seconds: { kind: "integer", minimum: 1, maximum: quotas.secondsMax },
  count: { kind: "integer", minimum: 0, expression: true },
  queryLanguage: { kind: "enum", values: ["JSONPath", "JSONata"] },
  assign: { kind: "assign" },
  output: { kind: "json", only: "JSONata" },
  payload: { kind: "json", only: "JSONPath" },
  argument: { kind: "json", only: "JSONata" },
});

type RecurringField =
  | "text"
  | "json"
  | "path"
  | "pathOrNull"
  | "seconds"
  | "count"
  | "queryLanguage"
  | "assign"
  | "output"
  | "payload"
  | "argument";
