import type { Json } from "@statewright/json-types";
import type { Arrow } from "./arrow.ts";
import type { Origin } from "./origin.ts";

/** Data with holes: what `arguments`, `output`, `assign` and their like take. One arrow for the whole is a template too. */
export type Template =
  | { readonly kind: "value"; readonly value: null | boolean | number | string }
  | ParamTemplate
  | RawExpression
  | { readonly kind: "arrow"; readonly arrow: Arrow }
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: string, value: Template])[] }
  | { readonly kind: "array"; readonly items: readonly Template[] };

/** A value that the deployment fills in; printed `${Name}`. */
export interface ParamTemplate {
  readonly kind: "param";
  readonly name: string;
  readonly origin?: Origin;
}

/** An expression as the user wrote it, in the language of the state that it stands in. */
export interface RawExpression {
  readonly kind: "raw";
  readonly language: "JSONata" | "JSONPath";
  /** Without the `{% %}` of JSONata. */
  readonly text: string;
  readonly origin?: Origin;
}

/** A text that is known here, or filled in by the deployment. */
export type Text = string | ParamTemplate;

/** A number or text that is fixed, or computed when the state runs. */
export type Computed<T> = T | RawExpression | { readonly kind: "arrow"; readonly arrow: Arrow };

/** Constants of a workflow by name: printed as literals where an arrow reads them. */
export type Constants = Readonly<Record<string, Json>>;
