import type { Call } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import type { RunOptions } from "../commands/run-options.ts";
import { executionType } from "../commands/subject-options.ts";
import { fitsSchema } from "../inputs/check-input.ts";
import { readMocksFile } from "../inputs/read-mocks-file.ts";
import type { Subject } from "../inputs/subject.ts";
import { inertLine } from "../terminal/inert-line.ts";
import { failingTest } from "./failing-test.ts";
import { type Fuzzing, fuzzMachine } from "./fuzz-machine.ts";

const mostRuns = 1_000_000;

/** `simulate --fuzz N`: exit code 1 when an input was found with which the machine shows a fault. */
export async function fuzz(call: Call, subject: Subject, options: RunOptions): Promise<0 | 1 | Problem> {
  const runs = Number(call.value("fuzz"));
  if (!/^[1-9]\d{0,6}$/.test(call.value("fuzz") ?? "") || runs > mostRuns) return wrongRuns(call);
  for (const other of ["input", "until", "coverage"]) {
    if (call.value(other) !== undefined) return notTogether(other);
  }
  if (call.has("cross-check")) return notTogether("cross-check");
  const { machine, types, typesFile, file, name, diagnostics } = subject;
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (machine === undefined || error !== undefined) return cannotRun(file, error?.message, error?.code);
  const schema = types?.input;
  if (types === undefined || schema === undefined) return noInputSchema(subject);
  const mocksFile = call.value("mocks");
  const told =
    mocksFile === undefined
      ? { mocks: {} }
      : await readMocksFile(mocksFile, call.value("test-case"), subject, call.terminal);
  if (isProblem(told)) return told;
  const { mocks, ...started } = told;
  const unusable = fitsSchema(schema as object, null);
  if (typeof unusable === "string") return unusableSchema(typesFile ?? file, unusable);
  const { seed = 0, ...others } = options;
  const type = executionType(call) ?? subject.type;
  const simulate = { ...others, ...started, stateMachineName: name, ...(type && { type }) };
  const fits = (input: Parameters<typeof fitsSchema>[1]): boolean =>
    fitsSchema(schema as object, input) === true;
  const fuzzing = await fuzzMachine(machine, { types, mocks, runs, seed, fits, simulate });
  const { refused, found, skipped } = fuzzing;
  if (refused !== undefined) return cannotRun(file, refused.message, refused.code, refused.help);
  if (skipped === fuzzing.runs) return nothingFits(typesFile ?? file, runs);
  const test = found && failingTest(found, mocks, subject, { ...simulate, seed });
  if (call.json) {
    const document = {
      runs: fuzzing.runs,
      skipped,
      statuses: fuzzing.statuses,
      seed,
      ...failure(fuzzing, test),
    };
    call.terminal.out(`${JSON.stringify(document, null, 2)}\n`);
  } else call.terminal.out(text(fuzzing, seed, test));
  return found === undefined ? 0 : 1;
}

function failure({ found }: Fuzzing, test: string | undefined): object {
  if (found === undefined) return { failing: null };
  const { input, drawn, failing, run, shrinkRuns } = found;
  const { status, error, cause, state } = failing;
  return { failing: { run, status, error, cause, state, input, mocks: { states: drawn }, shrinkRuns, test } };
}

function text({ runs, skipped, statuses, found }: Fuzzing, seed: number, test: string | undefined): string {
  const ended = Object.entries(statuses).map(([status, count]) => `${count} ${status}`);
  const unfit = skipped > 0 ? `, ${skipped} drawn inputs did not fit the schema` : "";
  const counted = `${runs} runs with seed ${seed}: ${ended.join(", ")}${unfit}`;
  if (found === undefined) return `${counted}\nNo input was found that shows a fault of the machine.\n`;
  const { failing, run, shrinkRuns } = found;
  const what = `${failing.error ?? failing.status}${failing.state === null ? "" : ` at "${failing.state}"`}`;
  const cause = failing.cause === null ? "" : `: ${failing.cause}`;
  const lines = [counted, inertLine(`Run ${run} shows a fault, ${what}${cause}`)];
  return `${lines.join("\n")}\nMade smaller in ${shrinkRuns} runs; a test to paste:\n\n${test}`;
}

function wrongRuns(call: Call): Problem {
  return problem({
    code: "config/option-value",
    message: `\`--fuzz\` cannot be "${inertLine(call.value("fuzz") ?? "").slice(0, 80)}".`,
    help: `Write how many inputs to draw, from 1 to ${mostRuns}, such as \`--fuzz 500\`.`,
  });
}

function notTogether(other: string): Problem {
  return problem({
    code: "config/option-value",
    message: `\`--fuzz\` draws inputs and runs each to its end, so it cannot stand beside \`--${other}\`.`,
    help: "Leave one of the two out.",
  });
}

function noInputSchema({ file, source }: Subject): Problem {
  return problem({
    code: "config/option-value",
    file,
    message: "`--fuzz` draws inputs from the input schema, and the machine has none.",
    help:
      source.kind === "workflow"
        ? "Give the workflow a schema: `.input(SCHEMA)`."
        : 'Add `"input": { … }`, a JSON Schema, to NAME.types.json beside the definition, or name it with `--types FILE`.',
  });
}

function unusableSchema(file: string, why: string): Problem {
  const message = `No input can be compared with the input schema: ${inertLine(why)}.`;
  return problem({ code: "simulate/input-schema", file, message, help: "Correct the schema." });
}

function nothingFits(file: string, runs: number): Problem {
  return problem({
    code: "simulate/input-schema",
    file,
    message: `None of ${runs} drawn inputs fits the input schema.`,
    help: "Say what patterns and conditions ask for with `enum`, so that it can be drawn.",
  });
}

function cannotRun(
  file: string,
  message = "It cannot be run.",
  code = "config/no-machine",
  help?: string,
): Problem {
  return problem({ code, file, message: inertLine(message), help: help && inertLine(help) });
}
