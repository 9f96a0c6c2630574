import type { JsonValue } from "./model/json-value.ts";

/** A JSON Schema (2020-12), as it stands in the file. */
export type SchemaValue = JsonValue;

/**
 * The file `<name>.types.json` beside a machine: what the machine alone does not say.
 *
 * The keys of `states` and `bounds` are JSON Pointers of states; those of `resources` are ARNs.
 */
export interface MachineTypes {
  readonly $schema?: string;
  readonly version: 1;
  /** What an execution is started with. */
  readonly input?: SchemaValue;
  /** What the machine promises to return. */
  readonly output?: SchemaValue;
  readonly states?: Readonly<Record<string, StateTypes>>;
  readonly resources?: Readonly<Record<string, StateTypes>>;
  readonly bounds?: Readonly<Record<string, { readonly visits: number }>>;
}

/** `arguments`: what the task takes; `result`: what the state receives (for `lambda:invoke` the envelope with `Payload`). */
export interface StateTypes {
  readonly arguments?: SchemaValue;
  readonly result?: SchemaValue;
  readonly errors?: Readonly<Record<string, { readonly cause?: SchemaValue }>>;
  /** What one item of the state's reader is. */
  readonly items?: SchemaValue;
}
