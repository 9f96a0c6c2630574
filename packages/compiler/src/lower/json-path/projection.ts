import { arrayShape } from "@statewright/json-types";
import type { ArrowExpression, CallExpression } from "../../ir/arrow.ts";
import { elementPart, fieldPart, kinds, kindsOf } from "../expression/value/index.ts";
import type { PathSession } from "./path-session.ts";
import { child, isDefinite, type PathValue, type Reference, refusedValue, wildcard } from "./path-value.ts";

/**
 * `xs.map((x) => x.price)` → `$.xs[*].price`, `xs.flatMap((x) => x.tags)` → `$.xs[*].tags[*]`.
 *
 * A path leaves out the items that do not have the field, so it has to be known that all have it.
 */
export function projected(
  node: CallExpression,
  list: PathValue,
  given: readonly ArrowExpression[],
  session: PathSession,
): PathValue {
  const [each] = given;
  if (list === refusedValue) return list;
  const names = each?.kind === "function" && given.length === 1 ? fieldsOf(each) : undefined;
  const isPlain = names?.length === 0 && node.method === "map";
  if (list.kind !== "reference" || !isDefinite(list) || !names || isPlain) {
    return session.refuse(
      node,
      "A path takes one field of each item, and computes nothing.",
      "Use a Map state, or JSONata for this state: `queryLanguage` is per state.",
    );
  }
  if (kindsOf(list.shape) !== kinds.array) return notKnown(node, session);
  let at: Reference = { ...list, steps: [...list.steps, wildcard], shape: elementPart(list.shape) };
  for (const name of names) {
    const part = fieldPart(at.shape, name);
    const areThere = kindsOf(at.shape) === kinds.object && part.absent === "never";
    if (!areThere) return notKnown(node, session);
    at = { ...at, steps: [...at.steps, child(name)], shape: part.shape };
  }
  if (node.method === "map") return { ...at, shape: arrayShape(at.shape) };
  if (kindsOf(at.shape) !== kinds.array) return notKnown(node, session);
  return { ...at, steps: [...at.steps, wildcard], shape: arrayShape(elementPart(at.shape)) };
}

function notKnown(node: CallExpression, session: PathSession): PathValue {
  return session.refuse(
    node,
    "A path leaves out items without the field, and it is not known that all have it.",
    "Give the data a schema where the field is required, or use JSONata for this state: `queryLanguage` is per state.",
  );
}

/** `(x) => x.a.b` → `["a", "b"]`. */
function fieldsOf(each: ArrowExpression & { kind: "function" }): readonly string[] | undefined {
  const names: string[] = [];
  let node = each.body;
  while (node.kind === "member" && !node.optional) {
    names.unshift(node.property);
    node = node.object;
  }
  const [item] = each.parameters;
  const isItem = node.kind === "local" && node.local.id === item?.id && each.parameters.length === 1;
  return isItem && !names.includes("length") ? names : undefined;
}
