import { quotas } from "../quotas.ts";
import type { Field, FieldRow, ObjectKind } from "./field.ts";
import { recurring } from "./recurring.ts";

// The fields of the objects that are no states, in the order in which they are printed; see state-fields.ts.
// Sources: Amazon States Language specification (text of 22 November 2024), "Table of State Types and Fields" and
// the section of each state; Step Functions Developer Guide, read in October 2026.

const { text, json, path, pathOrNull, seconds, count, assign, output, payload, argument } = recurring;

const scope: Readonly<Record<string, Field>> = {
  StartAt: { kind: "target", required: true },
  States: { kind: "states", required: true },
};

/** The fields of the objects that are no states. */
export const objectFields: Readonly<Record<ObjectKind, FieldRow>> = {
  StateMachine: {
    fields: {
      Comment: text,
      QueryLanguage: recurring.queryLanguage,
      Version: { kind: "enum", values: ["1.0"] },
      TimeoutSeconds: seconds,
      ...scope,
    },
  },
  Branch: { fields: { Comment: text, ...scope } },
  ItemProcessor: { fields: { ProcessorConfig: { kind: "ProcessorConfig" }, Comment: text, ...scope } },
  ProcessorConfig: {
    fields: {
      Mode: { kind: "enum", values: ["INLINE", "DISTRIBUTED"] },
      ExecutionType: { kind: "enum", values: ["STANDARD", "EXPRESS"] },
    },
  },
  Retrier: {
    fields: {
      Comment: text,
      ErrorEquals: { kind: "errorNames", required: true },
      IntervalSeconds: seconds,
      MaxAttempts: { ...seconds, minimum: 0 },
      BackoffRate: { kind: "number", minimum: 1 },
      MaxDelaySeconds: { kind: "integer", minimum: 1, maximum: quotas.maxDelaySeconds },
      JitterStrategy: { kind: "enum", values: ["FULL", "NONE"] },
    },
  },
  Catcher: {
    fields: {
      Comment: text,
      ErrorEquals: { kind: "errorNames", required: true },
      ResultPath: pathOrNull,
      Assign: assign,
      Output: output,
      Next: { kind: "target", required: true },
    },
  },
  ChoiceRule: {
    fields: {
      Comment: text,
      Condition: { kind: "condition", only: "JSONata" },
      Assign: assign,
      Output: output,
      Next: { kind: "target", required: true },
    },
  },
  ItemReader: {
    fields: {
      Resource: { kind: "integration", required: true, values: ["s3:getObject", "s3:listObjectsV2"] },
      ReaderConfig: { kind: "ReaderConfig" },
      Parameters: payload,
      Arguments: argument,
    },
  },
  ReaderConfig: {
    fields: {
      InputType: { kind: "enum", values: ["CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"] },
      Transformation: { kind: "enum", values: ["NONE", "LOAD_AND_FLATTEN"] },
      ManifestType: { kind: "enum", values: ["ATHENA_DATA", "S3_INVENTORY"] },
      CSVDelimiter: { kind: "enum", values: ["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"] },
      CSVHeaderLocation: { kind: "enum", values: ["FIRST_ROW", "GIVEN"] },
      CSVHeaders: { kind: "texts" },
      ItemsPointer: text,
      MaxItems: count,
      MaxItemsPath: path,
    },
    atMostOne: [["MaxItems", "MaxItemsPath"]],
  },
  ItemBatcher: {
    fields: {
      MaxItemsPerBatch: { kind: "integer", minimum: 1, expression: true },
      MaxItemsPerBatchPath: path,
      MaxInputBytesPerBatch: {
        kind: "integer",
        minimum: 1,
        maximum: quotas.maxInputBytesPerBatch,
        expression: true,
      },
      MaxInputBytesPerBatchPath: path,
      BatchInput: json,
    },
    atMostOne: [
      ["MaxItemsPerBatch", "MaxItemsPerBatchPath"],
      ["MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"],
    ],
    atLeastOne: [
      ["MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"],
    ],
  },
  ResultWriter: {
    fields: {
      Resource: { kind: "integration", values: ["s3:putObject"] },
      Parameters: payload,
      Arguments: argument,
      WriterConfig: { kind: "WriterConfig" },
    },
    atLeastOne: [["Resource", "WriterConfig"]],
  },
  WriterConfig: {
    fields: {
      Transformation: { kind: "enum", values: ["NONE", "COMPACT", "FLATTEN"] },
      OutputType: { kind: "enum", values: ["JSON", "JSONL"] },
    },
  },
  Credentials: {
    fields: { RoleArn: text, "RoleArn.$": { kind: "text", only: "JSONPath" } },
    exactlyOne: [["RoleArn", "RoleArn.$"]],
  },
};
