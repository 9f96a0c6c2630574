import type { ObservedEvaluation } from "@statewright/simulator";
import jsonata, { type Expression } from "jsonata";
import { type ExpressionTraits, traitsOf } from "./expression-traits.ts";
import { registerBuiltins } from "./step-functions-builtins.ts";

/** What the `jsonata` package makes of an evaluation: JSON (none where there is no value), or an error. */
export type ReferenceOutcome =
  | { readonly kind: "value"; readonly json: string | undefined }
  | { readonly kind: "error"; readonly code: string | undefined }
  | { readonly kind: "function" }
  | { readonly kind: "changed" }
  | { readonly kind: "endless" };

interface Compiled {
  readonly traits: ExpressionTraits;
  readonly expression: Expression;
  readonly steps: { left: number };
}

/** Nodes that one evaluation may visit. */
const mostSteps = 1_000_000;

/** The `jsonata` package, with the functions and the clock of Step Functions; each text is read once. */
export class ReferenceEngine {
  readonly #compiled = new Map<string, Compiled | { readonly code: string | undefined }>();

  /** What decides how far the expression can be compared; nothing when the package cannot read it. */
  traits(text: string): ExpressionTraits | undefined {
    const compiled = this.#read(text);
    return "traits" in compiled ? compiled.traits : undefined;
  }

  async evaluate({ text, variables, now }: ObservedEvaluation): Promise<ReferenceOutcome> {
    const compiled = this.#read(text);
    if (!("traits" in compiled)) return { kind: "error", code: compiled.code };
    const { expression, steps } = compiled;
    const given = structuredClone(variables);
    const before = JSON.stringify(given);
    steps.left = mostSteps;
    try {
      const value: unknown = await expression.evaluate(undefined, { ...clockAt(now), ...given });
      if (JSON.stringify(given) !== before) return { kind: "changed" };
      return isFunction(value) ? { kind: "function" } : { kind: "value", json: JSON.stringify(value) };
    } catch (error) {
      if (steps.left < 0) return { kind: "endless" };
      if (JSON.stringify(given) !== before) return { kind: "changed" };
      return { kind: "error", code: codeOf(error) };
    }
  }

  #read(text: string): Compiled | { readonly code: string | undefined } {
    const known = this.#compiled.get(text);
    if (known !== undefined) return known;
    const compiled = compile(text);
    this.#compiled.set(text, compiled);
    return compiled;
  }
}

function compile(text: string): Compiled | { readonly code: string | undefined } {
  try {
    const expression = jsonata(text);
    registerBuiltins(expression);
    const steps = { left: mostSteps };
    const count = (): void => {
      steps.left -= 1;
      if (steps.left < 0) throw new RangeError("too many steps");
    };
    // The hook of the package for limits is named by a symbol, which its types do not know.
    Reflect.apply(expression.assign, expression, [Symbol.for("jsonata.__evaluate_entry"), count]);
    return { traits: traitsOf(expression.ast()), expression, steps };
  } catch (error) {
    return { code: codeOf(error) };
  }
}

const formatted = jsonata("$fromMillis($at, $picture, $zone)");

/** `$now` and `$millis` tell the instant of the run. */
function clockAt(now: number): Record<string, unknown> {
  return {
    millis: () => now,
    now: (picture?: string, zone?: string) => formatted.evaluate(undefined, { at: now, picture, zone }),
  };
}

/** JSONata's code; an exception of JavaScript has none. */
function codeOf(error: unknown): string | undefined {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}

function isFunction(value: unknown): boolean {
  if (typeof value === "function") return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "_jsonata_lambda") || Object.hasOwn(value, "_jsonata_function");
}
