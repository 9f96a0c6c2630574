import fc from "fast-check";

/** The states of one scope, by name; the first is where it starts. */
export type RandomStates = Record<string, unknown>;

interface Plan {
  readonly states: readonly RandomState[];
}

type RandomState =
  | { readonly type: "Pass" | "Task" | "Jump" }
  | { readonly type: "Wait"; readonly seconds: number }
  | { readonly type: "Guarded"; readonly attempts: number }
  | { readonly type: "Parallel"; readonly branches: readonly Plan[]; readonly caught: boolean }
  | { readonly type: "Map"; readonly items: number; readonly limit: number; readonly body: Plan };

const { plan } = fc.letrec<{ plan: Plan; state: RandomState }>((tie) => ({
  plan: fc.record({ states: fc.array(tie("state"), { minLength: 1, maxLength: 4 }) }),
  state: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<RandomState>({ type: "Pass" }, { type: "Task" }, { type: "Jump" }),
    fc.record({ type: fc.constant("Wait" as const), seconds: fc.integer({ min: 0, max: 90 }) }),
    fc.record({ type: fc.constant("Guarded" as const), attempts: fc.integer({ min: 0, max: 3 }) }),
    fc.record({
      type: fc.constant("Parallel" as const),
      branches: fc.array(tie("plan"), { minLength: 1, maxLength: 3 }),
      caught: fc.boolean(),
    }),
    fc.record({
      type: fc.constant("Map" as const),
      items: fc.integer({ min: 0, max: 5 }),
      limit: fc.integer({ min: 0, max: 3 }),
      body: tie("plan"),
    }),
  ),
}));

/** Machines of nested branches, items, waits, tasks, retries and catches, with no expressions in them. */
export const randomStates: fc.Arbitrary<RandomStates> = plan.map((top) => statesOf(top, "S"));

function statesOf({ states }: Plan, prefix: string): RandomStates {
  const named = states.map((state, index) => {
    const name = `${prefix}${index}`;
    const last = index === states.length - 1;
    const go = last ? { End: true } : { Next: `${prefix}${index + 1}` };
    return [name, stateOf(state, name, go, `${prefix}${states.length - 1}`)] as const;
  });
  return Object.fromEntries(named);
}

function stateOf(state: RandomState, name: string, go: object, lastName: string): unknown {
  const resource = "arn:aws:lambda:us-east-1:111111111111:function:f";
  switch (state.type) {
    case "Pass":
      return { Type: "Pass", Assign: { [name]: name }, ...go };
    case "Jump":
      // A Choice cannot end a scope, so the last one is a Pass.
      return "End" in go
        ? { Type: "Pass", ...go }
        : { Type: "Choice", Choices: [{ Condition: true, ...go }], Default: lastName };
    case "Task":
      return { Type: "Task", Resource: resource, ...go };
    case "Wait":
      return { Type: "Wait", Seconds: state.seconds, ...go };
    case "Guarded":
      return {
        Type: "Task",
        Resource: resource,
        TimeoutSeconds: 20,
        Retry: [{ ErrorEquals: ["Weak"], MaxAttempts: state.attempts, JitterStrategy: "FULL" }],
        Catch: "End" in go ? [] : [{ ErrorEquals: ["States.ALL"], ...go }],
        ...go,
      };
    case "Parallel":
      return {
        Type: "Parallel",
        Branches: state.branches.map((branch, index) => scopeOf(branch, `${name}b${index}`)),
        ...(state.caught && !("End" in go) && { Catch: [{ ErrorEquals: ["States.TaskFailed"], ...go }] }),
        ...go,
      };
    case "Map":
      return {
        Type: "Map",
        Items: Array.from({ length: state.items }, (_, index) => index),
        MaxConcurrency: state.limit,
        ItemProcessor: scopeOf(state.body, `${name}m`),
        ...go,
      };
  }
}

function scopeOf(inner: Plan, prefix: string): unknown {
  return { StartAt: `${prefix}0`, States: statesOf(inner, prefix) };
}
