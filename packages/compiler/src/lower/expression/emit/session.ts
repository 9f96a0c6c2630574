import type { Diagnostic, DiagnosticKind, Place, Severity } from "@statewright/diagnostics";
import { type Json, type Shape, unknownShape } from "@statewright/json-types";
import type { Arrow, ArrowExpression } from "../../../ir/arrow.ts";
import { builtIns } from "../code/built-ins.ts";
import { type Code, call, variable } from "../code/code.ts";
import { stringLiteral } from "../code/literal.ts";
import { longNumber, unknownType, unsupported } from "../diagnostics/arrow-diagnostics.ts";
import type { Absence, Value } from "../value/value.ts";
import { sourceOf } from "./source.ts";

/** What an arrow can read, and what is known of it. */
export interface ScopeData {
  readonly input: Shape | undefined;
  readonly variables: Readonly<Record<string, Shape>> | undefined;
  readonly result: Shape | undefined;
  /** The field of the answer that is the result: `Payload`. */
  readonly resultField: string | undefined;
  readonly item: Shape | undefined;
  readonly constants: Readonly<Record<string, Json>>;
  /** The reusable expressions among the constants, by their pointer. */
  readonly expressions: Readonly<Record<string, Arrow>>;
}

/** What a test has told about a path. */
export interface Fact {
  readonly shape?: Shape;
  readonly absent?: Absence;
}

/** What is visible at a node: locals by their id, and facts by the text of a path. */
export interface Scope {
  readonly session: Session;
  readonly data: ScopeData;
  readonly locals: ReadonlyMap<number, Value>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** Inside a function that is written out as one. */
  readonly inFunction: boolean;
}

/** A test in the sense of JavaScript: its text gives JSONata's answer, which is the same. */
export interface Truth {
  readonly code: Code;
  /** Known while compiling. */
  readonly constant?: boolean;
  /** The text can yield nothing instead of `false`. */
  readonly mayBeNothing: boolean;
  /** The text yields a boolean (or nothing), not just something JSONata takes for one. */
  readonly strict: boolean;
  /** The `$exists(…)` of which this is the opposite. */
  readonly unless?: Code;
}

/** The work on one expression: names given so far, and what was found. */
export interface Session {
  emit(node: ArrowExpression, scope: Scope): Value;
  test(node: ArrowExpression, scope: Scope): Truth;
  /** A name for a local, unlike every other in this expression. */
  name(wanted: string): string;
  source(node: ArrowExpression): string;
  refuse(node: ArrowExpression, reason: string, instead: string): Value;
  warn(kind: DiagnosticKind<{ source: string }>, node: ArrowExpression, severity?: Severity): void;
  /** Notes that a text had to reckon with every type. */
  unknown(node: ArrowExpression): void;
  /** Notes that a number which may have more than 15 digits becomes a text. */
  long(node: ArrowExpression): void;
  /** A text that ends the execution with an error. */
  failure(node: ArrowExpression, what: string): Code;
  /** Runs something for its result only: names and findings are forgotten. Absent when nested too deeply. */
  trial<T>(run: () => T): T | undefined;
  findings(): readonly Finding[];
}

export type Finding = (place: Place) => Diagnostic;

/** The two functions that go through a tree; handed in, so that the files of one node each need not know one another. */
export interface Emitters {
  readonly emit: (node: ArrowExpression, scope: Scope) => Value;
  readonly test: (node: ArrowExpression, scope: Scope) => Truth;
}

/** R-JA-22: AWS's stack ends near 200 nested operators. */
const deepest = 150;
const deepestTrial = 3;

/** Starts the work on one expression. `reserved` are the workflow variables that it reads. */
export function startSession(text: string, reserved: Iterable<string>, emitters: Emitters): Session {
  const state = {
    names: new Set<string>([...builtIns, ...reserved]),
    findings: [] as Finding[],
    depth: 0,
    trials: 0,
  };
  let unknowns = new Set<string>();
  let longs = new Set<string>();

  const source = (node: ArrowExpression): string => sourceOf(text, node);
  const refuse = (node: ArrowExpression, reason: string, instead: string): Value => {
    const facts = { source: source(node), reason, instead };
    state.findings.push((place) => unsupported.at(place, facts));
    return refusedValue;
  };
  const guarded = <T>(node: ArrowExpression, run: () => T, otherwise: (value: Value) => T): T => {
    if (state.depth >= deepest) {
      return otherwise(refuse(node, "It is nested too deeply for AWS.", "Split it over several states."));
    }
    state.depth += 1;
    const result = run();
    state.depth -= 1;
    return result;
  };

  const session: Session = {
    emit: (node, scope) =>
      guarded(
        node,
        () => emitters.emit(node, scope),
        (value) => value,
      ),
    test: (node, scope) =>
      guarded(
        node,
        () => emitters.test(node, scope),
        (value) => ({ code: value.code, mayBeNothing: false, strict: false }),
      ),
    name(wanted) {
      const plain = wanted.replaceAll(/[^A-Za-z0-9_]/g, "_").replace(/^(?=[0-9])/, "_") || "value";
      let name = plain;
      for (let count = 1; state.names.has(name); count += 1) name = `${plain}_${count}`;
      state.names.add(name);
      return name;
    },
    source,
    refuse,
    warn(kind, node, severity) {
      const facts = { source: source(node) };
      state.findings.push((place) => kind.at(place, facts, severity && { severity }));
    },
    unknown: (node) => void unknowns.add(source(node)),
    long: (node) => void longs.add(source(node)),
    failure: (node, what) => call("error", stringLiteral(`${source(node)} ${what}`)),
    trial(run) {
      if (state.trials >= deepestTrial) return undefined;
      const before = { names: state.names, findings: state.findings, unknowns, longs };
      state.names = new Set(state.names);
      state.findings = [];
      unknowns = new Set();
      longs = new Set();
      state.trials += 1;
      const result = run();
      state.trials -= 1;
      state.names = before.names;
      state.findings = before.findings;
      unknowns = before.unknowns;
      longs = before.longs;
      return result;
    },
    findings: () => [
      ...state.findings,
      ...hint(unknowns, (place, sources) => unknownType.at(place, { sources })),
      ...hint(longs, (place, sources) => longNumber.at(place, { sources })),
    ],
  };
  return session;
}

/** One hint for all places of an expression; the first of them are named. */
function hint(
  sources: ReadonlySet<string>,
  at: (place: Place, sources: readonly string[]) => Diagnostic,
): readonly Finding[] {
  return sources.size === 0 ? [] : [(place) => at(place, [...sources].slice(0, 3))];
}

/** What stands in for something refused: nothing is known of it, so that it causes no second finding. */
export const refusedValue: Value = {
  code: { ...variable("refused"), repeatable: false },
  shape: unknownShape,
  absent: "never",
};

/** The same where the finding stands elsewhere, so that the text is printed: whatever value, for the checker too. */
export const toldElsewhere: Value = {
  code: call("parse", stringLiteral("null")),
  shape: unknownShape,
  absent: "never",
};
