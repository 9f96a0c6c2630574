import type { StateType } from "../model/state.ts";
import type { Field, FieldRow } from "./field.ts";
import { recurring } from "./recurring.ts";

// The fields of the states, in the order in which they are printed: the reader checks by them, the printer follows
// them. With object-fields.ts, the one table of the fields of the language.
// Sources: Amazon States Language specification (text of 22 November 2024), "Table of State Types and Fields" and
// the section of each state; Step Functions Developer Guide, read in October 2026.

const { text, json, path, pathOrNull, seconds, count, assign, output, payload, argument } = recurring;

const head: Readonly<Record<string, Field>> = {
  Type: { kind: "text", required: true },
  Comment: text,
  QueryLanguage: recurring.queryLanguage,
};
const onward: Readonly<Record<string, Field>> = { Next: { kind: "target" }, End: { kind: "boolean" } };
const selector: Field = { kind: "object", only: "JSONPath" };
const failures: Readonly<Record<string, Field>> = {
  Retry: { kind: "Retrier", list: true },
  Catch: { kind: "Catcher", list: true },
};
const goesOn = { exactlyOne: [["Next", "End"]] } as const;

/** The fields of a state, by its `Type`. */
export const stateFields: Readonly<Record<StateType, FieldRow>> = {
  Task: {
    fields: {
      ...head,
      Resource: { kind: "text", required: true },
      Credentials: { kind: "Credentials" },
      InputPath: pathOrNull,
      Parameters: payload,
      Arguments: argument,
      TimeoutSeconds: { ...seconds, expression: true },
      TimeoutSecondsPath: path,
      HeartbeatSeconds: { ...seconds, expression: true },
      HeartbeatSecondsPath: path,
      ResultSelector: selector,
      ResultPath: pathOrNull,
      OutputPath: pathOrNull,
      Assign: assign,
      Output: output,
      ...failures,
      ...onward,
    },
    ...goesOn,
    atMostOne: [
      ["TimeoutSeconds", "TimeoutSecondsPath"],
      ["HeartbeatSeconds", "HeartbeatSecondsPath"],
    ],
  },
  Pass: {
    fields: {
      ...head,
      InputPath: pathOrNull,
      Parameters: payload,
      Result: payload,
      ResultPath: pathOrNull,
      OutputPath: pathOrNull,
      Assign: assign,
      Output: output,
      ...onward,
    },
    ...goesOn,
  },
  Choice: {
    fields: {
      ...head,
      InputPath: pathOrNull,
      OutputPath: pathOrNull,
      Choices: { kind: "ChoiceRule", list: true, filled: true, required: true },
      Default: { kind: "target" },
      Assign: assign,
      Output: output,
    },
  },
  Wait: {
    fields: {
      ...head,
      InputPath: pathOrNull,
      Seconds: { ...seconds, minimum: 0, expression: true },
      SecondsPath: path,
      Timestamp: { kind: "timestamp", expression: true },
      TimestampPath: path,
      OutputPath: pathOrNull,
      Assign: assign,
      Output: output,
      ...onward,
    },
    exactlyOne: [
      ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"],
      ["Next", "End"],
    ],
  },
  Parallel: {
    fields: {
      ...head,
      InputPath: pathOrNull,
      Parameters: payload,
      Arguments: argument,
      Branches: { kind: "Branch", list: true, filled: true, required: true },
      ResultSelector: selector,
      ResultPath: pathOrNull,
      OutputPath: pathOrNull,
      Assign: assign,
      Output: output,
      ...failures,
      ...onward,
    },
    ...goesOn,
  },
  Map: {
    fields: {
      ...head,
      Label: { kind: "label", distributed: true },
      InputPath: pathOrNull,
      ItemReader: { kind: "ItemReader", distributed: true },
      ItemsPath: path,
      Items: { kind: "items", only: "JSONata" },
      ItemSelector: json,
      Parameters: payload,
      ItemBatcher: { kind: "ItemBatcher", distributed: true },
      MaxConcurrency: count,
      MaxConcurrencyPath: path,
      ToleratedFailureCount: { ...count, distributed: true },
      ToleratedFailureCountPath: { ...path, distributed: true },
      ToleratedFailurePercentage: {
        kind: "number",
        minimum: 0,
        maximum: 100,
        expression: true,
        distributed: true,
      },
      ToleratedFailurePercentagePath: { ...path, distributed: true },
      ItemProcessor: { kind: "ItemProcessor" },
      Iterator: { kind: "ItemProcessor" },
      ResultWriter: { kind: "ResultWriter", distributed: true },
      ResultSelector: selector,
      ResultPath: pathOrNull,
      OutputPath: pathOrNull,
      Assign: assign,
      Output: output,
      ...failures,
      ...onward,
    },
    exactlyOne: [
      ["ItemProcessor", "Iterator"],
      ["Next", "End"],
    ],
    atMostOne: [
      ["ItemSelector", "Parameters"],
      ["MaxConcurrency", "MaxConcurrencyPath"],
      ["ToleratedFailureCount", "ToleratedFailureCountPath"],
      ["ToleratedFailurePercentage", "ToleratedFailurePercentagePath"],
    ],
  },
  Succeed: { fields: { ...head, InputPath: pathOrNull, OutputPath: pathOrNull, Output: output } },
  Fail: {
    fields: { ...head, Error: text, ErrorPath: path, Cause: text, CausePath: path },
    atMostOne: [
      ["Error", "ErrorPath"],
      ["Cause", "CausePath"],
    ],
  },
};

/** Every state type, in the order in which AWS lists them. */
export const stateTypes: readonly StateType[] = [
  "Task",
  "Wait",
  "Pass",
  "Succeed",
  "Fail",
  "Choice",
  "Parallel",
  "Map",
];
