import type { Mocks, ReaderObject, ReaderObjects } from "@statewright/simulator";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { definitionFile } from "./definition-file.ts";
import { readText } from "./read-text.ts";

/**
 * The mocks with the contents of the files that readers read, unpacked where they are compressed with GZIP. A path is
 * seen from the folder of the mocks file and leads nowhere else: mocks may come from anybody.
 */
export async function withReaderFiles(
  mocks: Mocks,
  objects: ReaderObjects,
  mocksFile: string,
  terminal: Terminal,
): Promise<Mocks | Problem> {
  const readers: [string, ReaderObject][] = [];
  for (const [address, object] of Object.entries(objects)) {
    const { file, ...rest } = object;
    if (file === undefined) {
      readers.push([address, object]);
      continue;
    }
    const found = fileOfMocks(file, `\`readers\` names for \`${address}\``, mocksFile, terminal);
    if (isProblem(found)) return found;
    const text = await readText(found, `what \`${address}\` holds`, terminal, "gzip");
    if (isProblem(text)) return text;
    readers.push([address, { ...rest, text }]);
  }
  return { ...mocks, readers: Object.fromEntries(readers) };
}

/** The path of a file that a mocks file names, below its folder; `named`: what names it, for the message. */
export function fileOfMocks(
  file: string,
  named: string,
  mocksFile: string,
  { cwd }: Terminal,
): string | Problem {
  const found = definitionFile(mocksFile, file, cwd);
  if (!("refused" in found)) return found.file;
  const reasons = {
    elsewhere: "it is no path of a file",
    outside: "it does not lie below the folder of the mocks",
    missing: "there is no such file",
    "no-file": "it is no file",
  };
  return problem({
    code: "config/unreadable-file",
    file: mocksFile,
    message: `\`${file}\`, which ${named}, is not read: ${reasons[found.refused]}.`,
    help: "Put the file beside the mocks or below their folder, and name it as seen from there.",
  });
}
