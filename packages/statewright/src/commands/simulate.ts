import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem } from "../command-line/problem.ts";
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
    ...runOptions,
    until: { value: "STATE", about: "stop before this state is entered" },
    ...typeOption,
    ...typesOption,
    ...workflowOption,
  },
  plannedOptions: ["cross-check", "coverage", "fuzz", "test-case", "out"],
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
  const { runSubject } = await import("../inputs/run-subject.ts");
  const type = executionType(call);
  const simulation = await runSubject(subject, call.terminal, {
    ...options,
    ...(type && { type }),
    input: call.value("input"),
    mocks: call.value("mocks"),
  });
  if (isProblem(simulation)) return simulation;
  if (call.json) {
    const { simulationDocument } = await import("../output/simulation-document.ts");
    call.terminal.out(`${JSON.stringify(simulationDocument(simulation, subject.file), null, 2)}\n`);
  } else {
    const { simulationText } = await import("../output/simulation-text.ts");
    call.terminal.out(simulationText(simulation, subject, call.terminal));
  }
  return simulation.status === "SUCCEEDED" ? 0 : 1;
}
