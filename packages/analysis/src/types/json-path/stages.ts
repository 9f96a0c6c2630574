import type { JsonValue, PathOrNull } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { objectShape, type Shape, unknownShape } from "@statewright/json-types";
import { contextShape, itemContextShape, type TaskToken } from "../context-shape.ts";
import { assignVariables, type Variables } from "../environment.ts";
import type { Entered, World } from "../world.ts";
import { parsePath } from "./parse-path.ts";
import { evaluateAssignment, evaluatePathText, evaluatePayload } from "./payload-template.ts";
import { placeResult } from "./place-result.ts";
import { type PathSight, readPath } from "./read-path.ts";

/** The stages of a JSONPath state in their order (R-JP-01); each is asked with what `$` is there. */
export interface Stages {
  /** What InputPath takes of the input (R-JP-03); what is wrong with it is told when it is asked for. */
  effective(): Shape;
  /** Parameters, ItemSelector, ResultSelector: a payload template, or what it is without one. `item`: of a Map. */
  payload(template: JsonValue | undefined, field: readonly string[], value: Shape, item?: Shape): Shape;
  /** A path in a field of its own. */
  path(text: string, field: string, value: Shape): Shape;
  /** A path, or a call, at a place of its own: ErrorPath, CausePath, a path of a reader. */
  text(text: string, field: readonly (string | number)[], value: Shape): Shape;
  /** A path of which it is only asked whether something is there: a misspelt one is told. */
  asked(text: string, field: readonly (string | number)[], value: Shape): Shape;
  /** ResultPath puts the result into the raw input (R-JP-04). */
  placed(result: Shape): Shape;
  /** OutputPath (R-JP-03). */
  output(value: Shape): Shape;
  /** The variables after an Assign, with what `$` is in it (R-JP-14). */
  assigned(assign: JsonValue | undefined, value: Shape, pointer?: JsonPointer): Variables;
}

/** What a JSONPath state may hold of these fields. */
interface StageFields {
  readonly InputPath?: PathOrNull;
  readonly OutputPath?: PathOrNull;
  readonly ResultPath?: PathOrNull;
}

/** The stages of an entered state. `item`: what the fields of a Map see as its item. */
export function stagesOf({ site, environment }: Entered, world: World, taskToken: TaskToken = false): Stages {
  const fields: StageFields = site.state as StageFields;
  const { input, variables } = environment;
  const inChild = world.sites.scopes.get(site.scope)?.inChild === true;
  const contextWith = (item: Shape | undefined) =>
    contextShape({
      site,
      executionInput: inChild ? unknownShape : world.known.input,
      item: item === undefined ? world.itemIn(site.scope) : itemContextShape(item),
      taskToken,
    });
  const context = contextWith(undefined);
  const sightAt = (value: Shape, item?: Shape): PathSight => ({
    site,
    value,
    context: item === undefined ? context : contextWith(item),
    variables,
  });
  const select = (path: PathOrNull | undefined, field: string, value: Shape): Shape => {
    if (path === undefined) return value;
    if (path === null) return objectShape({});
    return readPath(path, childPointer(site.pointer, field), sightAt(value), world);
  };
  return {
    effective: once(() => select(fields.InputPath, "InputPath", input)),
    payload: (template, field, value, item) =>
      template === undefined
        ? value
        : evaluatePayload(template, childPointer(site.pointer, ...field), sightAt(value, item), world),
    path: (text, field, value) => select(text, field, value),
    text: (text, field, value) =>
      evaluatePathText(text, childPointer(site.pointer, ...field), sightAt(value), world),
    asked: (text, field, value) =>
      evaluatePathText(text, childPointer(site.pointer, ...field), { ...sightAt(value), asked: true }, world),
    placed: (result) => placeAt(fields.ResultPath, input, result),
    output: (value) => select(fields.OutputPath, "OutputPath", value),
    assigned: (assign, value, pointer = site.pointer) =>
      assignVariables(
        variables,
        evaluateAssignment(assign, childPointer(pointer, "Assign"), sightAt(value), world),
      ),
  };
}

/** What `ResultPath` makes of the raw input: everything, nothing, or a place in it. */
export function placeAt(path: PathOrNull | undefined, raw: Shape, result: Shape): Shape {
  if (path === undefined || path === "$") return result;
  if (path === null) return raw;
  const parsed = parsePath(path);
  if (parsed === undefined || parsed.root !== "value") return unknownShape;
  return placeResult(
    raw,
    parsed.steps.map(({ key }) => key),
    result,
  );
}

function once(compute: () => Shape): () => Shape {
  let known: Shape | undefined;
  return () => {
    known ??= compute();
    return known;
  };
}
