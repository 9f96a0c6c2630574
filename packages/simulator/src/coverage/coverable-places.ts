import { type State, type StateMachine, type StateVisit, walkStates } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";

/** A part of a machine that a run takes or not. */
export interface CoverablePlace {
  /** `items`: the body of a Map; `branch`: one of a Parallel. */
  readonly kind: "state" | "rule" | "default" | "retrier" | "catcher" | "branch" | "items";
  readonly pointer: JsonPointer;
  /** The state it is, or is a part of. */
  readonly state: string;
  /** `Retry[0] on PaymentError`; empty for a state itself. */
  readonly what: string;
  /** The pointer of what is counted for it: of a body the state it begins with, else its own. */
  readonly counted: JsonPointer;
}

/** Everything of a machine that a test can take: its states in their order, each followed by its branches. */
export function coverablePlaces(machine: StateMachine): readonly CoverablePlace[] {
  return walkStates(machine).flatMap((visit) => [
    { kind: "state", pointer: visit.pointer, state: visit.name, what: "", counted: visit.pointer } as const,
    ...branchesOf(visit).map((branch) => ({ state: visit.name, counted: branch.pointer, ...branch })),
  ]);
}

type Branch = Omit<CoverablePlace, "state" | "counted"> & Partial<Pick<CoverablePlace, "counted">>;

function branchesOf({ state, pointer }: StateVisit): readonly Branch[] {
  switch (state.Type) {
    case "Choice": {
      const rules = state.Choices.map((rule, index) => ({
        kind: "rule" as const,
        pointer: childPointer(pointer, "Choices", String(index)),
        what: `Choices[${index}] → ${rule.Next}`,
      }));
      if (state.Default === undefined) return rules;
      const what = `Default → ${state.Default}`;
      return [...rules, { kind: "default", pointer: childPointer(pointer, "Default"), what }];
    }
    case "Parallel": {
      const branches = state.Branches.map((branch, index) =>
        body("branch", childPointer(pointer, "Branches", String(index)), branch.StartAt),
      );
      return [...branches, ...recovery(state, pointer)];
    }
    case "Map": {
      const processor = childPointer(pointer, state.processorField ?? "ItemProcessor");
      return [body("items", processor, state.ItemProcessor.StartAt), ...recovery(state, pointer)];
    }
    case "Task":
      return recovery(state, pointer);
    default:
      return [];
  }
}

function body(kind: "branch" | "items", pointer: JsonPointer, startAt: string): Branch {
  const what = `${kind === "items" ? "items" : "a branch"}, from "${startAt}"`;
  return { kind, pointer, what, counted: childPointer(pointer, "States", startAt) };
}

type Recovering = Extract<State, { readonly Type: "Task" | "Parallel" | "Map" }>;

function recovery({ Retry = [], Catch = [] }: Recovering, pointer: JsonPointer): readonly Branch[] {
  return [
    ...Retry.map(({ ErrorEquals }, index) => ({
      kind: "retrier" as const,
      pointer: childPointer(pointer, "Retry", String(index)),
      what: `Retry[${index}] on ${ErrorEquals.join(", ")}`,
    })),
    ...Catch.map(({ ErrorEquals, Next }, index) => ({
      kind: "catcher" as const,
      pointer: childPointer(pointer, "Catch", String(index)),
      what: `Catch[${index}] on ${ErrorEquals.join(", ")} → ${Next}`,
    })),
  ];
}
