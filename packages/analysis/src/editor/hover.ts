import { childPointer, type JsonPointer, pointerKeys } from "@statewright/diagnostics";
import { printShape, type Shape } from "@statewright/json-types";
import type { Facts, PlaceFacts, StateFacts, WayOut } from "../types/facts.ts";
import { assignmentsOf } from "./assignments-of.ts";
import { type FieldSource, fieldSources } from "./field-sources.ts";
import { scopeOf, statePointerIn } from "./state-at.ts";

/** What is known at a place of a machine. Frozen plain data, for an editor to show. */
export interface Hover {
  /** What it speaks of: the pointer asked for, or the nearest thing around it about which something is known. */
  readonly pointer: JsonPointer;
  readonly kind: "machine" | "state" | "way" | "place";
  /** The state around it. */
  readonly state?: string;
  /** `false` for a state that no data reaches: nothing is known of it. */
  readonly reached: boolean;
  /** What it yields: of a state and a way what it hands on, of the machine what it returns. */
  readonly yields?: HoverValue;
  /** What an expression or a path there can read; of a state its input and its variables. */
  readonly reads: readonly HoverValue[];
}

/** A value: of what shape it is, and where it comes from. */
export interface HoverValue {
  /** As an expression there writes it: `$states.input`, `$`, `$total`; empty for what is yielded. */
  readonly name: string;
  readonly shape: Shape;
  /** As TypeScript would write it. */
  readonly text: string;
  /** Where its fields were written, outer ones first; at most 100. */
  readonly from: readonly FieldSource[];
  /** Of a variable: each `Assign` that can have set it, in this scope or one around it (R-VAR-09). */
  readonly assignedBy?: readonly JsonPointer[];
}

const longestText = 400;

/**
 * What an editor shows at any pointer of a machine: what stands there yields, what it can read, and which state
 * wrote that at which place. It is read off the facts of `analyze`; nothing is inferred again.
 *
 * A pointer to something of which nothing is known by itself, such as `/States/Charge/Next`, is answered with the
 * nearest thing around it. Never throws; `undefined` for what is no JSON Pointer.
 *
 * @example
 * ```ts
 * const { facts } = analyze(machine, { types });
 * hoverAt(facts, "/States/Charge/Arguments/amount")?.yields?.text; // "number"
 * ```
 */
export function hoverAt(facts: Facts, pointer: JsonPointer): Hover | undefined {
  if (pointer !== "" && !pointer.startsWith("/")) return undefined;
  const at = statePointerIn(pointer);
  if (at === undefined) return ofMachine(facts);
  const state = Object.hasOwn(facts.states, at) ? facts.states[at] : undefined;
  if (state === undefined) {
    const name = pointerKeys(at).at(-1) ?? "";
    return Object.freeze({ pointer: at, kind: "state", state: name, reached: false, reads: [] });
  }
  for (let place = pointer; place.length > at.length; place = place.slice(0, place.lastIndexOf("/"))) {
    const known = Object.hasOwn(facts.places, place) ? facts.places[place] : undefined;
    if (known !== undefined) return ofPlace(place, known, at, state, facts);
    const ways = state.ways.filter((way) => way.pointer === place);
    if (ways[0] !== undefined) return ofWay(place, ways[0], state);
  }
  return ofState(at, state, facts);
}

function ofMachine({ output }: Facts): Hover {
  return Object.freeze({ pointer: "", kind: "machine", reached: true, yields: value("", output), reads: [] });
}

function ofState(pointer: JsonPointer, { name, input, variables, output }: StateFacts, facts: Facts): Hover {
  const reads = [value("input", input), ...variableValues(variables, pointer, facts)];
  return hover({ pointer, kind: "state", state: name, yields: value("", output), reads });
}

/** A rule of a Choice, a catcher, a branch. */
function ofWay(pointer: JsonPointer, { given, output }: WayOut, { name }: StateFacts): Hover {
  const reads = given === undefined ? [] : [value("input", given)];
  return hover({ pointer, kind: "way", state: name, yields: value("", output), reads });
}

function ofPlace(
  pointer: JsonPointer,
  { shape, sees }: PlaceFacts,
  at: JsonPointer,
  state: StateFacts,
  facts: Facts,
): Hover {
  const reads: HoverValue[] = [];
  if (sees?.states?.kind === "object")
    for (const [name, field] of Object.entries(sees.states.fields))
      if (isThere(name, pointer, at, state)) reads.push(value(`$states.${name}`, field.shape));
  if (sees?.value !== undefined) reads.push(value("$", sees.value, "[*]"));
  if (sees?.context !== undefined) reads.push(value("$$", sees.context, "[*]"));
  if (sees !== undefined) reads.push(...variableValues(sees.variables, at, facts));
  return hover({ pointer, kind: "place", state: state.name, yields: value("", shape), reads });
}

/** `$states.result` and `$states.errorOutput` are there in few places (R-JA-08, R-JA-10). */
function isThere(member: string, pointer: JsonPointer, at: JsonPointer, { result }: StateFacts): boolean {
  const inside = (field: string) => `${pointer}/`.startsWith(`${childPointer(at, field)}/`);
  if (member === "errorOutput") return inside("Catch");
  if (member === "result") return result !== undefined && (inside("Output") || inside("Assign"));
  return true;
}

function variableValues(
  variables: StateFacts["variables"],
  at: JsonPointer,
  facts: Facts,
): readonly HoverValue[] {
  const assigned = assignmentsOf(facts, scopeOf(at));
  return Object.entries(variables).map(([name, shape]) =>
    Object.freeze({ ...value(`$${name}`, shape), assignedBy: Object.freeze(assigned.get(name) ?? []) }),
  );
}

/** `each`: what stands between a list and the fields of its items; JSONata writes nothing there. */
function value(name: string, shape: Shape, each = ""): HoverValue {
  const text = printShape(shape, { maxLength: longestText });
  return Object.freeze({ name, shape, text, from: fieldSources(shape, name, each) });
}

function hover(parts: Omit<Hover, "reached">): Hover {
  return Object.freeze({ ...parts, reached: true, reads: Object.freeze(parts.reads) });
}
