import type { Command, Options } from "./command.ts";
import { optionsOf } from "./read-arguments.ts";

/** The text of `statewright --help`. */
export function commandList(commands: readonly Command[]): string {
  const rows = commands.map(
    ({ name, usage, summary }) => [`${name} ${usage.split(" [")[0] ?? ""}`, summary] as const,
  );
  return [
    "Write AWS Step Functions workflows in TypeScript: compiled to plain ASL, checked, and run on your computer.",
    "",
    "Usage: statewright COMMAND …",
    "",
    ...table(rows),
    "",
    "`statewright COMMAND --help` says more about one. `statewright --version` prints the version.",
    "Exit codes: 0 fine, 1 found what it looks for (errors, a failed execution), 2 wrong usage or unreadable input,",
    "3 a fault of Statewright itself. Colour is for terminals only; NO_COLOR turns it off.",
    "",
  ].join("\n");
}

/** The text of `statewright COMMAND --help`. */
export function commandHelp(command: Command): string {
  const { name, usage, summary, details } = command;
  return [
    `Usage: statewright ${name} ${usage}`,
    "",
    summary,
    ...(details === undefined ? [] : ["", details]),
    "",
    "Options",
    ...table(optionRows(optionsOf(command))),
    "",
  ].join("\n");
}

function optionRows(options: Options): (readonly [string, string])[] {
  return Object.entries(options).map(([name, { value, about, choices }]) => {
    const shown = choices?.join("|") ?? value;
    return [shown === undefined ? `--${name}` : `--${name} ${shown}`, about] as const;
  });
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
