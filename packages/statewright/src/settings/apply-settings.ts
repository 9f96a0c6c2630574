import { dirname, relative, resolve } from "node:path";
import { childPointer, type Diagnostic } from "@statewright/diagnostics";
import type { Ignore, SettingsFile } from "./settings.ts";
import { unusedIgnore } from "./unused-ignore.ts";

/** The findings of one input file. */
export interface FileFindings {
  readonly file: string;
  readonly machine?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies severities and ignores to what was found.
 *
 * An ignore that met nothing in a file that was looked at becomes a finding of its own, in the settings file.
 */
export function applySettings(
  files: readonly FileFindings[],
  { settings, path }: SettingsFile,
  cwd: string,
): readonly FileFindings[] {
  if (path === undefined) return files;
  const ignores = settings.ignore ?? [];
  const used = new Set<Ignore>();
  const result = files.map((entry) => ({
    ...entry,
    diagnostics: entry.diagnostics.flatMap((found) => {
      const matching = ignores.filter((ignore) => matches(ignore, found, entry.file, path, cwd));
      for (const ignore of matching) used.add(ignore);
      return matching.length > 0 ? [] : withSeverity(found, settings.severity ?? {});
    }),
  }));
  const looked = new Set(files.map(({ file }) => resolve(cwd, file)));
  const settingsFile = relative(cwd, path);
  const unused = ignores.flatMap((ignore, index) => {
    if (used.has(ignore) || !looked.has(resolve(dirname(path), ignore.file))) return [];
    const place = { file: settingsFile, pointer: childPointer("", "ignore", index) };
    const facts = { ignored: ignore.code, file: ignore.file, pointer: ignore.pointer };
    return withSeverity(unusedIgnore.at(place, facts), settings.severity ?? {});
  });
  return unused.length === 0 ? result : [...result, { file: settingsFile, diagnostics: unused }];
}

function matches(ignore: Ignore, found: Diagnostic, input: string, path: string, cwd: string): boolean {
  if (ignore.code !== found.code) return false;
  const file = resolve(dirname(path), ignore.file);
  if (file !== resolve(cwd, found.file ?? input) && file !== resolve(cwd, input)) return false;
  if (ignore.pointer === undefined) return true;
  const pointer = found.emitted?.pointer ?? found.pointer ?? "";
  return pointer === ignore.pointer || pointer.startsWith(`${ignore.pointer}/`);
}

function withSeverity(
  found: Diagnostic,
  severities: NonNullable<SettingsFile["settings"]["severity"]>,
): readonly Diagnostic[] {
  const severity = Object.hasOwn(severities, found.code) ? severities[found.code] : undefined;
  if (severity === "off") return [];
  return [severity === undefined ? found : { ...found, severity }];
}
