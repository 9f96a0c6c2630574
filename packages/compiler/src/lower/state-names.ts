import type { JsonPointer } from "@statewright/diagnostics";
import { stateName } from "./diagnostics/builder-diagnostics.ts";
import type { Lowerer } from "./fields/context.ts";

/** R-STRUCT-04. */
const longestName = 80;

/** Reports a name that cannot be the key of a state. */
export function checkStateName(lowerer: Lowerer, pointer: JsonPointer, name: string): void {
  const reason = problemOf(name);
  if (reason) lowerer.report(stateName.at({ state: name, pointer }, { name, reason }));
}

function problemOf(name: string): string | undefined {
  if (name === "") return "It is empty.";
  if (name.length > longestName) return `It has ${name.length} characters, and AWS allows ${longestName}.`;
  if (name.includes("${")) return "A deployment tool would replace what follows the dollar sign.";
  return undefined;
}
