import type { Span } from "@statewright/diagnostics";
import type { Signature } from "../signature/parse-signature.ts";
import type { Frame } from "./frame.ts";
import type { Value } from "./value.ts";

/** Where and in what a function is called. */
export interface CallSite {
  /** The context (`$`), which stands in for an argument that is left out. */
  readonly input: Value;
  readonly frame: Frame;
  readonly span: Span;
}

/** What a function value is made of. */
export interface FunctionFacts {
  /** How many arguments a function such as `$map` passes to it. */
  readonly arity: number;
  /** Called with arguments that fit the signature. */
  readonly invoke: (args: readonly Value[], site: CallSite) => Value;
  readonly signature?: Signature;
  /** Calls to a built-in are checked however they are made. */
  readonly native?: boolean;
  /** It can be applied partially. */
  readonly partial?: boolean;
  /** Functions of the language count as true, regular expressions and passed functions as false. */
  readonly truthy?: boolean;
  /** A call in tail position that is still to be made. */
  readonly pending?: PendingCall;
}

/** A call in tail position: the caller's loop makes it, so that tail recursion needs no stack. */
export interface PendingCall {
  readonly call: TailCall;
  readonly input: Value;
  readonly frame: Frame;
}

/** A call in tail position as it is compiled. */
export interface TailCall {
  readonly callee: (input: Value, frame: Frame) => Value;
  readonly args: readonly ((input: Value, frame: Frame) => Value)[];
  readonly name: string | undefined;
  readonly span: Span;
}

/** A function as a value: a built-in, a lambda, a regular expression, or what they were made into. */
export class FunctionValue {
  readonly arity: number;
  readonly invoke: (args: readonly Value[], site: CallSite) => Value;
  readonly signature: Signature | undefined;
  readonly native: boolean;
  readonly partial: boolean;
  readonly truthy: boolean;
  readonly pending: PendingCall | undefined;
  /** Passed as an argument already: its context is gone. */
  readonly detached: boolean;

  constructor(facts: FunctionFacts, detached = false) {
    this.arity = facts.arity;
    this.invoke = facts.invoke;
    this.signature = facts.signature;
    this.native = facts.native ?? false;
    this.partial = facts.partial ?? true;
    this.truthy = facts.truthy ?? true;
    this.pending = facts.pending;
    this.detached = detached;
  }
}
