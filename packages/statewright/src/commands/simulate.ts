import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import type { CrossChecker } from "../cross-check/cross-check.ts";
import { readRunOptions, runOptions } from "./run-options.ts";
import {
  chooseSubject,
  executionType,
  readWork,
  typeOption,
  typesOption,
  workflowOption,
} from "./subject-options.ts";

/** `statewright simulate`: one execution on a virtual clock. */
export const simulate: Command = {
  name: "simulate",
  usage: "FILE --input F [--mocks F] [options]",
  summary: "runs the machine on a virtual clock and shows what happened",
  details: "Exits with 0 when the execution succeeds, else with 1. Without --input it is started with {}.",
  options: {
    input: { value: "FILE", about: "the input of the execution, a JSON file (or - for standard input)" },
    mocks: { value: "FILE", about: "what the tasks answer, a JSON file" },
    "test-case": { value: "NAME", about: "the test case of a mock file of Step Functions Local" },
    ...runOptions,
    coverage: {
      value: "FORMAT",
      about: "what the run took of the machine: as text, or the lcov file alone",
      choices: ["text", "lcov"],
    },
    until: { value: "STATE", about: "stop before this state is entered" },
    fuzz: { value: "N", about: "draw N inputs from the input schema, and print a small one that fails" },
    "cross-check": { about: "evaluate every JSONata expression with the `jsonata` package too" },
    ...typeOption,
    ...typesOption,
    ...workflowOption,
  },
  plannedOptions: ["out"],
  files: { least: 1, most: 1 },
  run,
};

async function run(call: Call): Promise<0 | 1 | Problem> {
  const options = readRunOptions(call);
  if (isProblem(options)) return options;
  const work = await readWork(call);
  if (isProblem(work)) return work;
  const subject = chooseSubject(work.subjects, call.value("workflow"));
  if (isProblem(subject)) return subject;
  if (call.value("test-case") !== undefined && call.value("mocks") === undefined) return testCaseAlone();
  if (call.value("fuzz") !== undefined) {
    const { fuzz } = await import("../fuzz/fuzz.ts");
    return fuzz(call, subject, options);
  }
  const { runSubject } = await import("../inputs/run-subject.ts");
  const type = executionType(call);
  const checker = call.has("cross-check") ? await crossChecker() : undefined;
  const run = await runSubject(subject, call.terminal, {
    ...options,
    ...(type && { type }),
    input: call.value("input"),
    mocks: call.value("mocks"),
    testCase: call.value("test-case"),
    onEvaluation: checker?.observe,
  });
  if (isProblem(run)) return run;
  const checked = await checker?.finish();
  const simulation = { ...run, diagnostics: [...run.diagnostics, ...(checked?.diagnostics ?? [])] };
  const { coverageDocument, coverageText } = await import("../output/coverage-text.ts");
  const format = call.value("coverage");
  if (call.json) {
    const { simulationDocument } = await import("../output/simulation-document.ts");
    const document = {
      ...simulationDocument(simulation, subject.file),
      ...(checked && { crossCheck: checked.crossCheck }),
      ...(format !== undefined && { coverage: coverageDocument(simulation, subject) }),
    };
    call.terminal.out(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    const { simulationText } = await import("../output/simulation-text.ts");
    const text = simulationText(simulation, subject, call.terminal);
    if (format !== "lcov") call.terminal.out(text);
    else for (const line of text.trimEnd().split("\n")) call.terminal.note(line);
    if (checked !== undefined) {
      const { crossCheckText } = await import("../cross-check/cross-check.ts");
      const line = crossCheckText(checked.crossCheck);
      if (format === "lcov") call.terminal.note(line);
      else call.terminal.out(`${line}\n`);
    }
    if (format !== undefined) call.terminal.out(coverageText(simulation, subject, format));
  }
  const same = checked === undefined || checked.crossCheck.different === 0;
  return simulation.status === "SUCCEEDED" && same ? 0 : 1;
}

async function crossChecker(): Promise<CrossChecker> {
  const { CrossChecker } = await import("../cross-check/cross-check.ts");
  return new CrossChecker();
}

function testCaseAlone(): Problem {
  return problem({
    code: "config/option-value",
    message: "`--test-case` names a test case of a mock file, and there is no `--mocks`.",
    help: "Write `--mocks FILE --test-case NAME`.",
  });
}
