// Runs in a process of its own: loads one module that a user wrote, and answers with plain data.
import { pathToFileURL } from "node:url";
import { isWorkflow, workflowTree } from "@statewright/builder";
import { changedBuiltIns, noteBuiltIns } from "./built-ins.ts";
import { describeFailure } from "./describe-failure.ts";
import { type ExportedTree, type LoadAnswer, type LoadFailure, type LoadRequest, ready } from "./protocol.ts";

// Taken before the module runs, which may replace them.
const send = process.send?.bind(process);
const exit = process.exit.bind(process);
const { parse, stringify } = JSON;
const builtIns = noteBuiltIns();

let answered = false;

process.once("message", (message) => void load(parse(String(message))));
send?.(ready);

async function load(request: LoadRequest): Promise<void> {
  const fail = (thrown: unknown) => answer({ failure: describeFailure(thrown, request.file) });
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  // Nothing is left that could settle the module's top-level `await`.
  process.on("beforeExit", () => answer({ failure: { what: "unsettled", message: "" } }));
  try {
    const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(request.file).href);
    answer(builtInsFailure() ?? contentOf(exported, request));
  } catch (thrown) {
    fail(thrown);
  }
}

function answer(content: LoadAnswer): void {
  if (answered) return;
  answered = true;
  // Takes away what was added to all objects, a `toJSON` above all.
  changedBuiltIns(builtIns);
  send?.(stringify(content), () => exit(0));
}

function builtInsFailure(): LoadAnswer | undefined {
  const changed = changedBuiltIns(builtIns);
  if (changed.length === 0) return undefined;
  const failure: LoadFailure = { what: "built-ins", message: changed.slice(0, 3).join(", ") };
  return { failure };
}

function contentOf(exported: Readonly<Record<string, unknown>>, { wanted }: LoadRequest): LoadAnswer {
  try {
    if (wanted === "workflows") return { workflows: exportedTrees(exported) };
    return { settings: parse(stringify(defaultExport(exported)) ?? "null") };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message.split("\n")[0] : "it cannot be read";
    return { failure: { what: "data", message: String(reason) } };
  }
}

/** A module that is compiled to CommonJS has its exports below `default` as well. */
function exportedTrees(exported: Readonly<Record<string, unknown>>): ExportedTree[] {
  const all = new Map<string, unknown>(Object.entries(exported));
  const inner = exported.default;
  if (typeof inner === "object" && inner !== null && !isWorkflow(inner)) {
    for (const [name, value] of Object.entries(inner)) if (!all.has(name)) all.set(name, value);
  }
  const seen = new Set<unknown>();
  const found: ExportedTree[] = [];
  for (const [name, value] of all) {
    if (seen.has(value) || !isWorkflow(value)) continue;
    seen.add(value);
    found.push({ name, tree: parse(stringify(workflowTree(value))) });
  }
  return found;
}

function defaultExport(exported: Readonly<Record<string, unknown>>): unknown {
  const inner = exported.default;
  const nested = typeof inner === "object" && inner !== null && "default" in inner;
  return nested ? inner.default : inner;
}
