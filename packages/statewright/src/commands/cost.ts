import type { CostRule } from "@statewright/simulator";
import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { readRunOptions, runOptions } from "./run-options.ts";
import { chooseSubject, readWork, typesOption, workflowOption } from "./subject-options.ts";

/** `statewright cost`: what the executions of a machine cost, by one that is simulated. */
export const cost: Command = {
  name: "cost",
  usage: "FILE --input F [--mocks F] [--executions N] [options]",
  summary: "transitions and dollars of a simulated execution, STANDARD beside EXPRESS",
  details:
    "Simulates one execution as `simulate` does and prices it by a dated table: what Step Functions bills for, not the\n" +
    "services that tasks call. Exits with 0 also when the execution failed: it costs the same.",
  options: {
    input: { value: "FILE", about: "the input of the execution, a JSON file (or - for standard input)" },
    mocks: { value: "FILE", about: "what the tasks answer, and how long they take, a JSON file" },
    "test-case": { value: "NAME", about: "the test case of a mock file of Step Functions Local" },
    executions: { value: "N", about: "how many such executions there are in a month (default: 1000)" },
    region: { value: "REGION", about: "the Region whose prices hold (default: us-east-1)" },
    memory: {
      value: "MB",
      about: "the memory of an EXPRESS execution (default: 64, the least that is billed)",
    },
    without: {
      value: "WHAT",
      about: "what is no transition in the count",
      choices: ["starts", "retries", "starts,retries"],
    },
    ...runOptions,
    ...typesOption,
    ...workflowOption,
  },
  files: { least: 1, most: 1 },
  run,
};

async function run(call: Call): Promise<0 | 1 | Problem> {
  const options = readRunOptions(call);
  if (isProblem(options)) return options;
  const executions = wholeNumber(call, "executions", 1000);
  if (isProblem(executions)) return executions;
  const memoryMB = wholeNumber(call, "memory", 64);
  if (isProblem(memoryMB)) return memoryMB;
  const region = call.value("region") ?? "us-east-1";
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    return wrong("region", region, "Write a Region such as `us-east-1`.");
  const work = await readWork(call);
  if (isProblem(work)) return work;
  const subject = chooseSubject(work.subjects, call.value("workflow"));
  if (isProblem(subject)) return subject;
  const { runSubject } = await import("../inputs/run-subject.ts");
  const simulation = await runSubject(subject, call.terminal, {
    ...options,
    type: "STANDARD",
    input: call.value("input"),
    mocks: call.value("mocks"),
    testCase: call.value("test-case"),
  });
  if (isProblem(simulation)) return simulation;
  if (simulation.status === "REFUSED" || subject.machine === undefined) {
    const { simulationDocument } = await import("../output/simulation-document.ts");
    const { simulationText } = await import("../output/simulation-text.ts");
    if (call.json)
      call.terminal.out(`${JSON.stringify(simulationDocument(simulation, subject.file), null, 2)}\n`);
    else call.terminal.out(simulationText(simulation, subject, call.terminal));
    return 1;
  }
  const { costReport } = await import("../output/cost-report.ts");
  const report = costReport(subject.machine, subject, simulation, {
    executions,
    memoryMB,
    region,
    rule: ruleOf(call.value("without")),
  });
  if (call.json) call.terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else {
    const { costText } = await import("../output/cost-text.ts");
    call.terminal.out(costText(report, call.terminal));
  }
  return 0;
}

function ruleOf(without = ""): Required<CostRule> {
  return { starts: !without.includes("starts"), retries: !without.includes("retries") };
}

function wholeNumber(call: Call, option: string, usual: number): number | Problem {
  const text = call.value(option);
  if (text === undefined) return usual;
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text);
  return wrong(option, text, `Write a whole number from 1, such as \`--${option} ${usual}\`.`);
}

function wrong(option: string, value: string, help: string): Problem {
  return problem({ code: "config/option-value", message: `\`--${option}\` cannot be "${value}".`, help });
}
