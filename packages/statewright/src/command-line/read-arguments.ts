import { parseArgs } from "node:util";
import { nearestName } from "@statewright/diagnostics";
import { inertLine, shortened } from "../terminal/inert-line.ts";
import type { Command, Option, Options } from "./command.ts";
import { type Problem, problem } from "./problem.ts";

/** What stands on the command line behind the name of a command. */
export interface Arguments {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/** All options of a command: its own, and those that every command takes. */
export function optionsOf({ options, json }: Command): Options {
  return {
    ...options,
    ...(json !== false && { json: { about: "print one JSON document" } }),
    help: { about: "show this help" },
  };
}

/** Reads the arguments of `command`, or says which one is wrong and what was probably meant. */
export function readArguments(command: Command, args: readonly string[]): Arguments | Problem {
  const known = optionsOf(command);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { value }]) => [
        name,
        name === "help"
          ? { type: "boolean" as const, short: "h" }
          : { type: value ? ("string" as const) : ("boolean" as const) },
      ]),
    ),
    strict: false,
    tokens: true,
  });
  const files: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (option === undefined) return unknownOption(command, token.rawName, token.name, Object.keys(known));
    const wrong = valueProblem(token.name, option, token.value, token.inlineValue === true);
    if (wrong !== undefined) return wrong;
    if (option.value === undefined) flags.add(token.name);
    else values.set(token.name, token.value ?? "");
  }
  return flags.has("help")
    ? { files, values, flags }
    : (fileCountProblem(command, files) ?? { files, values, flags });
}

function unknownOption(command: Command, written: string, name: string, known: readonly string[]): Problem {
  if (command.plannedOptions?.includes(name)) return notYet(`\`${command.name} --${name}\``);
  const nearest = nearestName(name, known);
  return problem({
    code: "config/unknown-option",
    message: `\`${command.name}\` has no option \`${shown(written)}\`.`,
    help: nearest
      ? `Did you mean \`--${nearest}\`?`
      : `\`statewright ${command.name} --help\` lists the options it has.`,
  });
}

function valueProblem(
  name: string,
  option: Option,
  value: string | undefined,
  inline: boolean,
): Problem | undefined {
  if (option.value === undefined) {
    if (value === undefined) return undefined;
    return problem({
      code: "config/option-value",
      message: `\`--${name}\` takes no value, but was given "${shown(value)}".`,
      help: `Write \`--${name}\` alone.`,
    });
  }
  const missing = value === undefined || value === "" || (!inline && value.startsWith("-") && value !== "-");
  if (missing) {
    return problem({
      code: "config/option-value",
      message: `\`--${name}\` needs a value, and none stands behind it.`,
      help: `Write \`--${name} ${option.choices?.join("|") ?? option.value}\`.`,
    });
  }
  if (option.choices === undefined || option.choices.includes(value)) return undefined;
  if (option.plannedChoices?.includes(value)) return notYet(`\`--${name} ${value}\``);
  const nearest = nearestName(value, option.choices);
  return problem({
    code: "config/option-value",
    message: `\`--${name}\` cannot be "${shown(value)}".`,
    help: nearest ? `Did you mean "${nearest}"?` : `It can be: ${option.choices.join(", ")}.`,
  });
}

/** The answer to something that is planned and does not exist yet. */
export function notYet(what: string): Problem {
  return problem({
    code: "config/not-yet",
    message: `${what} is planned and does not exist yet.`,
    help: "`statewright --help` lists what there is.",
  });
}

function fileCountProblem(command: Command, files: readonly string[]): Problem | undefined {
  const { least, most } = command.files;
  const one = command.takes ?? "file";
  const usage = `Usage: statewright ${command.name} ${command.usage}`;
  if (files.length < least) {
    return problem({
      code: "config/missing-file",
      message: `\`${command.name}\` needs a ${one}.`,
      help: usage,
    });
  }
  if (files.length <= most) return undefined;
  const extra = files.slice(most).map((file) => `"${shown(file)}"`);
  return problem({
    code: "config/extra-argument",
    message: `\`${command.name}\` takes ${most === 1 ? `one ${one}` : `${most} ${one}s`}, but ${extra.join(", ")} came as well.`,
    help: usage,
  });
}

function shown(text: string): string {
  return shortened(inertLine(text), 80);
}
