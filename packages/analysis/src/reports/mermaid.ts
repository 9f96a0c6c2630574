import type { Retrier, State, StateMachine, States } from "@statewright/asl";
import type { JsonPointer } from "@statewright/diagnostics";
import { type FlowEdge, flowGraph } from "../flow/flow-graph.ts";
import { choiceLabel } from "./choice-label.ts";
import { mermaidText, shortText } from "./mermaid-text.ts";

/** What is marked on the picture. */
export interface MermaidOptions {
  /** The names of the states that an execution entered. */
  readonly execution?: readonly string[];
}

const longestLabel = 40;

/**
 * A picture of a machine as a Mermaid flowchart. Parallel and Map states are boxes around what they run;
 * choices carry their conditions, shortened; retries and catches are dotted.
 *
 * Whatever a definition holds is a label in it, never syntax.
 *
 * @example
 * ```ts
 * mermaid(machine, { execution: ["Validate", "Charge"] });
 * // → flowchart TD
 * //     s0["Validate"]
 * //     …
 * ```
 */
export function mermaid(machine: StateMachine, options: MermaidOptions = {}): string {
  const drawing: Drawing = {
    lines: ["flowchart TD"],
    visited: new Set(options.execution),
    marked: [],
    count: 0,
  };
  drawScope(drawing, machine, "", 1);
  if (drawing.marked.length > 0) {
    drawing.lines.push("  classDef visited fill:#dcf5e3,stroke:#1a7f37,stroke-width:2px");
    drawing.lines.push(`  class ${drawing.marked.join(",")} visited`);
  }
  return `${drawing.lines.join("\n")}\n`;
}

interface Drawing {
  readonly lines: string[];
  readonly visited: ReadonlySet<string>;
  /** The nodes that an execution entered. */
  readonly marked: string[];
  /** How many nodes have a name of their own so far. */
  count: number;
}

function drawScope(drawing: Drawing, scope: States, pointer: JsonPointer, depth: number): void {
  const ids = new Map<string, string>();
  for (const [name, state] of Object.entries(scope.States)) {
    const id = newId(drawing);
    ids.set(name, id);
    if (drawing.visited.has(name)) drawing.marked.push(id);
    drawState(drawing, id, name, state, `${pointer}/${id}`, depth);
  }
  const start = ids.get(scope.StartAt);
  if (start !== undefined) {
    const id = newId(drawing);
    line(drawing, depth, `${id}(( ))`);
    line(drawing, depth, `${id} --> ${start}`);
  }
  for (const [name, edges] of flowGraph(scope, pointer).edges) {
    for (const edge of edges) drawEdge(drawing, scope.States[name], edge, ids, depth);
  }
}

function drawState(
  drawing: Drawing,
  id: string,
  name: string,
  state: State,
  pointer: JsonPointer,
  depth: number,
): void {
  const bodies = bodiesOf(state);
  if (bodies.length === 0) {
    line(drawing, depth, `${id}${shaped(state, mermaidText(name))}`);
    for (const retrier of "Retry" in state ? (state.Retry ?? []) : []) {
      line(drawing, depth, `${id} -. ${mermaidText(retryLabel(retrier))} .-> ${id}`);
    }
    return;
  }
  // An edge from a box to itself is nothing Mermaid can draw: its retries stand in its title.
  const retries = "Retry" in state ? (state.Retry ?? []).map((retrier) => `, ${retryLabel(retrier)}`) : [];
  line(drawing, depth, `subgraph ${id} [${mermaidText(`${name} (${state.Type}${retries.join("")})`)}]`);
  for (const [index, body] of bodies.entries()) {
    if (bodies.length === 1) drawScope(drawing, body, pointer, depth + 1);
    else {
      line(drawing, depth + 1, `subgraph ${newId(drawing)} [${mermaidText(String(index + 1))}]`);
      drawScope(drawing, body, `${pointer}/${index}`, depth + 2);
      line(drawing, depth + 1, "end");
    }
  }
  line(drawing, depth, "end");
}

function drawEdge(
  drawing: Drawing,
  state: State | undefined,
  edge: FlowEdge,
  ids: ReadonlyMap<string, string>,
  depth: number,
): void {
  const source = ids.get(edge.source);
  const target = ids.get(edge.target);
  if (source === undefined || target === undefined || state === undefined) return;
  const label = edgeLabel(state, edge);
  if (label === undefined) line(drawing, depth, `${source} --> ${target}`);
  else if (edge.kind === "catch") line(drawing, depth, `${source} -. ${mermaidText(label)} .-> ${target}`);
  else line(drawing, depth, `${source} -- ${mermaidText(label)} --> ${target}`);
}

function edgeLabel(state: State, { kind, index = 0 }: FlowEdge): string | undefined {
  if (kind === "default") return "otherwise";
  if (kind === "choice" && state.Type === "Choice") {
    const rule = state.Choices[index];
    return rule && shortText(choiceLabel(rule), longestLabel);
  }
  if (kind !== "catch" || !("Catch" in state)) return undefined;
  return shortText(`catch ${(state.Catch?.[index]?.ErrorEquals ?? []).join(", ")}`, longestLabel);
}

function retryLabel({ ErrorEquals: errors }: Retrier): string {
  return shortText(`retry ${errors.join(", ")}`, longestLabel);
}

function shaped({ Type: type }: State, label: string): string {
  if (type === "Choice") return `{${label}}`;
  if (type === "Succeed" || type === "Fail") return `([${label}])`;
  return type === "Wait" ? `(${label})` : `[${label}]`;
}

function bodiesOf(state: State): readonly States[] {
  if (state.Type === "Parallel") return state.Branches;
  return state.Type === "Map" ? [state.ItemProcessor] : [];
}

function newId(drawing: Drawing): string {
  const id = `s${drawing.count}`;
  drawing.count += 1;
  return id;
}

function line({ lines }: Drawing, depth: number, text: string): void {
  lines.push("  ".repeat(depth) + text);
}
