import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Json } from "@statewright/json-types";
import { type Recording, readRecording } from "../../src/index.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");

/** The folder of the recordings; absent where the corpus is not there. */
export function recordingsFolder(): string | undefined {
  const corpus = process.env.STATEWRIGHT_CORPUS ?? join(root, "../shared/conformance");
  const folder = join(corpus, "aws", "exec");
  return existsSync(folder) ? folder : undefined;
}

/** A file of the corpus: as it is, and read. */
export interface RecordingFile {
  readonly document: Json;
  readonly recording: Recording;
}

export function readRecordings(folder: string): readonly RecordingFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const document: Json = JSON.parse(readFileSync(join(folder, file), "utf8"));
      const { recording, diagnostics } = readRecording(document, file);
      if (recording === undefined) throw new Error(`${file}: ${JSON.stringify(diagnostics)}`);
      return { document, recording };
    });
}
