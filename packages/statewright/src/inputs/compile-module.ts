import { type Compilation, compileTree } from "@statewright/builder";
import { isProblem, type Problem } from "../command-line/problem.ts";
import { type LoadedModule, loadWorkflows } from "../modules/load-workflows.ts";
import type { Loader } from "../modules/loader.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { placeInModule } from "./place-diagnostics.ts";
import type { Subject } from "./subject.ts";

/** Loads a module in its own process and compiles each workflow that it exports. */
export async function compileModule(
  file: string,
  loader: Loader,
  terminal: Terminal,
): Promise<readonly Subject[] | Problem> {
  const loaded = await loadWorkflows(file, terminal, loader);
  if (isProblem(loaded)) return loaded;
  return loaded.workflows.map(({ tree }) => subject(compileTree(tree), loaded, file, terminal.cwd));
}

function subject(compiled: Compilation, { path }: LoadedModule, file: string, cwd: string): Subject {
  const { name, machine, text, types, origins, diagnostics } = compiled;
  return Object.freeze({
    file,
    name,
    machine,
    text,
    types,
    diagnostics: placeInModule(diagnostics, { workflow: name, path, cwd }),
    source: { kind: "workflow", path, origins } as const,
  });
}
