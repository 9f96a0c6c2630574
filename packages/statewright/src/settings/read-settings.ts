import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Json } from "@statewright/json-types";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { pathSeenFrom } from "../inputs/place-diagnostics.ts";
import { readJson } from "../inputs/read-json.ts";
import { passOnOutput } from "../modules/load-workflows.ts";
import { startLoader } from "../modules/loader.ts";
import { loadingProblem } from "../modules/loading-problem.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { asSettings, settingsFault } from "./check-settings.ts";
import type { SettingsFile } from "./settings.ts";

const names = ["statewright.config.ts", "statewright.config.json"];

/**
 * Reads the settings that hold in the current folder: those of the first folder upwards that has some, up to the
 * project's own, the one with a `package.json`. No file means no settings.
 */
export async function readSettings(terminal: Terminal): Promise<SettingsFile | Problem> {
  const path = settingsPath(terminal.cwd);
  if (path === undefined) return { settings: {} };
  const file = pathSeenFrom(terminal.cwd, path);
  const value = path.endsWith(".json")
    ? await readJson(file, "the settings", terminal)
    : await loadSettings(path, file, terminal);
  if (isProblem(value)) return value;
  const fault = settingsFault(value.value);
  if (fault !== undefined) return problem({ code: "config/settings", file, ...fault });
  return { settings: asSettings(value.value), path };
}

function settingsPath(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (existsSync(join(folder, "package.json")) || dirname(folder) === folder) return undefined;
  }
}

async function loadSettings(
  path: string,
  file: string,
  terminal: Terminal,
): Promise<{ readonly value: Json } | Problem> {
  const outcome = await startLoader(terminal.cwd).load({ file: path, wanted: "settings" });
  passOnOutput(outcome, file, terminal);
  const { end } = outcome;
  if (end.kind === "answer" && end.answer.settings !== undefined) return { value: end.answer.settings };
  return loadingProblem(end, file, terminal.cwd);
}
