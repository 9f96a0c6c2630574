import { fileURLToPath } from "node:url";
import type { LoadFailure } from "./protocol.ts";

const longest = 1000;
const ourFolder = fileURLToPath(new URL(".", import.meta.url));

/** Puts whatever a module threw into plain data; it may be anything, with getters that throw. */
export function describeFailure(thrown: unknown, module: string): LoadFailure {
  try {
    return describe(thrown, module);
  } catch {
    return { what: "threw", message: "The module threw a value that cannot be shown." };
  }
}

function describe(thrown: unknown, module: string): LoadFailure {
  const syntax = syntaxFailure(thrown);
  if (syntax !== undefined) return syntax;
  if (!(thrown instanceof Error)) {
    return { what: "threw", message: `The module threw ${shownValue(thrown)} while it was loaded.` };
  }
  const text = String(thrown.message).slice(0, longest);
  const missing = /^Cannot find (?:module|package) '([^']+)'(?: imported from (.+))?/.exec(text);
  if (missing !== null) {
    const [, wanted = "", importer] = missing;
    return {
      what: "threw",
      cause: "missing-module",
      message: `It imports ${JSON.stringify(pathOf(wanted))}, which is not there.`,
      ...(importer !== undefined && { place: { file: pathOf(importer) } }),
    };
  }
  const place = placeInStack(String(thrown.stack), module);
  const named = thrown.name && thrown.name !== "Error" ? `${thrown.name}: ${text}` : text;
  const message = `The module threw ${JSON.stringify(named || "an error without a message")} while it was loaded.`;
  if (thrown instanceof SyntaxError)
    return { what: "threw", cause: "syntax", message: text, ...(place && { place }) };
  return { what: "threw", message, ...(place && { place }) };
}

/** What the transformation of TypeScript reports: `/a/orders.ts:2:30: ERROR: Expected …`. */
function syntaxFailure(thrown: unknown): LoadFailure | undefined {
  if (!(thrown instanceof Error) || thrown.name !== "TransformError") return undefined;
  const found = /^(.+):(\d+):(\d+): ERROR: (.+)$/m.exec(String(thrown.message));
  if (found === null) return undefined;
  const [, file = "", line, column, message = ""] = found;
  return {
    what: "threw",
    cause: "syntax",
    message: message.slice(0, longest),
    place: { file, line: Number(line), column: Number(column) + 1 },
  };
}

/** The first frame in the module itself, else in another file of the user. */
function placeInStack(stack: string, module: string): LoadFailure["place"] {
  const frames = [...stack.matchAll(/(?:\(|at )((?:file:\/\/)?\/[^()\n]*?):(\d+):(\d+)\)?$/gm)].map(
    ([, file = "", line, column]) => ({
      file: pathOf(file),
      line: Number(line),
      column: Number(column),
    }),
  );
  const own = frames.find(({ file }) => !file.includes("/node_modules/") && !file.startsWith(ourFolder));
  return frames.find(({ file }) => file === module) ?? own;
}

function shownValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, longest));
  if (typeof value === "function") return "a function";
  if (typeof value === "object" && value !== null)
    return JSON.stringify(value)?.slice(0, longest) ?? "an object";
  return String(value).slice(0, longest);
}

/** A path without the loader's query behind it. */
function pathOf(place: string): string {
  const [path = ""] = place.split("?");
  return path.startsWith("file:") ? fileURLToPath(path) : path;
}
