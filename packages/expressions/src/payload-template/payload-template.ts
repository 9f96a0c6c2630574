import type { Json } from "@statewright/json-types";
import type { PathProblem } from "../json-path/path-problem.ts";
import type { TemplateValue } from "./parse-template-value.ts";

/** A payload template of a JSONPath state, read once: plain frozen data (R-JP-06). */
export type PayloadTemplate =
  /** Nothing in it is evaluated. */
  | { readonly kind: "constant"; readonly value: Json }
  /** The value of a member whose name ends in `.$`; `field` is that name, as AWS's texts cite it. */
  | { readonly kind: "value"; readonly field: string; readonly text: string; readonly value: TemplateValue }
  | {
      readonly kind: "object";
      /** The names without their `.$`. */
      readonly names: readonly string[];
      readonly values: readonly PayloadTemplate[];
    }
  | { readonly kind: "array"; readonly items: readonly PayloadTemplate[] };

/** What is wrong in a template, and where. */
export interface TemplateProblem {
  /** The keys that lead to the member, from the template. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The text of the member, where it is one. */
  readonly text?: string;
  /** Where the text of a member is a path or a call with something wrong in it. */
  readonly problem?: PathProblem;
}

/** A template with what is wrong with it. */
export interface PayloadTemplateParse {
  /** Absent when something is wrong that AWS refuses. */
  readonly template?: PayloadTemplate;
  readonly problems: readonly TemplateProblem[];
}
