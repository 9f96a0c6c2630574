import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import { childPointer } from "@statewright/diagnostics";
import { unreadDefinition } from "../diagnostics/template.ts";
import type { ParsedMachine } from "../parse-machine.ts";
import { machineOf, parseTree, syntaxFindings } from "../parse-machine.ts";
import type { TextFormat } from "../text/decode-scalar.ts";
import { childOf, type JsonNode } from "../text/json-tree.ts";
import { lineStarts, rangeOfSpan } from "../text/line-starts.ts";
import { parseJson } from "../text/parse-json.ts";
import { definitionText } from "./definition-text.ts";
import { resolveFunctions } from "./resolve-functions.ts";

/** A state machine of a template. Its pointers are into the machine, its ranges into the template. */
export interface TemplateMachine extends ParsedMachine {
  readonly logicalId: string;
  /** Where in the template the definition stands. */
  readonly pointer: JsonPointer;
  readonly type?: "STANDARD" | "EXPRESS";
}

/** A state machine whose definition is a file of its own. */
export interface TemplateUri {
  readonly logicalId: string;
  /** The path as the template gives it, seen from the template's folder. */
  readonly uri: string;
  readonly pointer: JsonPointer;
  readonly type?: "STANDARD" | "EXPRESS";
}

/** What a template says of state machines. */
export interface TemplateReading {
  readonly machines: readonly TemplateMachine[];
  readonly uris: readonly TemplateUri[];
  /** About the template: its syntax, and definitions that cannot be read from it. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads every state machine of a SAM or CloudFormation template: `AWS::Serverless::StateMachine` and
 * `AWS::StepFunctions::StateMachine`, with an inline `Definition` or a `DefinitionString`, also under `Fn::Sub` and
 * `Fn::Join`. No file is read: a `DefinitionUri` comes back as it stands.
 *
 * What a function of CloudFormation will put into a definition is a placeholder `${…}`. Never throws.
 *
 * @param options `file`: the name to put into the diagnostics. `format`: by the file's ending, else JSON.
 * @example
 * ```ts
 * const { machines } = readTemplate(text, { file: "template.yaml" });
 * machines.map(({ logicalId, type }) => `${logicalId}: ${type ?? "STANDARD"}`);
 * ```
 */
export function readTemplate(
  text: string,
  options: { readonly file?: string; readonly format?: TextFormat } = {},
): TemplateReading {
  const tree = parseTree(text, options);
  const machines: TemplateMachine[] = [];
  const uris: TemplateUri[] = [];
  const diagnostics: Diagnostic[] = [...syntaxFindings(text, tree, options.file)];
  for (const { logicalId, properties, pointer } of stateMachines(tree.root)) {
    const type = typeOf(properties);
    const named = { logicalId, ...(type && { type }) };
    const definition = childOf(properties, "Definition")?.node;
    const written = childOf(properties, "DefinitionString")?.node;
    const uri = childOf(properties, "DefinitionUri")?.node;
    const at = (field: string): JsonPointer => childPointer(pointer, field);
    const embedded = written && definitionText(text, written, tree.format);
    if (definition !== undefined) {
      const root = resolveFunctions(definition);
      machines.push({
        ...named,
        pointer: at("Definition"),
        ...machineOf(text, { root, format: tree.format }, options.file),
      });
    } else if (embedded !== undefined) {
      const inner = parseJson(embedded.text);
      const read = machineOf(embedded.text, { ...inner, format: "json" }, options.file, embedded.embedding);
      const found = [
        ...syntaxFindings(embedded.text, { ...inner, format: "json" }, options.file, embedded.embedding),
        ...read.diagnostics,
      ];
      machines.push({ ...named, pointer: at("DefinitionString"), ...read, diagnostics: found });
    } else if (typeof uri?.value === "string" && uri.tag === undefined) {
      uris.push({ ...named, uri: uri.value, pointer: at("DefinitionUri") });
    } else {
      const span = (written ?? uri ?? properties) as JsonNode;
      const range = rangeOfSpan(lineStarts(text), { start: span.start, end: Math.max(span.start, span.end) });
      const file = options.file === undefined ? {} : { file: options.file };
      diagnostics.push(unreadDefinition.at({ range, ...file }, { logicalId }));
    }
  }
  return Object.freeze({ machines, uris, diagnostics });
}

/** Whether data is a template and no definition: it has resources, and no states. */
export function isTemplate(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Object.hasOwn(value, "States") &&
    (Object.hasOwn(value, "AWSTemplateFormatVersion") || Object.hasOwn(value, "Resources"))
  );
}

const resourceTypes: ReadonlySet<unknown> = new Set([
  "AWS::Serverless::StateMachine",
  "AWS::StepFunctions::StateMachine",
]);

function stateMachines(root: JsonNode | undefined): readonly {
  readonly logicalId: string;
  readonly properties: JsonNode;
  readonly pointer: JsonPointer;
}[] {
  const resources = root && childOf(root, "Resources")?.node;
  return (resources?.members ?? []).flatMap(({ key: logicalId, node }) => {
    const properties = childOf(node, "Properties")?.node;
    if (properties?.members === undefined || !resourceTypes.has(childOf(node, "Type")?.node.value)) return [];
    return [{ logicalId, properties, pointer: childPointer("", "Resources", logicalId, "Properties") }];
  });
}

/** `Type` in SAM, `StateMachineType` in CloudFormation. */
function typeOf(properties: JsonNode): "STANDARD" | "EXPRESS" | undefined {
  const type = (childOf(properties, "Type") ?? childOf(properties, "StateMachineType"))?.node.value;
  return type === "STANDARD" || type === "EXPRESS" ? type : undefined;
}
