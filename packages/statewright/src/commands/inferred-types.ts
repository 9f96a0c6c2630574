import { nearestName } from "@statewright/diagnostics";
import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { inertLine, shortened } from "../terminal/inert-line.ts";
import { chooseSubject, readWork, typesOption, workflowOption } from "./subject-options.ts";

/** `statewright types`: what can be in every state of a machine. */
export const inferredTypes: Command = {
  name: "types",
  usage: "FILE [--state NAME] [options]",
  summary: "the inferred input, output and variables of every state",
  details:
    "FILE is a module that exports workflows, a definition, a template, or `-` for standard input. With --state all\n" +
    "that is known inside of one state: its stages, its ways out, each of its expressions.",
  options: {
    state: { value: "NAME", about: "one state, with what is known inside of it" },
    ...typesOption,
    ...workflowOption,
  },
  files: { least: 1, most: 1 },
  run,
};

async function run(call: Call): Promise<0 | Problem> {
  const work = await readWork(call);
  if (isProblem(work)) return work;
  const subject = chooseSubject(work.subjects, call.value("workflow"));
  if (isProblem(subject)) return subject;
  const { machine, types: given, file, name, diagnostics } = subject;
  if (machine === undefined) {
    return problem({
      code: "config/no-machine",
      file,
      message: `There is no machine in it that can be read: ${diagnostics[0]?.message ?? "it holds none."}`,
      help: "`statewright check` shows all that is wrong.",
    });
  }
  const { walkStates } = await import("@statewright/asl");
  const states = walkStates(machine);
  const wanted = call.value("state");
  const shown = wanted === undefined ? states : states.filter((state) => state.name === wanted);
  if (wanted !== undefined && shown.length === 0) {
    return noState(
      wanted,
      states.map((state) => state.name),
    );
  }
  const { analyze } = await import("@statewright/analysis");
  const { facts } = analyze(machine, { ...(given && { types: given }) });
  const about = { file, machine: name, states: shown, facts, whole: wanted === undefined };
  if (call.json) {
    const { typesDocument } = await import("../output/types-document.ts");
    call.terminal.out(`${JSON.stringify(typesDocument(about), null, 2)}\n`);
  } else {
    const { typesText } = await import("../output/types-text.ts");
    call.terminal.out(typesText(about, call.terminal));
  }
  return 0;
}

function noState(wanted: string, names: readonly string[]): Problem {
  const nearest = nearestName(wanted, names);
  return problem({
    code: "config/option-value",
    message: `\`--state\` cannot be "${shortened(inertLine(wanted), 80)}": there is no such state.`,
    help:
      nearest === undefined
        ? "Name a state of the machine."
        : `Did you mean "${shortened(inertLine(nearest), 80)}"?`,
  });
}
