import type { Diagnostic, Span } from "@statewright/diagnostics";
import type { Origin } from "./origin.ts";

/**
 * A data-flow expression that a user wrote as an arrow function, as a normalised tree.
 *
 * Spans are offsets into `text`. `body` is absent when the function could not be read; `problems` says why.
 */
export interface Arrow {
  /** The text of the function, as `toString` gives it. */
  readonly text: string;
  readonly body?: ArrowExpression;
  readonly problems: readonly Diagnostic[];
  readonly origin?: Origin;
}

/** What an arrow may read: a member of its scope parameter. `error` is the Error Output inside a catcher. */
export type ScopeName =
  | "input"
  | "vars"
  | "result"
  | "context"
  | "item"
  | "index"
  | "taskToken"
  | "error"
  | "constants";

/** One node of an arrow's tree. The operators and methods keep JavaScript's names and JavaScript's meaning. */
export type ArrowExpression =
  | LiteralExpression
  | RegexExpression
  | UndefinedExpression
  | ScopeExpression
  | LocalExpression
  | MemberExpression
  | IndexExpression
  | TemplateExpression
  | UnaryExpression
  | BinaryExpression
  | LogicalExpression
  | ConditionalExpression
  | ObjectExpression
  | ArrayExpression
  | CallExpression
  | FunctionExpression
  | LetExpression;

interface Node {
  readonly span: Span;
}

export interface LiteralExpression extends Node {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

/** A regular expression literal: `/[a-z]+/gi`. */
export interface RegexExpression extends Node {
  readonly kind: "regex";
  readonly source: string;
  readonly flags: string;
}

export interface UndefinedExpression extends Node {
  readonly kind: "undefined";
}

/** A part of the scope as a whole: `input`, `vars`, `context`, … */
export interface ScopeExpression extends Node {
  readonly kind: "scope";
  readonly name: ScopeName;
}

/** A parameter of an inner function or a `const`; `id` is unique in the arrow, `name` is what the user wrote. */
export interface Local {
  readonly id: number;
  readonly name: string;
}

export interface LocalExpression extends Node {
  readonly kind: "local";
  readonly local: Local;
}

/** `object.property` or `object["property"]`; `optional` for `?.`. */
export interface MemberExpression extends Node {
  readonly kind: "member";
  readonly object: ArrowExpression;
  readonly property: string;
  readonly optional: boolean;
}

/** `object[index]` with an index that is not a literal string. */
export interface IndexExpression extends Node {
  readonly kind: "index";
  readonly object: ArrowExpression;
  readonly index: ArrowExpression;
  readonly optional: boolean;
}

/** A template literal: its texts and its expressions in order; empty texts are left out. */
export interface TemplateExpression extends Node {
  readonly kind: "template";
  readonly parts: readonly (string | ArrowExpression)[];
}

export interface UnaryExpression extends Node {
  readonly kind: "unary";
  readonly operator: "!" | "-" | "+" | "typeof";
  readonly operand: ArrowExpression;
}

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "**"
  | "==="
  | "!=="
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "in";

export interface BinaryExpression extends Node {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: ArrowExpression;
  readonly right: ArrowExpression;
}

export interface LogicalExpression extends Node {
  readonly kind: "logical";
  readonly operator: "&&" | "||" | "??";
  readonly left: ArrowExpression;
  readonly right: ArrowExpression;
}

export interface ConditionalExpression extends Node {
  readonly kind: "conditional";
  readonly test: ArrowExpression;
  readonly consequent: ArrowExpression;
  readonly alternate: ArrowExpression;
}

export interface ObjectExpression extends Node {
  readonly kind: "object";
  readonly members: readonly (ObjectProperty | SpreadElement)[];
}

/** `key` is a string, or an expression for a computed key. */
export interface ObjectProperty extends Node {
  readonly kind: "property";
  readonly key: string | ArrowExpression;
  readonly value: ArrowExpression;
}

export interface SpreadElement extends Node {
  readonly kind: "spread";
  readonly value: ArrowExpression;
}

export interface ArrayExpression extends Node {
  readonly kind: "array";
  readonly elements: readonly (ArrowExpression | SpreadElement)[];
}

/**
 * A method call (`items.map(f)`), a call of a global's member (`Math.max(a, b)`) or of a global (`String(x)`), or a
 * constructor (`new Date(n)`).
 */
export interface CallExpression extends Node {
  readonly kind: "call";
  /** The receiver of a method. Absent for a global, whose full name then stands in `method`: `Math.max`, `new Date`. */
  readonly receiver?: ArrowExpression;
  readonly method: string;
  readonly arguments: readonly (ArrowExpression | SpreadElement)[];
  readonly optional: boolean;
}

/** A function given to a method; its body is one expression (`const`s become a {@link LetExpression}). */
export interface FunctionExpression extends Node {
  readonly kind: "function";
  readonly parameters: readonly Local[];
  readonly body: ArrowExpression;
}

/** `const a = …; return …`: bindings in order, each seeing those before it. */
export interface LetExpression extends Node {
  readonly kind: "let";
  readonly bindings: readonly { readonly local: Local; readonly value: ArrowExpression }[];
  readonly body: ArrowExpression;
}
