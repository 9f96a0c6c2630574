import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** A value in a template that JSON has no form for. */
export const templateValue: DiagnosticKind<{ what: string; where: string }> = defineDiagnostic({
  code: "builder/template-value",
  severity: "error",
  message: ({ what, where }) => `${where} holds ${what}, which is no data of a state machine.`,
  why: () => "What a template holds is printed as JSON: texts, numbers, booleans, null, objects and arrays.",
  help: () => "Give the value as JSON, for example a date as `date.toISOString()`, or an arrow function.",
});

/** A schema that has no JSON Schema form. */
export const unusableSchema: DiagnosticKind<{ vendor: string; reason: string }> = defineDiagnostic({
  code: "builder/schema",
  severity: "error",
  message: ({ vendor }) => `The ${vendor} schema cannot be turned into JSON Schema.`,
  why: ({ reason }) => reason,
  help: () =>
    "Use a schema that only describes JSON (zod 4.2 or later), give JSON Schema itself, or only a type: `.input<Order>()`.",
});

/** A call that the state before it has no field for. */
export const misplacedCall: DiagnosticKind<{ method: string; state: string; kind: string }> =
  defineDiagnostic({
    code: "builder/misplaced-call",
    severity: "error",
    message: ({ method, state, kind }) => `\`.${method}(…)\` cannot follow "${state}", which is a ${kind}.`,
    why: ({ kind }) => `A ${kind} state has no such field.`,
    help: () => "Remove the call, or move it behind the state it is meant for.",
  });

/** A configuring call with no state before it. */
export const noState: DiagnosticKind<{ method: string }> = defineDiagnostic({
  code: "builder/no-state",
  severity: "error",
  message: ({ method }) => `\`.${method}(…)\` stands before the first state.`,
  why: () => "The calls after a state's name configure that state.",
  help: () => 'Name a state first, for example `.pass("Begin")`.',
});

/** A branch that does not hand its chain back. */
export const branchResult: DiagnosticKind<{ state: string }> = defineDiagnostic({
  code: "builder/branch-result",
  severity: "error",
  message: ({ state }) => `A branch of "${state}" does not return its chain.`,
  why: () => "Every call returns a new chain: what is not returned is lost.",
  help: () => "Write `(branch) => branch.pass(…)` without braces, or put `return` before the chain.",
});

/** A Task that is not told what to call. */
export const noTask: DiagnosticKind<{ state: string }> = defineDiagnostic({
  code: "builder/no-task",
  severity: "error",
  message: ({ state }) => `"${state}" is not told what to call.`,
  why: () => "The second argument of `.task(…)` is the function or service that the state calls.",
  help: () => 'Give it, for example `lambda<typeof handler>(param("HandlerArn"))`.',
});
