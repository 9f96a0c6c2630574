import type { QueryLanguage, State, StateMachine, States } from "@statewright/asl";
import { childPointer, type Diagnostic, type JsonPointer } from "@statewright/diagnostics";
import { hiddenFunction, outerVariable, variableName } from "./diagnostics/builder-diagnostics.ts";
import { builtIns } from "./expression/index.ts";

/** R-VAR-03. */
const namePattern = /^\p{ID_Start}\p{ID_Continue}{0,79}$/u;

interface Assignment {
  readonly name: string;
  readonly pointer: JsonPointer;
  readonly state: string;
}

interface VariableScope {
  /** Of the machine. */
  readonly language: QueryLanguage | undefined;
  readonly states: States;
  readonly pointer: JsonPointer;
  /** Names that scopes around this one assign. */
  readonly outer: ReadonlySet<string>;
}

/** Checks what is assigned: names (R-VAR-03), outer variables (R-VAR-09), and functions that a variable hides. */
export function checkVariables(machine: StateMachine): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const everything = new Set<string>();
  const pending: VariableScope[] = [
    { language: machine.QueryLanguage, states: machine, pointer: "", outer: new Set() },
  ];
  for (let scope = pending.pop(); scope !== undefined; scope = pending.pop()) {
    const own = assignmentsIn(scope);
    for (const { name, pointer, state } of own) {
      everything.add(name);
      const place = { state, pointer };
      if (!namePattern.test(name) || name === "states") diagnostics.push(variableName.at(place, { name }));
      else if (scope.outer.has(name)) diagnostics.push(outerVariable.at(place, { name }));
    }
    const names = new Set([...scope.outer, ...own.map((assignment) => assignment.name)]);
    pending.push(...innerScopes(scope, names));
  }
  return [...diagnostics, ...hiddenFunctions(machine, everything)];
}

function statesOf(scope: VariableScope): readonly (readonly [string, State, JsonPointer])[] {
  return Object.entries(scope.states.States).map(([name, state]) => [
    name,
    state,
    childPointer(scope.pointer, "States", name),
  ]);
}

function assignmentsIn(scope: VariableScope): Assignment[] {
  return statesOf(scope).flatMap(([state, node, pointer]) => {
    const holders: [object, JsonPointer][] = [[node, pointer]];
    if (node.Type === "Choice") {
      holders.push(
        ...node.Choices.map((rule, index): [object, string] => [rule, `${pointer}/Choices/${index}`]),
      );
    }
    if ("Catch" in node && node.Catch) {
      holders.push(
        ...node.Catch.map((catcher, index): [object, string] => [catcher, `${pointer}/Catch/${index}`]),
      );
    }
    return holders.flatMap(([holder, at]) => {
      const assign = "Assign" in holder ? holder.Assign : undefined;
      if (typeof assign !== "object" || assign === null) return [];
      const isPath = (node.QueryLanguage ?? scope.language) === "JSONPath";
      return Object.keys(assign).map((key) => {
        const name = isPath && key.endsWith(".$") ? key.slice(0, -2) : key;
        return { name, state, pointer: childPointer(at, "Assign", key) };
      });
    });
  });
}

/** The scopes inside: those of a Distributed Map run in executions of their own (R-VAR-11). */
function innerScopes(scope: VariableScope, outer: ReadonlySet<string>): VariableScope[] {
  const { language } = scope;
  return statesOf(scope).flatMap(([, state, pointer]): VariableScope[] => {
    if (state.Type === "Parallel") {
      return state.Branches.map((states, index) => ({
        language,
        states,
        pointer: `${pointer}/Branches/${index}`,
        outer,
      }));
    }
    if (state.Type !== "Map") return [];
    const isolated = state.ItemProcessor.ProcessorConfig?.Mode === "DISTRIBUTED";
    const inside = { language, states: state.ItemProcessor, pointer: `${pointer}/ItemProcessor` };
    return [{ ...inside, outer: isolated ? new Set() : outer }];
  });
}

/** Expressions that call a function of a name that a variable has. */
function hiddenFunctions(machine: StateMachine, variables: ReadonlySet<string>): Diagnostic[] {
  const hiding = [...variables].filter((name) => builtIns.has(name));
  if (hiding.length === 0) return [];
  const found: Diagnostic[] = [];
  const pending: [value: unknown, pointer: JsonPointer][] = [[machine.States, "/States"]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [value, pointer] = next;
    if (typeof value === "string" && value.startsWith("{%")) {
      const code = value.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
      const name = hiding.find((candidate) => code.includes(`$${candidate}(`));
      if (name !== undefined) found.push(hiddenFunction.at({ pointer }, { name }));
    }
    if (typeof value !== "object" || value === null) continue;
    for (const [key, child] of Object.entries(value)) pending.push([child, childPointer(pointer, key)]);
  }
  return found;
}
