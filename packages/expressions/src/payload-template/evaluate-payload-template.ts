import type { Json } from "@statewright/json-types";
import {
  evaluateIntrinsic,
  type IntrinsicEnvironment,
  type IntrinsicFailure,
} from "../intrinsics/evaluate-intrinsic.ts";
import type { PathFailure } from "../json-path/evaluate/path-failure.ts";
import { evaluateJsonPath } from "../json-path/evaluate-json-path.ts";
import type { TemplateValue } from "./parse-template-value.ts";
import type { PayloadTemplate } from "./payload-template.ts";

/** The value of a template, or the first member that has none. */
export type TemplateEvaluation =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly failure: TemplateFailure };

/** Why a member has no value. */
export type TemplateFailure = (PathFailure | IntrinsicFailure) & {
  /** The name of the member with its `.$`. */
  readonly field: string;
  /** Its text: of a call the whole outermost one, as AWS's texts cite it. */
  readonly text: string;
  readonly source: TemplateValue["kind"];
};

/**
 * Gives a payload template its value: members in their order, `.$` removed from their names; what is constant is
 * the value it was, not a copy (R-JP-06, R-JP-08).
 *
 * @example
 * ```ts
 * const { template } = parsePayloadTemplate({ "id.$": "$.order.id", size: 3 });
 * template && evaluatePayloadTemplate(template, {
 *   document: { order: { id: 7 } }, context: () => ({}), variable: () => undefined, random: () => 0,
 * }); // → { ok: true, value: { id: 7, size: 3 } }
 * ```
 * @throws Never, whatever the template and the data.
 */
export function evaluatePayloadTemplate(
  template: PayloadTemplate,
  environment: IntrinsicEnvironment,
): TemplateEvaluation {
  switch (template.kind) {
    case "constant":
      return { ok: true, value: template.value };
    case "value":
      return evaluateTemplateValue(template, environment);
    case "array": {
      const items: Json[] = [];
      for (const item of template.items) {
        const result = evaluatePayloadTemplate(item, environment);
        if (!result.ok) return result;
        items.push(result.value);
      }
      return { ok: true, value: items };
    }
    case "object": {
      const object: Record<string, Json> = {};
      for (let index = 0; index < template.values.length; index += 1) {
        const result = evaluatePayloadTemplate(template.values[index] as PayloadTemplate, environment);
        if (!result.ok) return result;
        setMember(object, template.names[index] as string, result.value);
      }
      return { ok: true, value: object };
    }
  }
}

/** Sets an own member, also one named `__proto__`. */
function setMember(target: Record<string, Json>, name: string, value: Json): void {
  if (name !== "__proto__") target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}

/** The value of one `.$` member, of `ErrorPath` or of `CausePath`. */
export function evaluateTemplateValue(
  { field, text, value: source }: PayloadTemplate & { readonly kind: "value" },
  environment: IntrinsicEnvironment,
): TemplateEvaluation {
  const result =
    source.kind === "path"
      ? evaluateJsonPath(source.path, environment)
      : evaluateIntrinsic(source, environment);
  if (result.ok) return result;
  return { ok: false, failure: { ...result.failure, field, text, source: source.kind } };
}
