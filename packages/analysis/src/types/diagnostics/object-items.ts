import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface ObjectItems {
  readonly state: string;
  /** `Items`, or the input that stands for it. */
  readonly what: string;
  /** What is there, printed. */
  readonly found: string;
}

/** A Map over an object: AWS once refused it, and takes each member as an item since (R-MAP-03). */
export const objectItems: DiagnosticKind<ObjectItems> = defineDiagnostic({
  code: "data/object-items",
  severity: "warning",
  message: ({ state, what }) => `"${state}" iterates over an object: \`${what}\` is no array.`,
  why: ({ found }) =>
    `It is ${found}. Step Functions failed the state with \`States.QueryEvaluationError\` until 2024; since 2025 each member is an item.`,
  help: () => "If an array was meant, read the array; for one item put it in brackets: `[x]`.",
});
