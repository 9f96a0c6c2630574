import { nearestName } from "@statewright/diagnostics";
import {
  type PathText,
  peek,
  report,
  skipBlanks,
  spanFrom,
  take,
  takePattern,
} from "../../json-path/parse/path-text.ts";
import type { IntrinsicArgument, IntrinsicCall } from "../intrinsic-call.ts";
import { argumentCounts, intrinsicFunction, intrinsicNames } from "../intrinsic-function.ts";
import { readArgument } from "./read-argument.ts";

/** Calls inside one another, the outermost counted (R-INTR-02). */
const deepestCall = 10;

const functionName = /[A-Za-z_][\w.]*/y;

/** Reads `Name(…)`. `depth`: how many calls it stands in. */
export function readCall(source: PathText, depth: number): IntrinsicCall | undefined {
  const start = source.at;
  const name = takePattern(source, functionName);
  if (name === undefined) return report(source, "A call begins with the name of a function.", start);
  const nameSpan = spanFrom(source, start);
  if (!take(source, "(")) {
    return report(source, `A parenthesis must follow right after \`${name}\`.`, source.at);
  }
  if (depth >= deepestCall) {
    const message = `Calls are nested deeper than ${deepestCall}.`;
    return report(source, message, start, nameSpan.end, "depth");
  }
  const found = readArguments(source, depth + 1);
  if (found === undefined) return undefined;
  const call: IntrinsicCall = Object.freeze({
    kind: "call",
    name,
    nameSpan,
    arguments: Object.freeze(found),
    span: spanFrom(source, start),
  });
  checkCall(source, call);
  return call;
}

function readArguments(source: PathText, depth: number): IntrinsicArgument[] | undefined {
  const found: IntrinsicArgument[] = [];
  const open = source.at - 1;
  skipBlanks(source);
  if (take(source, ")")) return found;
  for (;;) {
    skipBlanks(source);
    const argument = readArgument(source, () => readCall(source, depth));
    if (argument === undefined) return undefined;
    found.push(argument);
    skipBlanks(source);
    if (take(source, ")")) return found;
    if (take(source, ",")) continue;
    if (peek(source) === "") return report(source, "The parenthesis is not closed.", open, open + 1);
    return report(source, "A comma or a closing parenthesis must follow here.", source.at);
  }
}

/** There is such a function, and it takes this many arguments (R-INTR-04). */
function checkCall(source: PathText, call: IntrinsicCall): void {
  const known = intrinsicFunction(call.name);
  if (known === undefined) {
    const nearest = nearestName(call.name, intrinsicNames);
    source.problems.push(
      Object.freeze({
        kind: "unknown-function",
        severity: "error",
        message: `There is no intrinsic function \`${call.name}\`.`,
        span: call.nameSpan,
        ...(nearest !== undefined && { nearest }),
      }),
    );
    return;
  }
  const { least, most } = argumentCounts(known);
  const count = call.arguments.length;
  if (count >= least && count <= (most ?? count)) return;
  const takes =
    most === undefined ? `at least ${least}` : least === most ? `${least}` : `${least} to ${most}`;
  const plural = takes === "1" || takes === "at least 1" ? "argument" : "arguments";
  const message = `\`${call.name}\` takes ${takes} ${plural}, not ${count}.`;
  report(source, message, call.span.start, call.span.end, "argument-count");
}
