import type { Call, Options } from "../command-line/command.ts";
import { type Problem, problem } from "../command-line/problem.ts";

/** What an execution is started with besides its input. */
export interface RunOptions {
  readonly seed?: number;
  /** Epoch milliseconds. */
  readonly start?: string;
  readonly name?: string;
  readonly until?: string;
}

/** The options that make a run repeatable. */
export const runOptions: Options = {
  seed: { value: "N", about: "the order of what happens at once, and all that is random (default: 0)" },
  start: { value: "TIME", about: "when the execution starts (default: 2026-01-01T00:00:00Z)" },
  name: { value: "NAME", about: "the execution's name (default: execution-<seed>)" },
};

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Reads the options that make a run repeatable, or says which one is wrong. */
export function readRunOptions(call: Call): RunOptions | Problem {
  const [seed, start, name, until] = ["seed", "start", "name", "until"].map((option) => call.value(option));
  if (seed !== undefined && !/^\d{1,15}$/.test(seed)) {
    return wrong("seed", seed, "Write a whole number from 0, such as `--seed 7`.");
  }
  if (start !== undefined && (!time.test(start) || Number.isNaN(Date.parse(start)))) {
    return wrong("start", start, "Write a time such as `--start 2026-01-01T00:00:00Z`.");
  }
  return {
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(start !== undefined && { start: new Date(start).toISOString() }),
    ...(name !== undefined && { name }),
    ...(until !== undefined && { until }),
  };
}

function wrong(option: string, value: string, help: string): Problem {
  return problem({ code: "config/option-value", message: `\`--${option}\` cannot be "${value}".`, help });
}
