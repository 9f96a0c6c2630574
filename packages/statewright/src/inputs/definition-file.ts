import { realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep, win32 } from "node:path";

/** Where the file of a `DefinitionUri` is, or why it is not read. */
export type DefinitionFile =
  | { readonly file: string }
  | { readonly refused: "elsewhere" | "outside" | "missing" | "no-file" };

/**
 * Finds the file that a template names as a definition. Only what lies below the template's folder is read: a
 * template may come from anybody, and what is in other folders is no business of its.
 *
 * @param template the template's file as it was named; `-` has no folder, so nothing lies below it.
 */
export function definitionFile(template: string, uri: string, cwd: string): DefinitionFile {
  if (/^[a-z][a-z0-9+.-]+:/i.test(uri)) return { refused: "elsewhere" };
  if (template === "-" || isAbsolute(uri) || win32.isAbsolute(uri)) return { refused: "outside" };
  if (uri.split(/[\\/]/).includes("..")) return { refused: "outside" };
  const file = join(dirname(template), uri);
  try {
    const folder = realpathSync(resolve(cwd, dirname(template)));
    const target = realpathSync(resolve(cwd, file));
    const inside = relative(folder, target);
    if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return { refused: "outside" };
    return statSync(target).isFile() ? { file } : { refused: "no-file" };
  } catch {
    return { refused: "missing" };
  }
}
