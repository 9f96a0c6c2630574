import { stringShape } from "@statewright/json-types";
import type { ArrowExpression } from "../../ir/arrow.ts";
import { kindNames, kinds, kindsOf } from "../expression/value/index.ts";
import type { PathSession } from "./path-session.ts";
import { escaped, type IntrinsicCall, type PathValue, refusedValue, shapeOf } from "./path-value.ts";

/** A piece of a text: fixed, or a value with the node that it comes from. */
export type TextPart = string | { readonly node: ArrowExpression; readonly value: PathValue };

/** Texts and values in a row: `States.Format('{}-{}', $.a, $.b)`, or a constant where all is known. */
export function formatted(parts: readonly TextPart[], session: PathSession): PathValue {
  let template = "";
  let plain = "";
  const values: PathValue[] = [];
  for (const part of parts) {
    if (typeof part === "string") {
      template += escaped(part);
      plain += part;
      continue;
    }
    const { value, node } = part;
    if (value === refusedValue) return value;
    if (value.kind === "constant" && (typeof value.value !== "object" || value.value === null)) {
      template += escaped(String(value.value));
      plain += String(value.value);
      continue;
    }
    if (isFormat(value)) {
      template += value.template;
      values.push(...value.arguments.slice(1));
      continue;
    }
    const refused = refusedPart(node, value, session);
    if (refused) return refused;
    template += "{}";
    values.push(value);
  }
  if (values.length === 0) return { kind: "constant", value: plain };
  const text: PathValue = { kind: "written", text: `'${template}'` };
  const call: Format = {
    kind: "call",
    name: "States.Format",
    arguments: [text, ...values],
    shape: stringShape(),
    template,
  };
  return call;
}

interface Format extends IntrinsicCall {
  /** Its template with the escapes, so that texts put together are one call. */
  readonly template: string;
}

function isFormat(value: PathValue): value is Format {
  return value.kind === "call" && "template" in value;
}

function refusedPart(node: ArrowExpression, value: PathValue, session: PathSession): PathValue | undefined {
  const scalar = kinds.null | kinds.boolean | kinds.number | kinds.string;
  const found = kindsOf(shapeOf(value));
  if ((found & scalar) === 0 && found !== 0) {
    return session.refuse(
      node,
      `It is an ${kindNames(found)}, which \`States.Format\` does not take.`,
      "Write `JSON.stringify(…)` round it.",
    );
  }
  if (value.kind === "reference" && value.absent === "possible") {
    return session.refuse(node, "It may be missing, and a path that finds nothing fails the execution.");
  }
  return undefined;
}
