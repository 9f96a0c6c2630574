import {
  type AwsDiagnostic,
  childPointer,
  type Diagnostic,
  type JsonPointer,
  type Place,
} from "@statewright/diagnostics";
import type { JsonRecord, JsonValue } from "../model/json-value.ts";
import type { QueryLanguage, States } from "../model/state-machine.ts";

/** What is collected while a definition is read. */
export interface Reading {
  readonly diagnostics: Diagnostic[];
  /** The findings about a field as such: shown at its key, not at its value. */
  readonly aboutKeys: Set<Diagnostic>;
  /** What `QueryLanguage` of the machine says; nothing when it says something AWS does not know. */
  readonly machineLanguage: QueryLanguage | undefined;
  report(diagnostic: Diagnostic, aboutKey?: "key"): void;
  /** Reads the scope inside a state: a branch or a processor. */
  readScope(here: Here, kind: "Branch" | "ItemProcessor", record: JsonRecord): States;
}

/** Where the reader is. */
export interface Here {
  readonly pointer: JsonPointer;
  /** The same place as AWS writes it: `/States/C/Choices[0]`. */
  readonly aws: string;
  /** What stands here, as a sentence begins: `State "Charge"`. */
  readonly subject: string;
  readonly state?: string;
  /** The query language of the state; nothing when that is not known. */
  readonly language?: QueryLanguage | undefined;
}

/** The place of a member or element of what stands at `here`; the subject stays. */
export function inside(here: Here, key: string | number, change: Partial<Here> = {}): Here {
  return {
    ...here,
    pointer: childPointer(here.pointer, key),
    aws: typeof key === "number" ? `${here.aws}[${key}]` : `${here.aws}/${key}`,
    ...change,
  };
}

/** The place for a diagnostic. */
export function placeOf({ pointer, state }: Here): Place {
  return state === undefined ? { pointer } : { state, pointer };
}

/** AWS's words for a structural finding. */
export function schemaValidation(here: Here, message: string): AwsDiagnostic {
  return { code: "SCHEMA_VALIDATION_FAILED", location: here.aws === "" ? "/" : here.aws, message };
}

/** A subject in the middle of a sentence. */
export function lowered(subject: string): string {
  return subject.charAt(0).toLowerCase() + subject.slice(1);
}

export function isRecord(value: JsonValue | undefined): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
