import type { Arrow, CatchNode, Origin, RetryNode, RuleNode, Template } from "@statewright/compiler";
import { readArrow } from "../arrow/read-arrow.ts";
import { type Branches, branchBlock } from "./branches.ts";
import { isResultPath } from "./json-path-fields.ts";
import { type CallPlace, comment, optionalTemplate, record } from "./work-fields.ts";

/** A retrier as the user wrote it. */
export function retryNode(retrier: unknown, origin: Origin | undefined): RetryNode {
  const { errorEquals, ...rest } = record(retrier);
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...given, errorEquals: errorNames(errorEquals), ...(origin && { origin }) };
}

/** A catcher; `handed` is what it makes of the data before its handler begins. */
export function catchNode(
  errors: unknown,
  handed: unknown,
  handler: unknown,
  place: CallPlace,
  branches: Branches,
): CatchNode {
  const { origin, problems, state } = place;
  return {
    errorEquals: errorNames(errors),
    ...handedFields(handed, place),
    block: branchBlock(branches, handler, state, origin, problems),
    ...(origin && { origin }),
  };
}

/** A rule of a Choice. The input is the first parameter of its test. */
export function ruleNode(
  test: unknown,
  handed: unknown,
  branch: unknown,
  place: CallPlace,
  branches: Branches,
): RuleNode {
  const { origin, problems, state } = place;
  const condition: Arrow = readArrow(test, { first: "input", ...(origin && { origin }) });
  return {
    condition,
    ...handedFields(handed, place),
    block: branchBlock(branches, branch, state, origin, problems),
    ...(origin && { origin }),
  };
}

function handedFields(
  handed: unknown,
  place: CallPlace,
): ReturnType<typeof handedData> & Pick<CatchNode, "comment" | "resultPath"> {
  const { resultPath } = record(handed);
  return {
    ...(isResultPath(resultPath) && { resultPath }),
    ...handedData(handed, place),
    ...comment(record(handed)),
  };
}

/** The output and variables that a branch begins with. */
export function handedData(
  handed: unknown,
  place: CallPlace,
): { readonly output?: Template; readonly assign?: Template } {
  const { output, assign } = record(handed);
  return { ...optionalTemplate(output, "output", place), ...optionalTemplate(assign, "assign", place) };
}

/** The retriers of an options object: one, or a list. */
export function retryOption(
  given: unknown,
  origin: Origin | undefined,
): { readonly retry?: readonly RetryNode[] } {
  if (given === undefined) return {};
  return { retry: (Array.isArray(given) ? given : [given]).map((one) => retryNode(one, origin)) };
}

function errorNames(given: unknown): readonly string[] {
  return (Array.isArray(given) ? given : [given]).map(String);
}
