import {
  type AwsDiagnostic,
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
  type JsonPointer,
} from "@statewright/diagnostics";
import { edgePointer } from "../flow/flow-graph.ts";
import { intendedTargets } from "../flow/intended-target.ts";
import { awsLocation } from "./aws-location.ts";
import type { MachineRule, RuledScope } from "./rule.ts";

/** A transition to a state that is not there (R-STRUCT-03, R-FLOW-03). */
export const unknownTarget: DiagnosticKind<{
  target: string;
  field: string;
  elsewhere: boolean;
  nearest: string | undefined;
}> = defineDiagnostic({
  code: "transition/unknown-target",
  severity: "error",
  message: ({ field, target }) => `\`${field}\` names "${target}", but there is no such state here.`,
  why: ({ elsewhere }) =>
    elsewhere
      ? "A state of that name stands in another scope: no transition leads into or out of a branch or a Map."
      : "A transition leads to a state of the same `States` object, its name spelt exactly so.",
  help: ({ nearest }) => nearest && `Did you mean "${nearest}"?`,
});

/** Every `StartAt`, `Next` and `Default` names a state of its own scope. */
export const unknownTargets: MachineRule = ({ scopes, states }) => {
  const all = new Set(states.map(({ name }) => name));
  const found: Diagnostic[] = [];
  for (const scope of scopes) {
    const { graph, scope: held } = scope;
    const intended = intendedTargets(graph);
    if (graph.start !== "" && !graph.names.has(graph.start) && Object.keys(held.States).length > 0) {
      report(
        intended(graph.start),
        graph.start,
        childPointer(graph.pointer, "StartAt"),
        "StartAt",
        ownerOf(scope),
      );
    }
    for (const edges of graph.edges.values()) {
      for (const edge of edges) {
        const { source, target, kind } = edge;
        if (graph.names.has(target)) continue;
        report(intended(target), target, edgePointer(edge), kind === "default" ? "Default" : "Next", source);
      }
    }
  }
  return found;

  function report(
    nearest: string | undefined,
    target: string,
    pointer: JsonPointer,
    field: string,
    state: string | undefined,
  ): void {
    const newText = JSON.stringify(nearest);
    const fixes =
      nearest === undefined ? [] : [{ title: `Go to "${nearest}"`, edits: [{ pointer, newText }] }];
    const place = state === undefined ? { pointer } : { state, pointer };
    const facts = { target, field, elsewhere: all.has(target), nearest };
    found.push(unknownTarget.at(place, facts, { fixes, aws: awsWords(target, pointer) }));
  }
};

function ownerOf({ within }: RuledScope): string | undefined {
  return within.at(-1)?.name;
}

/** AWS says "Next" for every kind of transition. */
function awsWords(target: string, pointer: JsonPointer): AwsDiagnostic {
  const message = `Missing 'Next' target: ${target}`;
  return { code: "MISSING_TRANSITION_TARGET", location: awsLocation(pointer), message };
}
