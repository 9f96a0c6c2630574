import { hasPlaceholder } from "@statewright/asl";
import type { JsonPointer, Span } from "@statewright/diagnostics";
import {
  type IntrinsicArgument,
  type IntrinsicCall,
  type IntrinsicKind,
  intrinsicFunction,
} from "@statewright/expressions";
import { inferIntrinsic } from "@statewright/expressions/infer";
import {
  arrayShape,
  booleanShape,
  isDisjoint,
  literalShape,
  membersOf,
  numberShape,
  objectShape,
  printShape,
  type Shape,
  stringShape,
  unknownShape,
} from "@statewright/json-types";
import { wrongType } from "../diagnostics/wrong-type.ts";
import type { World } from "../world.ts";
import { valueProblem } from "./intrinsic-values.ts";
import { followPath, type PathSight, shapesIn } from "./read-path.ts";

/** What a parameter takes, and how that is called; the others take everything (R-INTR-04). */
const kinds: Partial<Record<IntrinsicKind, readonly [Shape, string]>> = {
  array: [arrayShape(unknownShape), "an array"],
  object: [objectShape({}, { open: true }), "an object"],
  string: [stringShape(), "a string"],
  integer: [numberShape(), "a number"],
  boolean: [booleanShape(), "true or false"],
};

/** Reports the arguments of a call, and of the calls in it, that lead nowhere or that the function refuses. */
export function checkIntrinsic(
  call: IntrinsicCall,
  text: string,
  pointer: JsonPointer,
  sight: PathSight,
  world: World,
): void {
  const pending: IntrinsicCall[] = [call];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { parameters = [], rest } = intrinsicFunction(next.name) ?? {};
    const shapes: Shape[] = [];
    let refused = false;
    for (const [index, argument] of next.arguments.entries()) {
      if (argument.kind === "call") pending.push(argument);
      const shape = argumentShape(argument, pointer, text, sight, world);
      shapes.push(shape);
      const { kind = "any" } = parameters[index] ?? rest ?? {};
      refused = checkKind(kind, shape, argument, next, text, pointer, sight, world) || refused;
    }
    const problem = refused ? undefined : valueProblem(next, shapes);
    if (problem === undefined) continue;
    const span = next.arguments[problem.argument]?.span ?? next.nameSpan;
    report(problem.expected, problem.found, false, span, next, text, pointer, sight, world);
  }
}

function argumentShape(
  argument: IntrinsicArgument,
  pointer: JsonPointer,
  whole: string,
  sight: PathSight,
  world: World,
): Shape {
  switch (argument.kind) {
    case "path": {
      const { start, end } = argument.span;
      return followPath(whole.slice(start, end), { pointer, whole, start }, sight, world);
    }
    case "call": {
      const shape = inferIntrinsic(argument, shapesIn(sight));
      return shape.kind === "never" ? unknownShape : shape;
    }
    case "null":
      return literalShape(null);
    case "string":
      return hasPlaceholder(argument.value) ? stringShape() : literalShape(argument.value);
    default:
      return literalShape(argument.value);
  }
}

function checkKind(
  kind: IntrinsicKind,
  shape: Shape,
  argument: IntrinsicArgument,
  call: IntrinsicCall,
  text: string,
  pointer: JsonPointer,
  sight: PathSight,
  world: World,
): boolean {
  const [taken, name] = kinds[kind] ?? [];
  if (taken === undefined || name === undefined || shape.kind === "unknown") return false;
  const members = membersOf(shape);
  const wrong = members.filter((member) => isDisjoint(member, taken));
  if (wrong.length === 0) return false;
  report(name, shape, wrong.length < members.length, argument.span, call, text, pointer, sight, world);
  return true;
}

function report(
  expected: string,
  found: Shape,
  sometimes: boolean,
  span: Span,
  call: IntrinsicCall,
  text: string,
  pointer: JsonPointer,
  { site }: PathSight,
  world: World,
): void {
  const argument = text.slice(span.start, span.end);
  world.report(
    wrongType.at(
      { state: site.name, pointer, within: span },
      {
        state: site.name,
        what: `\`${argument}\` of \`${call.name}\``,
        expected,
        found: printShape(found),
        sometimes,
        language: "JSONPath",
      },
      { severity: sometimes ? "warning" : "error" },
    ),
  );
}
