import { type JsonRecord, type JsonValue, readMachine, type State } from "@statewright/asl";
import type { Template } from "../../ir/template.ts";
import type { QueryLanguage, RawNode } from "../../ir/workflow.ts";
import { unsupportedNode } from "../diagnostics/builder-diagnostics.ts";
import { placeOf, type StatePlace } from "../fields/context.ts";
import { stateData } from "../fields/state-data.ts";
import { templateField } from "../fields/templates.ts";
import { errorFields, transition } from "./fields.ts";

const goingOn = new Set(["Task", "Pass", "Wait", "Parallel", "Map"]);
const failing = new Set(["Task", "Parallel", "Map"]);

/**
 * A state as the user spells it. It is read as a definition is, so that its fields are checked; that a field is not
 * known is what such a state is for, and no finding.
 */
export function rawState(state: StatePlace, node: RawNode, language: QueryLanguage = "JSONata"): State {
  const written = rawJson(state, node.state, []);
  const given = isRecord(written) ? written : {};
  for (const field of ["Next", "End"].filter((name) => Object.hasOwn(given, name))) {
    report(
      state,
      `\`${field}\` in a raw state`,
      "Leave it out: the calls around the state say how it goes on.",
    );
  }
  const type = String(given.Type);
  if (type === "Choice")
    report(state, "A raw Choice", "Write it with `.choice(…)`, whose branches are typed.");
  const definition = {
    ...(node.comment !== undefined && { Comment: node.comment }),
    ...given,
    ...(failing.has(type) && withGroups(state, given)),
    ...(goingOn.has(type) && transition(state.after)),
  };
  const { machine, diagnostics } = readMachine({
    QueryLanguage: language,
    StartAt: state.name,
    States: { [state.name]: definition },
  });
  const own = placeOf({ ...state, pointer: "/States" }, state.name).pointer;
  for (const diagnostic of diagnostics) {
    if (diagnostic.code === "structure/unknown-field") continue;
    const { pointer = "", fixes: _, ...rest } = diagnostic;
    const inside = pointer.startsWith(own) ? pointer.slice(own.length) : "";
    state.lowerer.report({ ...rest, state: state.name, pointer: state.pointer + inside });
  }
  const read = machine && Object.hasOwn(machine.States, state.name) ? machine.States[state.name] : undefined;
  if (node.outputSchema !== undefined && type === "Task" && given.Output === undefined) {
    state.lowerer.types(state.pointer, { result: node.outputSchema });
  }
  return read ?? { Type: "Pass", ...transition(state.after) };
}

/** The catchers of the groups around the state stand behind its own. */
function withGroups(state: StatePlace, given: JsonRecord): JsonRecord {
  const own = Array.isArray(given.Catch) ? (given.Catch as readonly JsonValue[]) : [];
  const names = own.flatMap((catcher) => {
    const errors = isRecord(catcher) ? catcher.ErrorEquals : undefined;
    return Array.isArray(errors) ? errors.map(String) : [];
  });
  const { Catch: groups = [] } = errorFields(state, { taken: names, before: own.length });
  const all = [...own, ...(groups as readonly unknown[] as readonly JsonValue[])];
  return all.length > 0 ? { Catch: all } : {};
}

/** Texts stand as they are, so that expressions can be written as ASL has them. */
function rawJson(state: StatePlace, template: Template, path: readonly string[]): JsonValue {
  switch (template.kind) {
    case "value":
      return template.value;
    case "array":
      return template.items.map((item, index) => rawJson(state, item, [...path, String(index)]));
    case "object":
      return Object.fromEntries(
        template.entries.map(([key, value]) => [key, rawJson(state, value, [...path, key])]),
      );
    default:
      return templateField(state, path, template, stateData(state));
  }
}

function isRecord(json: JsonValue | undefined): json is JsonRecord {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function report(state: StatePlace, what: string, instead: string): void {
  state.lowerer.report(unsupportedNode.at(placeOf(state), { what, instead }));
}
