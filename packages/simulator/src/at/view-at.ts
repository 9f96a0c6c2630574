import { readMachine } from "@statewright/asl";
import { bug } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { openDraft } from "../execution/draft.ts";
import { mapItem, readItems } from "../execution/states/map-items.ts";
import { taskToken } from "../execution/states/task.ts";
import { start } from "../execution/step.ts";
import type { View } from "../execution/view.ts";
import { prepare } from "../program/prepare.ts";
import { readResource } from "../program/resource.ts";
import { compileJsonataTemplate, isProblem } from "../program/template.ts";
import type { EvaluationData } from "./evaluation.ts";
import { flowAt, inputAt } from "./flow-at.ts";
import { itemsPlan } from "./items-plan.ts";
import { pathAt } from "./path-at.ts";
import type { StatePlace } from "./place-at.ts";

/** An execution of nothing gives what is the same for every state: its names, its time, its random numbers. */
const nothing = readMachine({ StartAt: "Nothing", States: { Nothing: { Type: "Succeed" } } }).machine;
const defaultStart = Date.UTC(2026, 0, 1);

/** What a field sees: in a new execution, with the sample data in place of what the run would have made. */
export function viewAt(place: StatePlace, field: string, data: EvaluationData): View {
  const { input = {}, variables = {}, result, errorOutput, context, seed = 0, start: time = "" } = data;
  const { program } = nothing === undefined ? bug("a machine of one state is not read") : prepare(nothing);
  if (program === undefined) return bug("a machine of one state is not prepared");
  const given = Date.parse(time);
  const startTime = Number.isNaN(given) ? defaultStart : given;
  const { execution } = start(program, { input, seed, startTime }, 0);
  const first = execution.parts[""];
  if (first?.kind !== "thread") return bug("an execution has no thread");
  const { name, state } = place.visit;
  const thread = { ...first, state: name, variables };
  const view: View = {
    draft: openDraft(program, execution, startTime),
    thread,
    retryCount: state.Type === "Task" || state.Type === "Map" || state.Type === "Parallel",
    input,
    data: input,
    ...(result !== undefined && { result: { value: result } }),
    ...(errorOutput !== undefined && { errorOutput }),
    ...(context !== undefined && { context }),
  };
  if (hasToken(place, field)) return { ...view, token: taskToken(thread, execution.identity) };
  const item = firstItem(place, field, view);
  return item === undefined ? view : { ...view, item };
}

/** Only what is sent to a task that waits for an answer holds the token. */
function hasToken({ visit: { state } }: StatePlace, field: string): boolean {
  const isSent = /^(Arguments|Parameters|Credentials|(Timeout|Heartbeat)Seconds(Path)?)$/.test(field);
  return isSent && state.Type === "Task" && readResource(state.Resource)?.pattern === "waitForTaskToken";
}

/** ItemSelector sees the first item (R-JA-11, R-MAP-04). */
function firstItem(place: StatePlace, field: string, view: View): View["item"] {
  const { state } = place.visit;
  if (state.Type !== "Map" || state.ItemReader !== undefined) return undefined;
  if (field !== "ItemSelector" && field !== "Parameters") return undefined;
  const input = inputAt(place, view);
  if (!input.ok) return undefined;
  const isJsonata = place.language === "JSONata";
  const items = isJsonata ? state.Items : undefined;
  const template = items === undefined ? undefined : compileJsonataTemplate(items as Json, "Items");
  if (template !== undefined && isProblem(template)) return undefined;
  const path = isJsonata || state.ItemsPath === undefined ? undefined : pathAt(state.ItemsPath);
  if (path?.ok === false) return undefined;
  const readable = itemsPlan(flowAt(place).plan, {
    ...(template && { items: template }),
    ...(path && { itemsPath: path.value }),
  });
  const read = readItems(readable, { ...view, data: input.value }, true);
  if (!read.ok || read.value.items.length === 0) return undefined;
  const { items: list, keys } = read.value;
  const distributed = state.ItemProcessor.ProcessorConfig?.Mode === "DISTRIBUTED";
  return { ...mapItem(0, list[0] as Json, keys), ...(distributed && { Source: "STATE_DATA" }) };
}
