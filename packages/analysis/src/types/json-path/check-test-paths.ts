import type { JsonRecord, JsonValue } from "@statewright/asl";
import type { Environment } from "../environment.ts";
import type { StateSite } from "../machine-sites.ts";
import { conditionOfTest } from "../narrow/data-test.ts";
import { refine } from "../narrow/refine.ts";
import { quiet, type World } from "../world.ts";
import { stagesOf } from "./stages.ts";

/** Where the tests of a Choice stand, and how its paths are read. */
interface Tested {
  readonly site: StateSite;
  /** There is no InputPath, so that `$` is the input itself. */
  readonly inputIsRaw: boolean;
  readonly world: World;
}

/** Tests nested deeper are not looked at. */
const deepest = 200;

/**
 * Reports the paths of a data-test expression that lead nowhere: the state fails (R-CHOICE-10, R-CHOICE-14, U-07). One that
 * `IsPresent` asks for may lead nowhere; it is told only if its name is nearly one that is there. Each part of `And` and `Or` sees what the parts before it leave.
 */
export function checkTestPaths(
  test: JsonValue | undefined,
  field: readonly (string | number)[],
  environment: Environment,
  tested: Tested,
  depth = 0,
): void {
  if (typeof test !== "object" || test === null || Array.isArray(test) || depth > deepest) return;
  const record = test as JsonRecord;
  if (Object.hasOwn(record, "Not")) {
    checkTestPaths(record.Not, [...field, "Not"], environment, tested, depth + 1);
    return;
  }
  for (const [name, truth] of [["And", true] as const, ["Or", false] as const]) {
    const list = Object.hasOwn(record, name) ? record[name] : undefined;
    if (Array.isArray(list)) {
      checkParts(list, truth, [...field, name], environment, tested, depth);
      return;
    }
  }
  checkComparison(record, field, environment, tested);
}

function checkParts(
  parts: readonly JsonValue[],
  truth: boolean,
  field: readonly (string | number)[],
  environment: Environment,
  tested: Tested,
  depth: number,
): void {
  let left: Environment | undefined = environment;
  for (const [index, part] of parts.entries()) {
    if (left === undefined) return;
    checkTestPaths(part, [...field, index], left, tested, depth + 1);
    if (typeof part === "object" && part !== null && !Array.isArray(part))
      left = refine(left, conditionOfTest(part as JsonRecord, tested.inputIsRaw), truth);
  }
}

function checkComparison(
  record: JsonRecord,
  field: readonly (string | number)[],
  environment: Environment,
  { site, world }: Tested,
): void {
  const read = Object.hasOwn(record, "IsPresent") ? "asked" : "text";
  const entered = { site, environment };
  const value = stagesOf(entered, quiet(world)).effective();
  const stages = stagesOf(entered, world);
  for (const [name, path] of Object.entries(record))
    if (typeof path === "string" && (name === "Variable" || name.endsWith("Path")))
      stages[read](path, [...field, name], value);
}
