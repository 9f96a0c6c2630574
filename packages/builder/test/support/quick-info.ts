import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import ts from "typescript";

/** Shows what an editor shows over a name, on one line. The name is what a text of the module ends with. */
export function quickInfoIn(project: string, file: string): (at: string) => string {
  const settings = ts.getParsedCommandLineOfConfigFile(
    project,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, " "));
      },
    },
  );
  if (!settings) throw new Error(`${project} cannot be read`);
  const service = ts.createLanguageService({
    readFile: ts.sys.readFile,
    fileExists: ts.sys.fileExists,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "0",
    getScriptSnapshot: (name) => {
      const content = ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => dirname(project),
    getCompilationSettings: () => settings.options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  return (at) => {
    const start = readFileSync(file, "utf8").indexOf(at);
    if (start < 0) throw new Error(`${file} has no ${at}`);
    const info = service.getQuickInfoAtPosition(file, start + at.length - 1);
    return ts.displayPartsToString(info?.displayParts).replaceAll(/\s+/g, " ");
  };
}
