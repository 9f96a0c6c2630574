import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const corpus =
  process.env.STATEWRIGHT_CORPUS ?? resolve(import.meta.dirname, "../../../../shared/conformance");

/** Whether the corpus is there; without it the tests over it are left out. */
export const hasCorpus: boolean = existsSync(join(corpus, "machines"));

/** The texts of a folder of the corpus by their names; empty without it. */
export function corpusTexts(folder: string): readonly (readonly [name: string, text: string])[] {
  const path = join(corpus, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => [name, readFileSync(join(path, name), "utf8")] as const);
}

/** A JSON file beside the corpus; nothing where it is missing. */
export function corpusJson(file: string): unknown {
  const path = join(corpus, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
