import type { Json } from "@statewright/json-types";
import { comparisonOfOtherType } from "./comparison-of-other-type.ts";

/** What is changed: a name that is read, a name that is written, a function, or the type of an operand. */
export type MutantKind =
  | "field read in JSONata"
  | "variable read in JSONata"
  | "function of JSONata"
  | "operand of JSONata"
  | "operand of an intrinsic function"
  | "operand of a Choice"
  | "field read in JSONPath"
  | "variable read in JSONPath"
  | "intrinsic function"
  | "field that is written"
  | "variable that is assigned";

/** A machine with one thing in it changed. */
export interface Mutant {
  readonly kind: MutantKind;
  readonly definition: Json;
  /** Where the change is. */
  readonly pointer: string;
  readonly state: string;
  readonly from: string;
  readonly to: string;
  /** The text that is changed; of a key, nothing. */
  readonly read?: string;
}

interface Change {
  readonly kind: MutantKind;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** Fields of JSONPath states whose whole value is a path that is read. */
const pathFields = /(?:^Variable|Path)$/;
const templates = /^(?:Output|Arguments|Parameters|ItemSelector|ResultSelector|Result|BatchInput|Payload)$/;

/** Every mutant of a machine, in the order of its text; `misspell` decides how a name is changed. */
export function mutantsOf(definition: Json, misspell: (name: string) => string): readonly Mutant[] {
  const mutants: Mutant[] = [];
  walk(definition, [], (path, value) => {
    const state = stateOf(path);
    if (state === undefined) return;
    const pointer = pointerOf(path);
    const at = { pointer, state };
    if (typeof value === "string")
      for (const { text, ...change } of changesOf(path, value, misspell))
        mutants.push({ ...change, ...at, read: value, definition: replaced(definition, path, text) });
    const key = path.at(-1) ?? "";
    const holder = path.slice(0, -1);
    const compared = comparisonOfOtherType(String(key), value);
    if (compared !== undefined && path.includes("Choices"))
      mutants.push({
        kind: "operand of a Choice",
        state,
        pointer: pointerOf(holder),
        from: `${key}: ${JSON.stringify(value)}`,
        to: JSON.stringify(compared),
        definition: withKey(definition, holder, key, compared),
      });
    if (typeof key !== "string" || !isWritten(path)) return;
    const plain = key.replace(/\.\$$/, "");
    const to = misspell(plain);
    const kind = path.at(-2) === "Assign" ? "variable that is assigned" : "field that is written";
    const renamed = renamedKey(definition, holder, key, key.endsWith(".$") ? `${to}.$` : to);
    const moved = pointerOf([...holder, key.endsWith(".$") ? `${to}.$` : to]);
    mutants.push({ kind, state, pointer: moved, from: plain, to, definition: renamed });
  });
  return mutants;
}

type Path = readonly (string | number)[];

function walk(root: Json, start: Path, visit: (path: Path, value: Json) => void): void {
  const pending: (readonly [Path, Json])[] = [[start, root]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [path, value] = next;
    visit(path, value);
    if (typeof value !== "object" || value === null) continue;
    const inner = Array.isArray(value)
      ? value.map((item, index) => [[...path, index], item] as const)
      : Object.entries(value).map(([key, item]) => [[...path, key], item] as const);
    pending.push(...inner.reverse());
  }
}

/** The innermost state around a place. */
function stateOf(path: Path): string | undefined {
  const at = path.lastIndexOf("States");
  const name = at < 0 ? undefined : path[at + 1];
  return typeof name === "string" && path.length > at + 2 ? name : undefined;
}

function inState(path: Path): Path {
  return path.slice(path.lastIndexOf("States") + 2);
}

/** A key of a template, or the name of a variable. */
function isWritten(path: Path): boolean {
  const fields = inState(path);
  const at = fields.findIndex(
    (field) => typeof field === "string" && (templates.test(field) || field === "Assign"),
  );
  return at >= 0 && at < fields.length - 1 && !fields.includes("ProcessorConfig");
}

function changesOf(path: Path, text: string, misspell: (name: string) => string): readonly Change[] {
  const key = String(path.at(-1));
  if (/^\{%[\s\S]*%\}$/.test(text)) return jsonataChanges(text, misspell);
  if (key === "ResultPath" && /^\$\.\w+/.test(text))
    return renames(text, /\.([A-Za-z_]\w*)/g, "field that is written", misspell);
  if ((key.endsWith(".$") || pathFields.test(key)) && key !== "ResultPath" && /^(?:\$|States\.)/.test(text))
    return jsonPathChanges(text, misspell);
  return [];
}

function jsonataChanges(text: string, misspell: (name: string) => string): readonly Change[] {
  const bare = withoutTexts(text);
  const bound = new Set(
    [...bare.matchAll(/\$(\w+)\s*:=|function\s*\(([^)]*)\)/g)].flatMap(([, one, list]) =>
      [...(list ?? "").matchAll(/\$(\w+)/g)].map(([, name]) => name).concat(one),
    ),
  );
  const fields = renames(
    text,
    /(?<=[\w\])`])\.([A-Za-z_]\w*)/g,
    "field read in JSONata",
    misspell,
    bare,
  ).filter(({ from }) => !/^(?:input|context|result|errorOutput)$/.test(from));
  const variables = renames(
    text,
    /\$([A-Za-z_]\w*)(?!\w*\s*\()/g,
    "variable read in JSONata",
    misspell,
    bare,
  ).filter(({ from }) => from !== "states" && !bound.has(from));
  const functions = renames(text, /\$([A-Za-z_]\w*)(?=\s*\()/g, "function of JSONata", misspell, bare);
  const numbers = replacements(text, /(?<=[-+*/<>]=?\s*)\d+(?:\.\d+)?(?=\s|%|\))/g, () => "'one'", bare);
  const equal = replacements(text, /(?<=[^!<>:]=\s*)(?:'[^']*'|"[^"]*")/g, () => "7", text);
  const given = replacements(
    text,
    /(?<=\$(?:split|replace|match|contains)\([^()]*,\s*)'[^']*'/g,
    () => "true",
    text,
  );
  return [...fields, ...variables, ...functions, ...numbers, ...equal, ...given];
}

const intrinsic = "operand of an intrinsic function" as const;

function jsonPathChanges(text: string, misspell: (name: string) => string): readonly Change[] {
  const bare = withoutTexts(text);
  return [
    ...renames(text, /(?<!States)(?<=[\w\]$])\.([A-Za-z_]\w*)/g, "field read in JSONPath", misspell, bare),
    ...renames(text, /(?<!\$)\$([A-Za-z_]\w*)/g, "variable read in JSONPath", misspell, bare),
    ...renames(text, /States\.(\w+)/g, "intrinsic function", misspell, bare),
    ...replacements(text, /(?<=[,(]\s*)-?\d+(?=\s*[,)])/g, () => "'one'", bare, intrinsic),
    ...replacements(text, /(?<=StringSplit\([^()]*,\s*)'[^']*'/g, () => "7", text, intrinsic),
    ...replacements(text, /(?<=(?:Format|StringToJson)\()'[^']*'/g, () => "7", text, intrinsic),
  ];
}

function renames(
  text: string,
  pattern: RegExp,
  kind: MutantKind,
  misspell: (name: string) => string,
  searched = text,
): readonly Change[] {
  return [...searched.matchAll(pattern)].map((found) => {
    const from = found[1] ?? "";
    const at = found.index + found[0].length - from.length;
    const to = misspell(from);
    return { kind, from, to, text: text.slice(0, at) + to + text.slice(at + from.length) };
  });
}

function replacements(
  text: string,
  pattern: RegExp,
  to: (found: string) => string,
  searched: string,
  kind: MutantKind = "operand of JSONata",
): readonly Change[] {
  return [...searched.matchAll(pattern)].map(({ 0: from, index }) => ({
    kind,
    from,
    to: to(from),
    text: text.slice(0, index) + to(from) + text.slice(index + from.length),
  }));
}

/** Texts in quotes blanked, so that nothing in them counts. */
function withoutTexts(text: string): string {
  return text.replace(/'[^']*'|"[^"]*"/g, (found) => " ".repeat(found.length));
}

function pointerOf(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function replaced(root: Json, path: Path, value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(root))
    return root.map((item, index) => (index === key ? replaced(item, rest, value) : item));
  return Object.fromEntries(
    Object.entries(root as object).map(([name, item]) => [
      name,
      name === key ? replaced(item, rest, value) : item,
    ]),
  );
}

function renamedKey(root: Json, holder: Path, key: string, to: string): Json {
  return mapped(root, holder, (name, item) => [name === key ? to : name, item]);
}

function withKey(root: Json, holder: Path, key: string | number, [to, value]: readonly [string, Json]): Json {
  return mapped(root, holder, (name, item) => (name === key ? [to, value] : [name, item]));
}

function mapped(root: Json, holder: Path, each: (name: string, item: Json) => readonly [string, Json]): Json {
  const record = holder.reduce<Json>((value, name) => Reflect.get(value as object, name) as Json, root);
  const entries = Object.entries(record as object).map(([name, item]) => each(name, item as Json));
  return replaced(root, holder, Object.fromEntries(entries));
}
