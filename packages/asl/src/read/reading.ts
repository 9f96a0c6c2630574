import {
  type AwsDiagnostic,
  type Diagnostic,
  type Fix,
  type JsonPointer,
  jsonPointer,
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

/**
 * Where the reader is. Every value of a definition has one, and hardly any is reported: what a finding says of
 * the place is put together when it is asked for.
 */
export class Here {
  readonly state: string | undefined;
  /** The query language of the state; nothing when that is not known. */
  readonly language: QueryLanguage | undefined;
  /** The key of the value in what is around it. */
  readonly key: string | number;
  private readonly around: Here | undefined;
  private readonly subjectOf: () => string;

  private constructor(
    around: Here | undefined,
    key: string | number,
    subject: () => string,
    state: string | undefined,
    language: QueryLanguage | undefined,
  ) {
    this.around = around;
    this.key = key;
    this.subjectOf = subject;
    this.state = state;
    this.language = language;
  }

  /** The place of the whole definition. */
  static start(language: QueryLanguage | undefined): Here {
    return new Here(undefined, "", () => "The state machine", undefined, language);
  }

  /** The place of a member or element of what stands here; the subject stays, unless there is another. */
  inside(key: string | number, subject: () => string = this.subjectOf): Here {
    return new Here(this, key, subject, this.state, this.language);
  }

  /** The place of the state `name` of the `States` that stand here. */
  insideState(name: string): Here {
    return new Here(this, name, () => `State "${name}"`, name, this.language);
  }

  /** The same place under another name. */
  as(subject: () => string): Here {
    return new Here(this.around, this.key, subject, this.state, this.language);
  }

  /** The same place in another query language. */
  in(language: QueryLanguage | undefined): Here {
    return new Here(this.around, this.key, this.subjectOf, this.state, language);
  }

  /** What stands here, as a sentence begins: `State "Charge"`. */
  get subject(): string {
    return this.subjectOf();
  }

  get pointer(): JsonPointer {
    return jsonPointer(this.path());
  }

  /** The same place as AWS writes it: `/States/C/Choices[0]`. */
  get aws(): string {
    return this.path()
      .map((key) => (typeof key === "number" ? `[${key}]` : `/${key}`))
      .join("");
  }

  private path(): readonly (string | number)[] {
    const path: (string | number)[] = [];
    let at: Here = this;
    for (let around = at.around; around !== undefined; around = at.around) {
      path.push(at.key);
      at = around;
    }
    return path.reverse();
  }
}

/** The place for a diagnostic. */
export function placeOf({ pointer, state }: Here): Place {
  return state === undefined ? { pointer } : { state, pointer };
}

/** A fix that gives the member at a place another name. */
export function renaming({ pointer = "" }: Place, name: string): Fix {
  return {
    title: `Name it \`${name}\``,
    edits: [{ pointer, part: "key", newText: JSON.stringify(name) }],
  };
}

/** A fix that writes the word that was meant. */
export function rewording({ pointer = "" }: Place, word: string): Fix {
  return { title: `Write "${word}"`, edits: [{ pointer, newText: JSON.stringify(word) }] };
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
