import type { MapState } from "@statewright/asl";
import {
  type ArrayFacts,
  arrayShape,
  membersOf,
  nullShape,
  objectShape,
  type Shape,
  stringShape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";

/** What an iteration gets: the item, or with an ItemBatcher `{ BatchInput?, Items }` (R-DMAP-08). */
export function batchedShape(state: MapState, item: Shape, batchInput: Shape | undefined): Shape {
  if (state.ItemBatcher === undefined || item.kind === "never") return item;
  const Items = arrayShape(item, { minItems: 1 });
  return objectShape(batchInput === undefined ? { Items } : { BatchInput: batchInput, Items });
}

const writtenShape: Shape = objectShape({
  MapRunArn: stringShape(),
  ResultWriterDetails: objectShape({ Bucket: stringShape(), Key: stringShape() }),
});

/** What a Map makes of what its iterations return: an array of it (R-MAP-06), or where it was written (R-DMAP-12). */
export function iteratedResult(state: MapState, returned: Shape, items: Shape): Shape {
  if (state.ResultWriter !== undefined)
    return Object.hasOwn(state.ResultWriter, "Resource") ? writtenShape : unknownShape;
  // Whether a tolerated failure leaves a gap or null is not recorded.
  if (isTolerant(state)) return arrayShape(unionShape(returned, nullShape));
  if (state.ItemBatcher !== undefined || state.ItemReader !== undefined) return arrayShape(returned);
  const { minItems = 0, maxItems } = lengthOf(items);
  if (returned.kind === "never" && minItems > 0) return returned;
  return arrayShape(returned, { minItems, ...(maxItems !== undefined && { maxItems }) });
}

function isTolerant(state: MapState): boolean {
  return (
    state.ToleratedFailureCount !== undefined ||
    state.ToleratedFailureCountPath !== undefined ||
    state.ToleratedFailurePercentage !== undefined ||
    state.ToleratedFailurePercentagePath !== undefined
  );
}

/** How many items there are, as far as is known. */
function lengthOf(items: Shape): ArrayFacts {
  const members = membersOf(items);
  const arrays = members.filter((member) => member.kind === "array");
  if (arrays.length === 0 || arrays.length < members.length) return {};
  const least = Math.min(...arrays.map(({ minItems, items = [] }) => Math.max(minItems, items.length)));
  const most = Math.max(...arrays.map(({ maxItems = Number.POSITIVE_INFINITY }) => maxItems));
  return { minItems: least, ...(most < Number.POSITIVE_INFINITY && { maxItems: most }) };
}
