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
    const found = definitionFile(mocksFile, file, terminal.cwd);
    if ("refused" in found) return refused(found.refused, address, file, mocksFile);
    const text = await readText(found.file, `what \`${address}\` holds`, terminal, "gzip");
    if (isProblem(text)) return text;
    readers.push([address, { ...rest, text }]);
  }
  return { ...mocks, readers: Object.fromEntries(readers) };
}

function refused(
  why: Extract<ReturnType<typeof definitionFile>, { readonly refused: string }>["refused"],
  address: string,
  file: string,
  mocksFile: string,
): Problem {
  const reasons = {
    elsewhere: "it is no path of a file",
    outside: "it does not lie below the folder of the mocks",
    missing: "there is no such file",
    "no-file": "it is no file",
  };
  return problem({
    code: "config/unreadable-file",
    file: mocksFile,
    message: `\`${file}\`, which \`readers\` names for \`${address}\`, is not read: ${reasons[why]}.`,
    help: "Put the file beside the mocks or below their folder, and name it as seen from there.",
  });
}
