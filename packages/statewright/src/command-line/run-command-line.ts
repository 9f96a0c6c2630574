import { nearestName } from "@statewright/diagnostics";
import { inertLine, shortened } from "../terminal/inert-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { version } from "../version.ts";
import type { Call } from "./command.ts";
import { commandHelp, commandList } from "./help.ts";
import { isProblem, type Problem, problem } from "./problem.ts";
import { notYet, readArguments } from "./read-arguments.ts";
import { commands, plannedCommands, type RegisteredCommand } from "./registry.ts";
import { reportFault, reportProblem, wantsJson } from "./report.ts";

/**
 * Runs one command line and gives its exit code.
 *
 * 0 fine · 1 found what it looks for · 2 wrong usage or unreadable input · 3 a fault of ours. Nothing is thrown.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const outcome = await answer(args, terminal);
    return isProblem(outcome) ? reportProblem(terminal, args, outcome) : outcome;
  } catch (fault) {
    return reportFault(terminal, args, fault);
  }
}

async function answer(args: readonly string[], terminal: Terminal): Promise<0 | 1 | Problem> {
  const [first, ...rest] = args;
  if (first === "--version") return printed(terminal, `${version()}\n`);
  if (first === "--help" || first === "-h" || (first === "help" && rest.length === 0)) {
    return printed(terminal, commandList(await Promise.all(commands.map(({ load }) => load()))));
  }
  const registered = commands.find(({ name }) => name === first);
  if (registered === undefined) return unknownCommand(first);
  return runCommand(registered, rest, terminal);
}

async function runCommand(
  registered: RegisteredCommand,
  rest: readonly string[],
  terminal: Terminal,
): Promise<0 | 1 | Problem> {
  const command = await registered.load();
  const read = readArguments(command, rest);
  if (isProblem(read)) return read;
  if (read.flags.has("help")) return printed(terminal, commandHelp(command));
  const call: Call = {
    terminal,
    files: read.files,
    value: (option) => read.values.get(option),
    has: (flag) => read.flags.has(flag),
    json: wantsJson(rest),
  };
  return command.run(call);
}

function printed(terminal: Terminal, text: string): 0 {
  terminal.out(text);
  return 0;
}

function unknownCommand(written: string | undefined): Problem {
  const list = "`statewright --help` lists the commands.";
  if (written === undefined || written === "--json") {
    return problem({ code: "config/unknown-command", message: "No command was given.", help: list });
  }
  if (plannedCommands.includes(written)) return notYet(`The command \`${written}\``);
  const nearest = nearestName(
    written,
    commands.map(({ name }) => name),
  );
  return problem({
    code: "config/unknown-command",
    message: `There is no command \`${shortened(inertLine(written), 80)}\`.`,
    help: nearest ? `Did you mean \`${nearest}\`?` : list,
  });
}
