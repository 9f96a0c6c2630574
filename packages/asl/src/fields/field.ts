import type { QueryLanguage } from "../model/state-machine.ts";

/** What may stand in a field. */
export type FieldKind =
  | "text"
  | "target"
  | "boolean"
  | "integer"
  | "number"
  | "enum"
  | "timestamp"
  | "label"
  | "integration"
  | "path"
  | "pathOrNull"
  | "json"
  | "object"
  | "condition"
  | "items"
  | "assign"
  | "errorNames"
  | "texts"
  | "test"
  | "tests"
  | "states"
  | ObjectKind;

/** The objects of the language that have fields of their own. */
export type ObjectKind =
  | "StateMachine"
  | "Branch"
  | "ItemProcessor"
  | "ProcessorConfig"
  | "Retrier"
  | "Catcher"
  | "ChoiceRule"
  | "ItemReader"
  | "ReaderConfig"
  | "ItemBatcher"
  | "ResultWriter"
  | "WriterConfig"
  | "Credentials";

/** One field of an object of the language. */
export interface Field {
  readonly kind: FieldKind;
  readonly required?: true;
  /** Stands in states of this query language alone. */
  readonly only?: QueryLanguage;
  /** A JSONata expression may stand for the whole value, in a JSONata state. */
  readonly expression?: true;
  /** An array of what `kind` says. */
  readonly list?: true;
  /** Of a list: it holds at least one. */
  readonly filled?: true;
  /** Of an enum: its words. Of an integration: `service:action`. */
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** Has an effect with `ProcessorConfig.Mode` DISTRIBUTED alone. */
  readonly distributed?: true;
}

/** The fields of one kind of object, in the order in which they are printed. */
export interface FieldRow {
  readonly fields: Readonly<Record<string, Field>>;
  /** Groups of which one field must stand, and no second one. */
  readonly exactlyOne?: readonly (readonly string[])[];
  /** Groups of which at most one field may stand. */
  readonly atMostOne?: readonly (readonly string[])[];
  readonly atLeastOne?: readonly (readonly string[])[];
}
