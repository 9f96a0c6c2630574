import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** A place in a mocks document that is not what it should be. */
export interface MockShape {
  /** `states.Charge[1].error` */
  readonly place: string;
  readonly expected: string;
  readonly found: string;
  readonly closest?: string;
}

export const mockShape: DiagnosticKind<MockShape> = defineDiagnostic({
  code: "simulate/mock-shape",
  severity: "error",
  message: ({ place, expected, found }) =>
    `The mocks have ${found} at \`${place}\`, where ${expected} belongs.`,
  help: ({ closest }) => closest && `Did you mean \`${closest}\`?`,
});

export const unknownMock: DiagnosticKind<{ readonly state: string; readonly closest?: string }> =
  defineDiagnostic({
    code: "simulate/unknown-mock",
    severity: "warning",
    message: ({ state }) => `The mocks answer for "${state}", but the machine has no Task of that name.`,
    why: () => "Nothing ever asks for this answer.",
    help: ({ closest }) => closest && `Did you mean "${closest}"?`,
  });

/** A test case that a mock file of Step Functions Local does not have. */
export interface UnknownTestCase {
  readonly testCase: string;
  readonly known: readonly string[];
  readonly closest?: string;
}

export const unknownTestCase: DiagnosticKind<UnknownTestCase> = defineDiagnostic({
  code: "simulate/unknown-test-case",
  severity: "error",
  message: ({ testCase }) => `The mock file has no test case "${testCase}".`,
  why: ({ known }) => `It has ${known.length === 0 ? "none" : known.slice(0, 10).join(", ")}.`,
  help: ({ closest }) => closest && `Did you mean "${closest}"?`,
});
