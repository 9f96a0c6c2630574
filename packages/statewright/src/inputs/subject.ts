import type { MachineDocument, MachineTypes, StateMachine } from "@statewright/asl";
import type { Origins } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";

/** One machine that a command was given: a definition, or a workflow that was compiled to one. */
export interface Subject {
  /** The file as the user wrote it. */
  readonly file: string;
  /** The file that holds the definition, where `file` is a template that only names it. */
  readonly definitionFile?: string;
  /** The name of the workflow, the logical ID in a template, or the name of the file without its endings. */
  readonly name: string;
  /** Absent where the definition is too broken. */
  readonly machine?: StateMachine;
  /** The definition's text: as read, or as printed by the compiler. */
  readonly text: string;
  /** The kind of executions, where a template says it. */
  readonly type?: ExecutionType;
  readonly types?: MachineTypes;
  /** The file of the types, where they come from one. */
  readonly typesFile?: string;
  /** Found while it was read or compiled. A compiled workflow is checked already, a definition is not. */
  readonly diagnostics: readonly Diagnostic[];
  readonly source: DefinitionSource | WorkflowSource | TemplateSource;
}

/** The kinds of executions a machine may be meant for. */
export type ExecutionType = "STANDARD" | "EXPRESS";

/** A template itself: it holds no machine, but there is something to say about it. */
export interface TemplateSource {
  readonly kind: "template";
}

export interface DefinitionSource {
  readonly kind: "definition";
  /** Where each value of the definition stands in the text. */
  readonly document: MachineDocument;
}

export interface WorkflowSource {
  readonly kind: "workflow";
  /** The module's absolute path. */
  readonly path: string;
  readonly origins: Origins;
}

/** Which machines a command wants. */
export interface SubjectChoice {
  /** `--types`: the types file, instead of the one beside the definition. */
  readonly types?: string | undefined;
}
