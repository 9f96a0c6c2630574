import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Json } from "@statewright/json-types";

/** An execution that ran on AWS. */
export interface Recording {
  readonly id: string;
  readonly definition: Json;
  readonly input: Json;
  readonly type: "STANDARD" | "EXPRESS";
  readonly tasks: readonly RecordedTask[];
  /** What an ItemReader reads. */
  readonly s3?: readonly { readonly bucket: string; readonly key: string; readonly body: string }[] | null;
  readonly placeholders?: readonly string[] | null;
  readonly features: readonly string[];
  readonly expected: {
    readonly status: string;
    readonly output?: Json;
    readonly error?: string | null;
    readonly cause?: Json;
    readonly history: readonly RecordedEvent[] | null;
  };
}

export interface RecordedTask {
  readonly state: string;
  readonly occurrence: number;
  readonly iteration?: number;
  readonly result?: Json;
  readonly submitted?: Json;
  readonly error?: string;
  readonly cause?: Json;
  readonly timedOut?: boolean;
  readonly endEvent?: string;
}

export interface RecordedEvent {
  readonly id: number | readonly number[];
  readonly previousEventId: number;
  readonly type: string;
  readonly details?: Json;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");

/** The folder of the recordings; absent where the corpus is not there. */
export function recordingsFolder(): string | undefined {
  const corpus = process.env.STATEWRIGHT_CORPUS ?? join(root, "../shared/conformance");
  const folder = join(corpus, "aws", "exec");
  return existsSync(folder) ? folder : undefined;
}

export function readRecordings(folder: string): readonly Recording[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Recording);
}
