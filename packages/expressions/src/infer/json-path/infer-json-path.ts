import { arrayShape, membersOf, type Shape, unionOf, unknownShape } from "@statewright/json-types";
import type { JsonPath } from "../../json-path/json-path.ts";
import { eitherItems, type Items, noItems, timesItems } from "../items.ts";
import { mayBeMissing, present } from "../presence.ts";
import { selectedItems } from "./select-items.ts";
import { stepInto } from "./step-into.ts";

/** What a path can see. */
export interface PathShapes {
  /** `$`: which value that is depends on the field (R-JP-05). */
  readonly document: Shape;
  /** `$$`. */
  readonly context: Shape;
  /** The variable `$name`, by its name without `$`; nothing where none is assigned. */
  readonly variable: (name: string) => Shape | undefined;
  /** `@`, inside of a filter. */
  readonly item?: Shape;
}

/**
 * Infers what a JSONPath yields when it yields anything: a definite path the value itself, all others an array of
 * what they find (R-PATH-04). Never where it always fails.
 *
 * @example
 * ```ts
 * const { path } = parseJsonPath("$.items[1:].price");
 * path && inferJsonPath(path, { document, context: unknownShape, variable: () => undefined }); // → number[]
 * ```
 * @throws Never.
 */
export function inferJsonPath(path: JsonPath, shapes: PathShapes): Shape {
  const root = rootOf(path, shapes);
  if (path.isDefinite) {
    let shape = present(root);
    for (const step of path.steps) {
      if (step.kind === "child" && !step.placeholder) shape = present(stepInto(shape, step.name));
      else if (step.kind === "index") shape = present(stepInto(shape, step.index));
      else return unknownShape;
    }
    return shape;
  }
  const found = itemsOf(path, present(root));
  if (found === undefined) return arrayShape(unknownShape);
  const { element, least, most } = found;
  // Of a variable that has no value nothing is found, and the path fails.
  if (root.kind === "never") return root;
  return arrayShape(element, { minItems: least, ...(Number.isFinite(most) && { maxItems: most }) });
}

function rootOf({ root }: JsonPath, { document, context, variable, item = unknownShape }: PathShapes): Shape {
  switch (root.kind) {
    case "document":
      return document;
    case "context":
      return context;
    case "item":
      return item;
    case "variable":
      return variable(root.name) ?? { kind: "never" };
  }
}

/** What the steps lead to, one after the other; nothing where it is not known how the service follows one. */
function itemsOf({ steps }: JsonPath, root: Shape): Items | undefined {
  let items: Items = { element: root, least: mayBeMissing(root) ? 0 : 1, most: 1 };
  for (const [at, step] of steps.entries()) {
    const place = { last: at === steps.length - 1, descended: steps[at - 1]?.kind === "descent" };
    const several: Items[] = [];
    for (const member of items.element.kind === "unknown" ? [unknownShape] : membersOf(items.element)) {
      const selected = selectedItems(member, step, place);
      if (selected === undefined) return undefined;
      several.push(selected);
    }
    items = several.length === 0 ? noItems : timesItems(items, eitherItems(several));
  }
  return { ...items, element: unionOf([present(items.element)]) };
}
