import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface WrongType {
  readonly state: string;
  /** What was given: `Items`, an operand's text. */
  readonly what: string;
  /** What must stand there: `an array`. */
  readonly expected: string;
  /** What is there, printed. */
  readonly found: string;
  /** Only some of what can be there does not fit. */
  readonly sometimes: boolean;
  /** JSONata if it is left out. */
  readonly language?: "JSONPath" | "JSONata";
}

/** A value whose type the state or an operator refuses. */
export const wrongType: DiagnosticKind<WrongType> = defineDiagnostic({
  code: "data/wrong-type",
  severity: "error",
  message: ({ state, what, expected, sometimes }) =>
    `${what} in "${state}" must be ${expected}${sometimes ? ", and is not always" : ""}.`,
  why: ({ found, language }) =>
    `It is ${found}; anything else fails the state with \`${language === "JSONPath" ? "States.Runtime" : "States.QueryEvaluationError"}\`.`,
  help: ({ expected }) => `Make it ${expected}.`,
});
