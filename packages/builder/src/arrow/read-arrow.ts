import type { Arrow, ArrowExpression, Origin } from "@statewright/compiler";
import type { Diagnostic, Span } from "@statewright/diagnostics";
import type * as acorn from "acorn";
import { frozen } from "../chain/frozen.ts";
import { isCompiledForES5, isHelper, isMinifiedName } from "./artefacts.ts";
import { type OuterName, outerVariable, unreadable, unsupportedSyntax } from "./diagnostics.ts";
import { readExpression } from "./expressions.ts";
import { functionValue, letting, refusedFunction } from "./functions.ts";
import type { FunctionNode, Names } from "./names.ts";
import { parseFunction } from "./parse-function.ts";
import { type Bound, bindPattern } from "./patterns.ts";
import { type Reader, undefinedAt } from "./reader.ts";
import { bindScope } from "./scope-parameter.ts";
import { blockBody } from "./statements.ts";

/** How to read a function. */
export interface ArrowOptions {
  /** `input`: the first parameter is the input and the second the scope, as in `when((input, { vars }) => …)`. */
  readonly first?: "scope" | "input";
  readonly origin?: Origin;
}

/**
 * Reads an arrow function: its text as a normalised tree, never the function itself, which is not run.
 *
 * Parameters count by the keys they take apart, not by their names, and what compilers, minifiers and coverage
 * tools do to the text is undone. What cannot be read stands in `problems`, and then there is no `body`.
 *
 * @example
 * ```ts
 * readArrow(({ input }) => input.total > 10).body;
 * // → { kind: "binary", operator: ">", left: { kind: "member", property: "total", … }, … }
 * ```
 */
export function readArrow(fn: unknown, options: ArrowOptions = {}): Arrow {
  return read(fn, options.origin, options.first ?? "scope");
}

/** Reads a function whose parameters are values of its own, as `expression` takes it: the body is a function. */
export function readReusable(fn: unknown, origin?: Origin): Arrow {
  return read(fn, origin, "own");
}

/** What the first parameter is. */
type First = "scope" | "input" | "own";

function read(fn: unknown, at: Origin | undefined, first: First): Arrow {
  const origin = at ? { origin: at } : {};
  const text = textOf(fn);
  const early = unreadableReason(fn, text);
  if (early) return frozen({ text, problems: [unreadable.at({}, early)], ...origin });
  const parsed = parseFunction(text);
  if ("failed" in parsed) {
    return frozen({ text, problems: [unreadable.at({}, failures[parsed.failed])], ...origin });
  }
  try {
    const { body, problems } = readFunction(parsed.node, text, parsed.offset, first);
    return frozen({ text, ...(problems.length === 0 && { body }), problems, ...origin });
  } catch (error) {
    // Patterns nested by the thousand end the stack before a limit of ours is asked.
    if (!(error instanceof RangeError)) throw error;
    return frozen({ text, problems: [unreadable.at({}, failures.depth)], ...origin });
  }
}

function textOf(fn: unknown): string {
  return typeof fn === "function" ? Function.prototype.toString.call(fn) : "";
}

const longestText = 100_000;

interface Reason {
  readonly reason: string;
  readonly instead: string;
}

function unreadableReason(fn: unknown, text: string): Reason | undefined {
  if (typeof fn !== "function") return { reason: "It is no function.", instead: "Give an arrow function." };
  if (/\{\s*\[native code\]\s*\}\s*$/.test(text)) {
    return { reason: "It is native or bound, and has no text.", instead: "Write an arrow function there." };
  }
  if (Object.hasOwn(fn, "_isMockFunction") || Object.hasOwn(fn, "mock")) {
    return { reason: "It is a mock, whose text is the mock's.", instead: "Give the arrow function itself." };
  }
  if (text.length > longestText) return { reason: "It is too long.", instead: "Do it in a task." };
  if (!isCompiledForES5(text)) return undefined;
  return {
    reason: "It was compiled for an old target (ES5).",
    instead: "Set the target of your compiler to ES2017 or later.",
  };
}

const failures: Readonly<Record<"syntax" | "depth" | "no-function", Reason>> = {
  syntax: { reason: "It is no JavaScript that is known here.", instead: "Give an arrow function." },
  depth: { reason: "It is nested too deeply.", instead: "Split it over several states." },
  "no-function": { reason: "It is a class, not a function.", instead: "Give an arrow function." },
};

const deepest = 200;
/** Statements behind an `if` are read once for each way through it. */
const mostNodes = 20_000;

function readFunction(
  node: FunctionNode,
  text: string,
  offset: number,
  first: First,
): { body: ArrowExpression; problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const seen = new Set<string>();
  let [locals, depth, nodes] = [0, 0, 0];
  const report = (problem: Diagnostic): void => {
    const key = `${problem.code} ${problem.message}`;
    if (!seen.has(key)) problems.push(problem);
    seen.add(key);
  };
  const span = (at: acorn.Node): Span => ({ start: at.start - offset, end: at.end - offset });
  const source = (at: acorn.Node): string => {
    const part = text.slice(at.start - offset, at.end - offset).replaceAll(/\s+/g, " ");
    return part.length > 60 ? `${part.slice(0, 57)}…` : part;
  };
  const refuse: Reader["refuse"] = (at, reason, instead) => {
    report(unsupportedSyntax.at({}, { source: source(at), reason, instead }));
    return undefinedAt(span(at));
  };
  const reader: Reader = {
    expression(at, names) {
      if (at.type === "Super" || at.type === "PrivateIdentifier") {
        return refuse(at, "There is no class here.", "Read a field of the data.");
      }
      return reader.deeper(at, () => readExpression(reader, at, names));
    },
    deeper(_at, read) {
      nodes += 1;
      if (nodes > mostNodes) return refuse(node, "It is too large.", "Split it over several states.");
      if (depth >= deepest) return refuse(node, "It is nested too deeply.", "Split it over several states.");
      depth += 1;
      const value = read();
      depth -= 1;
      return value;
    },
    body: (at, names) =>
      at.type === "BlockStatement" ? blockBody(reader, at, names) : reader.expression(at, names),
    span,
    source,
    local(name) {
      locals += 1;
      return { id: locals, name };
    },
    refuse,
    report,
    outer(at, name, called) {
      report(outerVariable.at({}, { name, called, writtenBy: writer(name, text) }));
      return undefinedAt(span(at));
    },
    inlining: new Set(),
  };
  const refused = refusedFunction(reader, { node, names: new Map() });
  if (refused) return { body: refused, problems };
  if (first === "own") return { body: functionValue(reader, { node, names: new Map() }, node), problems };
  const { names, bindings } = bindParameters(reader, node, first);
  return { body: letting(bindings, reader.body(node.body, names)), problems };
}

/** The tool that wrote a name, if it was none of the user's. */
function writer(name: string, text: string): OuterName["writtenBy"] {
  if (isHelper(name)) return "compiler";
  return isMinifiedName(name, text) ? "minifier" : "user";
}

function bindParameters(reader: Reader, node: FunctionNode, first: "scope" | "input"): Bound {
  let bound: Bound = { names: new Map() as Names, bindings: [] };
  for (const [index, pattern] of node.params.entries()) {
    const place = first === "input" ? index - 1 : index;
    if (place > 0) {
      reader.refuse(pattern, "There is nothing to give it.", "Leave the parameter out.");
      continue;
    }
    const input: ArrowExpression = { kind: "scope", name: "input", span: reader.span(pattern) };
    const next =
      place < 0 ? bindPattern(reader, pattern, input, bound.names) : bindScope(reader, pattern, bound.names);
    bound = { names: next.names, bindings: [...bound.bindings, ...next.bindings] };
  }
  return bound;
}
