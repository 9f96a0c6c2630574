import type { DiagnosticKind } from "@statewright/diagnostics";
import type { Arrow, ArrowExpression } from "../../ir/arrow.ts";
import { isTooDeep } from "../expression/arrow-depth.ts";
import { unsupported } from "../expression/diagnostics/arrow-diagnostics.ts";
import { sourceOf } from "../expression/emit/source.ts";
import { placeOf, type StatePlace } from "../fields/context.ts";
import type { PathData } from "./path-data.ts";
import { type PathValue, refusedValue } from "./path-value.ts";

/** What a person can always do where JSONPath has no words. */
export const useJsonata = "Use JSONata for this state: `queryLanguage` is per state.";

/** The values of the names that an arrow binds itself. */
export type Locals = ReadonlyMap<number, PathValue>;

/** Goes through a part of a tree; handed on, so that the files of one node each need not know one another. */
export type Evaluate = (node: ArrowExpression, locals?: Locals) => PathValue;

/** The work on one arrow of a JSONPath state. */
export interface PathSession {
  readonly data: PathData;
  /** Says what was found, why it cannot be said in JSONPath, and what to write instead. */
  refuse(node: ArrowExpression, reason: string, instead?: string): PathValue;
  warn(kind: DiagnosticKind<{ source: string }>, node: ArrowExpression): void;
}

/** Goes through an arrow with `use`; one that could not be read, or is too deep, yields nothing. */
export function withArrow<T>(
  state: StatePlace,
  path: readonly (string | number)[],
  arrow: Arrow,
  data: PathData,
  use: (session: PathSession, body: ArrowExpression) => T,
): T | undefined {
  const place = placeOf(state, ...path);
  const { lowerer } = state;
  lowerer.origin(place.pointer, arrow.origin);
  for (const problem of arrow.problems) lowerer.report({ ...problem, ...place });
  if (!arrow.body || arrow.problems.some(({ severity }) => severity === "error")) return undefined;
  const source = (node: ArrowExpression): string => sourceOf(arrow.text, node);
  const session: PathSession = {
    data,
    refuse(node, reason, instead = useJsonata) {
      const facts = { source: source(node), reason, instead, language: "JSONPath" as const };
      lowerer.report(unsupported.at(place, facts));
      return refusedValue;
    },
    warn: (kind, node) => lowerer.report(kind.at(place, { source: source(node) })),
  };
  if (isTooDeep(arrow.body)) {
    session.refuse(arrow.body, "It is nested too deeply.", "Split it over several states.");
    return undefined;
  }
  return use(session, arrow.body);
}
