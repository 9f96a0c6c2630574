import { nearestName } from "@statewright/diagnostics";
import type { WorkflowCoverage } from "./coverage.ts";
import type { WorkflowSimulation } from "./simulate.ts";
import type { ArgumentsOf, TaskName } from "./typed-mocks.kernel.ts";

/** What a run is to be judged by; anything that has the shape of one. */
type Run = Pick<
  WorkflowSimulation<unknown>,
  "status" | "output" | "error" | "cause" | "states" | "path" | "calls" | "diagnostics"
>;

type OutputOf<T> = T extends WorkflowSimulation<infer Output, any, any> ? Output : unknown;
type StateOf<T> = T extends WorkflowSimulation<any, any, infer States> ? States : string;
type TasksOfRun<T> = T extends WorkflowSimulation<any, infer Tasks, any> ? Tasks : unknown;
type TaskOf<T> = unknown extends TasksOfRun<T> ? string : TaskName<TasksOfRun<T>>;
type CalledWithOf<T, N> = unknown extends TasksOfRun<T> ? unknown : ArgumentsOf<TasksOfRun<T>, N>;

/** The matchers of the testing kit: what `expect(run)` and `expect(coverage(workflow))` can say. */
export interface StatewrightMatchers<T> {
  /** The execution succeeded, with this output where one is given. */
  toSucceedWith(output?: OutputOf<T>): void;
  /** The execution failed with this error, and this cause where one is given. */
  toFailWith(error: string | RegExp, cause?: string | RegExp): void;
  /** The execution entered these states, in this order; others may lie between them. */
  toVisit(...states: StateOf<T>[]): void;
  /** The task was called; with these arguments where they are given. */
  toHaveCalled<N extends TaskOf<T>>(state: N, args?: CalledWithOf<T, N>): void;
  /** Every state and branch was taken, but for those of `except`: names of states, or pointers. */
  toBeComplete(options?: { readonly except?: readonly string[] }): void;
}

/** What vitest and Jest hand to a matcher. */
interface MatcherContext {
  readonly isNot?: boolean;
  equals(left: unknown, right: unknown): boolean;
}

interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
  readonly actual?: unknown;
  readonly expected?: unknown;
}

/**
 * The matchers as `expect.extend` takes them. `statewright/testing/vitest` registers them; elsewhere:
 *
 * @example
 * ```ts
 * expect.extend(matchers);
 * ```
 */
export const matchers: {
  toSucceedWith(this: MatcherContext, run: Run, ...output: unknown[]): Verdict;
  toFailWith(this: MatcherContext, run: Run, error: string | RegExp, cause?: string | RegExp): Verdict;
  toVisit(this: MatcherContext, run: Run, ...states: string[]): Verdict;
  toHaveCalled(this: MatcherContext, run: Run, state: string, ...args: unknown[]): Verdict;
  toBeComplete(
    this: MatcherContext,
    coverage: WorkflowCoverage,
    options?: { readonly except?: readonly string[] },
  ): Verdict;
} = {
  toSucceedWith(run, ...output) {
    const succeeded = run.status === "SUCCEEDED";
    const pass = succeeded && (output.length === 0 || this.equals(run.output, output[0]));
    if (succeeded && !pass)
      return verdict(pass, () => `The execution succeeded with another output.\n${pathOf(run)}`, {
        actual: run.output,
        expected: output[0],
      });
    const wanted = output.length === 0 ? "" : ` with ${shown(output[0])}`;
    return verdict(pass, () => `Expected the execution ${not(this)}to succeed${wanted}. ${ending(run)}`);
  },
  toFailWith(run, error, cause) {
    const failed = run.status === "FAILED" || run.status === "TIMED_OUT" || run.status === "ABORTED";
    const named = run.error ?? (run.status === "TIMED_OUT" ? "States.Timeout" : "");
    const pass = failed && matches(named, error) && (cause === undefined || matches(run.cause ?? "", cause));
    const wanted = [error, cause]
      .filter((part) => part !== undefined)
      .map(String)
      .join(": ");
    return verdict(pass, () => `Expected the execution ${not(this)}to fail with ${wanted}. ${ending(run)}`);
  },
  toVisit(run, ...states) {
    const missed = firstMissed(run.states, states);
    return verdict(missed === undefined, () => {
      if (missed === undefined)
        return `Expected the execution not to visit ${states.join(", ")}.\n${pathOf(run)}`;
      const later = run.states.includes(missed) ? " there" : "";
      return `Expected the execution to visit ${states.join(", ")}, but it never came to "${missed}"${later}.${near(missed, run.states)}\n${pathOf(run)}`;
    });
  },
  toHaveCalled(run, state, ...args) {
    const calls = run.calls.filter((call) => call.state === state);
    const pass = calls.some((call) => args.length === 0 || this.equals(call.arguments, args[0]));
    if (!pass && calls.length === 1)
      return verdict(pass, () => `"${state}" was called with other arguments.\n${pathOf(run)}`, {
        actual: calls[0]?.arguments,
        expected: args[0],
      });
    return verdict(pass, () => {
      const wanted = args.length === 0 ? "" : ` with ${shown(args[0])}`;
      const names = run.calls.map((call) => call.state);
      const made =
        calls.length === 0
          ? `It was not called.${near(state, names)}`
          : `It was called with:\n${calls.map((call) => `  ${shown(call.arguments)}`).join("\n")}`;
      return `Expected "${state}" ${not(this)}to be called${wanted}. ${made}\n${pathOf(run)}`;
    });
  },
  toBeComplete(coverage, { except = [] } = {}) {
    const missing = coverage.missing.filter(
      ({ state, pointer }) => !except.includes(state) && !except.includes(pointer),
    );
    const pass = missing.length === 0;
    return verdict(pass, () =>
      pass
        ? `Expected parts of ${coverage.name} not to be taken by any test.`
        : `No test takes all of ${coverage.text}`,
    );
  },
};

function verdict(
  pass: boolean,
  message: () => string,
  values: { readonly actual?: unknown; readonly expected?: unknown } = {},
): Verdict {
  return { pass, message, ...values };
}

function not({ isNot = false }: MatcherContext): string {
  return isNot ? "not " : "";
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? text === wanted : wanted.test(text);
}

function firstMissed(visited: readonly string[], wanted: readonly string[]): string | undefined {
  let from = 0;
  for (const state of wanted) {
    const at = visited.indexOf(state, from);
    if (at < 0) return state;
    from = at + 1;
  }
  return undefined;
}

function near(name: string, names: readonly string[]): string {
  const closest = nearestName(name, new Set(names));
  return closest === undefined || closest === name ? "" : ` Did you mean "${closest}"?`;
}

function ending(run: Run): string {
  const why = [run.error, run.cause].filter((part) => part !== null && part !== undefined).join(": ");
  const found = run.diagnostics.map(({ message, help }) => `\n${[message, help].filter(Boolean).join(" ")}`);
  const output = run.status === "SUCCEEDED" ? ` with ${shown(run.output)}` : "";
  return `It ended ${run.status}${output}${why === "" ? "" : ` (${why})`}.${found.join("")}\n${pathOf(run)}`;
}

function pathOf({ path }: Run): string {
  return path === "" ? "No state was entered." : `Its path:\n${path.replaceAll(/^/gm, "  ")}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
