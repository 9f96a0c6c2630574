import type { FailState, JsonValue, MapState, TaskState, WaitState } from "@statewright/asl";
import { childPointer } from "@statewright/diagnostics";
import { arrayShape, type Shape, unknownShape } from "@statewright/json-types";
import { memberOf } from "../../json-record.ts";
import { fitting } from "../evaluate-expected.ts";
import {
  alsoAsText,
  type ExpectedShape,
  expectedCount,
  expectedInteger,
  expectedPercentage,
  expectedSeconds,
  expectedText,
  expectedTimeout,
  expectedTimestamp,
} from "../field-values.ts";
import type { Stages } from "../json-path/stages.ts";
import type { StateSite } from "../machine-sites.ts";
import type { World } from "../world.ts";

/** Where the fields stand whose values are asked for, and what `$` is there (R-JP-05). */
interface Asked {
  readonly site: StateSite;
  readonly stages: Stages;
  readonly value: Shape;
  readonly world: World;
}

/** SecondsPath and TimestampPath of a Wait (R-WAIT-03). */
export function checkWaitPaths({ SecondsPath, TimestampPath }: WaitState, asked: Asked): void {
  checkPath(SecondsPath, ["SecondsPath"], expectedSeconds, asked);
  checkPath(TimestampPath, ["TimestampPath"], expectedTimestamp, asked);
}

/** TimeoutSecondsPath and HeartbeatSecondsPath of a Task (R-TASK-05). */
export function checkTimeoutPaths(state: TaskState, asked: Asked): void {
  checkPath(state.TimeoutSecondsPath, ["TimeoutSecondsPath"], expectedTimeout, asked);
  checkPath(state.HeartbeatSecondsPath, ["HeartbeatSecondsPath"], expectedTimeout, asked);
}

/** ErrorPath and CausePath of a Fail: paths, or calls (R-FAIL-02, R-FAIL-03). */
export function checkFailPaths(state: FailState, asked: Asked): void {
  checkPath(state.ErrorPath, ["ErrorPath"], expectedText, asked);
  checkPath(state.CausePath, ["CausePath"], expectedText, asked);
}

/** The numbers of a Map, of its reader and of its batches (R-DMAP-10). */
export function checkMapPaths(state: MapState, asked: Asked): void {
  const [whole, count, percentage] = [expectedInteger, expectedCount, expectedPercentage].map(alsoAsText);
  if (whole === undefined || count === undefined || percentage === undefined) return;
  checkPath(state.MaxConcurrencyPath, ["MaxConcurrencyPath"], whole, asked);
  checkPath(state.ToleratedFailureCountPath, ["ToleratedFailureCountPath"], count, asked);
  checkPath(state.ToleratedFailurePercentagePath, ["ToleratedFailurePercentagePath"], percentage, asked);
  for (const field of ["MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath"])
    checkPath(memberOf(state.ItemBatcher, field), ["ItemBatcher", field], whole, asked);
  const config = memberOf(state.ItemReader, "ReaderConfig");
  checkPath(memberOf(config, "MaxItemsPath"), ["ItemReader", "ReaderConfig", "MaxItemsPath"], whole, asked);
  for (const field of ["ItemReader", "ResultWriter"] as const) {
    const parameters = memberOf(state[field], "Parameters");
    if (parameters !== undefined) asked.stages.payload(parameters, [field, "Parameters"], asked.value);
  }
}

const expectedArray: ExpectedShape = { shape: arrayShape(unknownShape), name: "an array" };

/** What a JSONPath Map iterates: an array, and nothing else (R-MAP-03). */
export function checkItems(
  items: Shape,
  state: MapState,
  { site, world }: Pick<Asked, "site" | "world">,
): Shape {
  if (state.ItemsPath === undefined)
    return fitting(items, "The input", expectedArray, site.pointer, { site }, world);
  return fitting(items, "ItemsPath", expectedArray, childPointer(site.pointer, "ItemsPath"), { site }, world);
}

function checkPath(
  path: JsonValue | undefined,
  field: readonly string[],
  expected: ExpectedShape,
  { site, stages, value, world }: Asked,
): void {
  if (typeof path !== "string") return;
  const found = stages.text(path, field, value);
  fitting(found, field.at(-1) ?? "", expected, childPointer(site.pointer, ...field), { site }, world);
}
