import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface BrokenPromise {
  readonly state: string;
  /** The path inside the output, empty for all of it. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly missing: boolean;
  readonly sometimes: boolean;
}

/** The machine returns something else than its types file promises. */
export const outputPromise: DiagnosticKind<BrokenPromise> = defineDiagnostic({
  code: "data/output-promise",
  severity: "error",
  message: ({ state, path, missing, sometimes }) => {
    const what = path === "" ? "the output" : `\`${path}\` of the output`;
    const how = missing
      ? sometimes
        ? "can be missing"
        : "is missing"
      : sometimes
        ? "can differ"
        : "differs";
    return `The execution ends in "${state}", and there ${what} ${how} from what is promised.`;
  },
  why: ({ expected, found }) => `Promised is ${expected}; there is ${found}.`,
  help: () => "Return what the machine promises, or change the promised `output` schema.",
});
