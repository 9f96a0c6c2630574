// Runs a work in each of the simulators that are compared, and checks that it ended as it must.
import { isDeepStrictEqual } from "node:util";
import { parseMachine } from "@statewright/asl";
import { simulate } from "@statewright/simulator";
import { expressions } from "./works.mjs";

// Node 20 lacks what the peer uses.
Promise.withResolvers ??= () => {
  let resolve;
  let reject;
  const promise = new Promise((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
};

/** `simulate` with its history, which is returned. */
export function ourRunner({ machine, input, mock = {}, type, transitions }) {
  const parsed = parseMachine(JSON.stringify(machine)).machine;
  const states = Object.fromEntries(Object.entries(mock).map(([state, result]) => [state, { result }]));
  return async () => {
    const run = await simulate(parsed, { input, mocks: { states }, type });
    if (run.status !== "SUCCEEDED")
      throw new Error(`${run.status} ${run.cause} ${run.diagnostics[0]?.message}`);
    // Iterations count their own states; the execution's `transitions` has them all.
    if (run.transitions !== transitions)
      throw new Error(`${run.transitions} transitions, not ${transitions}`);
    return { output: run.output, history: run.events };
  };
}

/** aws-local-stepfunctions; no history but its event log, which is not read. */
export async function peerRunner({ machine, input, mock = {} }) {
  const { StateMachine } = await import("aws-local-stepfunctions");
  const stateMachine = new StateMachine(machine);
  const taskResourceLocalHandlers = Object.fromEntries(
    Object.entries(mock).map(([state, result]) => [state, () => result]),
  );
  const options = { overrides: { taskResourceLocalHandlers } };
  return async () => ({ output: await stateMachine.run(input, options).result });
}

/** The jsonata package on the same expressions, each parsed once, the output of one the input of the next. */
export async function jsonataRunner({ input }) {
  const { default: jsonata } = await import("jsonata");
  const parsed = expressions.map((text) => jsonata(text));
  return async () => {
    let output = input;
    for (const expression of parsed)
      output = await expression.evaluate(undefined, { states: { input: output } });
    return { output };
  };
}

/** Both must end with the same output before anything is measured. */
export async function checkSame(work, ours, theirs) {
  const left = (await ours()).output;
  const right = (await theirs()).output;
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(left)), JSON.parse(JSON.stringify(right))))
    throw new Error(`${work.what}: the outputs differ`);
}
