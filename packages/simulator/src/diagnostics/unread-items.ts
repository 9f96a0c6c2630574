import type { Diagnostic } from "@statewright/diagnostics";
import type { ReadItems } from "../execution/command.ts";
import type { ItemsRead } from "../readers/item-request.ts";
import { noObject, unsupported } from "./refusals.ts";

/** Why a Map Run cannot go on: nothing is known of what its reader reads, or it cannot be read here. */
export function unreadItems(
  { state, pointer }: ReadItems,
  found: Extract<ItemsRead, { readonly kind: "absent" | "refused" }>,
): Diagnostic {
  const place = { state, pointer };
  if (found.kind === "absent") return noObject.at(place, { state, address: found.address });
  return unsupported.at(place, { state, what: found.what, field: "ItemReader" });
}
