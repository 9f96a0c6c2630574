import type { MapState, ParallelState, PassState, TaskState } from "@statewright/asl";
import { childPointer } from "@statewright/diagnostics";
import { arrayShape, neverShape, type Shape, unknownShape } from "@statewright/json-types";
import { checkArguments } from "../check-arguments.ts";
import { itemContextShape } from "../context-shape.ts";
import { noVariables } from "../environment.ts";
import { plainText } from "../json-path/payload-template.ts";
import { placeAt, type Stages, stagesOf } from "../json-path/stages.ts";
import type { StateSite } from "../machine-sites.ts";
import { taskTokenOf } from "../task-token.ts";
import { templateShape } from "../template-shape.ts";
import { type Edge, type Entered, type Outcome, quiet, type World } from "../world.ts";
import { errorOutputShape } from "./catch-edges.ts";
import { edgeTo, goOn } from "./go-on.ts";
import { enterJsonPathChoice } from "./json-path-choice.ts";
import {
  checkFailPaths,
  checkItems,
  checkMapPaths,
  checkTimeoutPaths,
  checkWaitPaths,
} from "./json-path-settings.ts";
import { itemOf } from "./map-items.ts";
import { batchedShape, iteratedResult } from "./map-result.ts";
import { bodyEdges } from "./parallel.ts";
import { readerItem } from "./reader-item.ts";

/** A JSONPath state, entered: InputPath → Parameters → work → ResultSelector → ResultPath → OutputPath (R-JP-01). */
export function enterJsonPath(entered: Entered, world: World): Outcome {
  const { state } = entered.site;
  switch (state.Type) {
    case "Task":
      return enterTask(state, entered, world);
    case "Pass":
      return enterPass(state, entered, world);
    case "Choice":
      return enterJsonPathChoice(state, entered, world);
    case "Wait":
    case "Succeed": {
      const stages = stagesOf(entered, world);
      const assign = state.Type === "Wait" ? state.Assign : undefined;
      if (state.Type === "Wait")
        checkWaitPaths(state, { site: entered.site, stages, value: stages.effective(), world });
      const variables = stages.assigned(assign, stages.effective());
      return {
        ...goOn(entered.site, stages.output(stages.effective()), variables, world),
        stages: { afterInputPath: stages.effective() },
      };
    }
    case "Parallel":
      return enterParallel(state, entered, world);
    case "Map":
      return enterMap(state, entered, world);
    case "Fail": {
      const { site, environment } = entered;
      const asked = { site, stages: stagesOf(entered, world), value: environment.input, world };
      checkFailPaths(state, asked);
      return { edges: [] };
    }
  }
}

/** A JSONPath Parallel or Map, left. */
export function leaveJsonPath(entered: Entered, world: World): Outcome {
  const { site } = entered;
  const { state } = site;
  const outputs = site.bodies.map((body) => world.bodyOutput(body));
  if (state.Type === "Parallel") {
    if (outputs.some((output) => output.kind === "never")) return { edges: [] };
    const facts = { items: outputs, minItems: outputs.length, maxItems: outputs.length };
    return finish(state, arrayShape(neverShape, facts), entered, world);
  }
  if (state.Type !== "Map") return { edges: [] };
  const unheard = quiet(world);
  const items = itemsShape(state, site, stagesOf(entered, unheard), unheard);
  const result = iteratedResult(state, outputs[0] ?? neverShape, items);
  return result.kind === "never" ? { edges: [] } : finish(state, result, entered, world);
}

function enterTask(state: TaskState, entered: Entered, world: World): Outcome {
  const taskToken = taskTokenOf(state.Resource);
  const stages = stagesOf(entered, world, taskToken);
  const given = stages.payload(state.Parameters, ["Parameters"], stages.effective());
  checkArguments(given, entered.site, world);
  checkTimeoutPaths(state, { site: entered.site, stages, value: stages.effective(), world });
  if (state.Credentials !== undefined) stages.payload(state.Credentials, ["Credentials"], stages.effective());
  const done = finish(state, world.known.result(entered.site), entered, world);
  return {
    ...done,
    edges: [...done.edges, ...catchEdges(entered, world)],
    stages: { afterInputPath: stages.effective(), afterParameters: given, ...done.stages },
  };
}

function enterPass(state: PassState, entered: Entered, world: World): Outcome {
  const stages = stagesOf(entered, world);
  const { site } = entered;
  const result =
    state.Result === undefined
      ? stages.payload(state.Parameters, ["Parameters"], stages.effective())
      : templateShape(state.Result, childPointer(site.pointer, "Result"), site.name, plainText);
  const variables = stages.assigned(state.Assign, result);
  const placed = stages.placed(result);
  return {
    ...goOn(site, stages.output(placed), variables, world),
    result,
    stages: {
      afterInputPath: stages.effective(),
      ...(state.Result === undefined && { afterParameters: result }),
      afterResultPath: placed,
    },
  };
}

function enterParallel(state: ParallelState, entered: Entered, world: World): Outcome {
  const stages = stagesOf(entered, world);
  const given = stages.payload(state.Parameters, ["Parameters"], stages.effective());
  const starts = bodyEdges(entered.site, given, entered.environment.variables, world);
  return {
    edges: [...starts, ...catchEdges(entered, world)],
    stages: { afterInputPath: stages.effective(), afterParameters: given },
  };
}

function enterMap(state: MapState, entered: Entered, world: World): Outcome {
  const { site, environment } = entered;
  const stages = stagesOf(entered, world);
  const items = itemsShape(state, entered.site, stages, world);
  checkMapPaths(state, { site, stages, value: stages.effective(), world });
  const item = state.ItemReader === undefined ? itemOf(items) : readerItem(state, site, world);
  const [selector, field] =
    state.ItemSelector === undefined
      ? [state.Parameters, "Parameters"]
      : [state.ItemSelector, "ItemSelector"];
  // Without items nothing is selected, and nothing runs.
  const selected =
    selector === undefined || item.kind === "never"
      ? item
      : stages.payload(selector, [field], stages.effective(), item);
  const batchInput = state.ItemBatcher?.BatchInput;
  const given =
    batchInput === undefined
      ? undefined
      : stages.payload(batchInput, ["ItemBatcher", "BatchInput"], stages.effective());
  const scope = site.bodies[0] ?? site.pointer;
  const distributed = world.sites.scopes.get(scope)?.distributed === true;
  const variables = distributed ? noVariables : environment.variables;
  const batched = batchedShape(state, selected, given);
  const starts = bodyEdges(site, batched, variables, world);
  return {
    edges: [...starts, ...catchEdges(entered, world)],
    item,
    itemContext: {
      scope,
      shape: itemContextShape(state.ItemBatcher === undefined ? item : unknownShape),
    },
    stages: {
      afterInputPath: stages.effective(),
      afterItemsPath: items,
      afterItemSelector: selected,
      ...(state.ItemBatcher !== undefined && { afterItemBatcher: batched }),
    },
  };
}

function itemsShape(state: MapState, site: StateSite, stages: Stages, world: World): Shape {
  if (state.ItemReader !== undefined) return unknownShape;
  const items =
    state.ItemsPath === undefined
      ? stages.effective()
      : stages.path(state.ItemsPath, "ItemsPath", stages.effective());
  return checkItems(items, state, { site, world });
}

/** What follows the work: ResultSelector → ResultPath → OutputPath, and Assign. */
function finish(
  state: TaskState | ParallelState | MapState,
  result: Shape,
  entered: Entered,
  world: World,
): Outcome {
  const stages = stagesOf(entered, world);
  const selected = stages.payload(state.ResultSelector, ["ResultSelector"], result);
  // Whether Assign sees the result before or after ResultSelector is not recorded.
  const variables = stages.assigned(state.Assign, state.ResultSelector === undefined ? result : unknownShape);
  const placed = stages.placed(selected);
  return {
    ...goOn(entered.site, stages.output(placed), variables, world),
    result,
    stages: { afterResultSelector: selected, afterResultPath: placed },
  };
}

function catchEdges(entered: Entered, world: World): readonly Edge[] {
  const { site, environment } = entered;
  const catchers = "Catch" in site.state ? (site.state.Catch ?? []) : [];
  return catchers.flatMap((catcher, index) => {
    const errorOutput = errorOutputShape(catcher, site, world);
    const pointer = childPointer(site.pointer, "Catch", index);
    const variables = stagesOf(entered, world).assigned(catcher.Assign, errorOutput, pointer);
    const input = placeAt(catcher.ResultPath, environment.input, errorOutput);
    return edgeTo(catcher.Next, site, input, variables, world, { via: pointer, given: errorOutput });
  });
}
