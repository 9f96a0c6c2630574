import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** Something in the machine that the simulator cannot do faithfully. */
export interface Unsupported {
  readonly state?: string;
  /** The field it stands in, as the definition spells it. */
  readonly field?: string;
  /** What it is, as the subject of the sentence: "the intrinsic function `States.Format`". */
  readonly what: string;
  readonly instead?: string;
}

/** The run is refused, because going on would be a guess. */
export const unsupported: DiagnosticKind<Unsupported> = defineDiagnostic({
  code: "simulate/unsupported",
  severity: "error",
  message: ({ state, field, what }) =>
    `${state === undefined ? "The machine" : `"${state}"`} uses ${what}${field === undefined ? "" : ` in \`${field}\``}, which the simulator cannot run yet.`,
  why: () => "A run that went on would be a guess; the machine itself may be fine on AWS.",
  help: ({ instead }) => instead,
});

/** A call that neither a mock nor a handler answers. */
export interface NoMock {
  readonly state: string;
  readonly resource: string;
  /** The arguments as JSON, shortened. */
  readonly arguments: string;
  /** How often the state was called before, and how many answers its list has. */
  readonly answered: number;
  readonly line: string;
}

export const noMock: DiagnosticKind<NoMock> = defineDiagnostic({
  code: "simulate/no-mock",
  severity: "error",
  message: ({ state, resource, answered }) =>
    answered === 0
      ? `Nothing answers the call of "${state}" to \`${resource}\`.`
      : `Nothing answers call ${answered + 1} of "${state}" to \`${resource}\`: the mocks answer ${answered}.`,
  why: ({ arguments: text }) => `It was called with ${text}`,
  help: ({ line }) => `Add to "states" of the mocks: ${line}`,
});

/** A reader reads an object that no mock stands for. */
export const noObject: DiagnosticKind<{ readonly state: string; readonly address: string }> =
  defineDiagnostic({
    code: "simulate/no-object",
    severity: "error",
    message: ({ state, address }) => `"${state}" reads \`${address}\`, and nothing says what is there.`,
    help: ({ address }) =>
      `Add to "readers" of the mocks: ${JSON.stringify(address)}: { "file": "items.json" }`,
  });

/** A machine that cannot be run as it stands: the checker says the same in more detail. */
export const brokenMachine: DiagnosticKind<{ readonly problem: string }> = defineDiagnostic({
  code: "simulate/broken-machine",
  severity: "error",
  message: ({ problem }) => problem,
  why: () => "CreateStateMachine refuses such a definition, so there is no execution to simulate.",
  help: () => "`statewright check` shows everything that is wrong with the machine.",
});

/** An execution that goes on without end while no time passes. */
export const endless: DiagnosticKind<{ readonly transitions: number; readonly state: string }> =
  defineDiagnostic({
    code: "simulate/endless",
    severity: "error",
    message: ({ transitions, state }) =>
      `The execution made ${transitions} transitions without any time passing, and is at "${state}".`,
    why: () => "On AWS it would run until its time limit; on the virtual clock it would run for ever.",
    help: () => "Give the loop an exit, or give the tasks in it a `durationSeconds`.",
  });

/** A saved run that does not belong to the machine, or cannot be read. */
export const savedRun: DiagnosticKind<{ readonly problem: string }> = defineDiagnostic({
  code: "simulate/saved-run",
  severity: "error",
  message: ({ problem }) => `The saved run cannot go on: ${problem}.`,
  why: () => "A run goes on only from what a run of this very machine has left, unchanged.",
  help: () => "Run the machine from its start, and save it again where it stops.",
});

/** An execution that AWS does not redrive: ExecutionNotRedrivable. */
export const notRedrivable: DiagnosticKind<{ readonly problem: string }> = defineDiagnostic({
  code: "simulate/not-redrivable",
  severity: "error",
  message: ({ problem }) => `The execution cannot be redriven: ${problem}.`,
  why: () => "RedriveExecution refuses such an execution with `ExecutionNotRedrivable`.",
  help: () => "Start a new execution with the same input.",
});

/** An input, a result or a value that is no JSON the service would take. */
export const unusableValue: DiagnosticKind<{ readonly what: string; readonly problem: string }> =
  defineDiagnostic({
    code: "simulate/unusable-value",
    severity: "error",
    message: ({ what, problem }) => `${what} cannot be used: ${problem}.`,
    help: () => "It must be JSON of at most 262,144 bytes, nested at most 1,000 levels deep.",
  });
