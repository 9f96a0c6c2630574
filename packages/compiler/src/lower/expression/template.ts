import type { JsonValue } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Arrow, ArrowExpression, ObjectExpression } from "../../ir/arrow.ts";
import { deepestArrow, isTooDeep } from "./arrow-depth.ts";
import type { Code } from "./code/code.ts";
import { stringLiteral } from "./code/literal.ts";
import { optionalField, undefinedResult, unsupported } from "./diagnostics/arrow-diagnostics.ts";
import { orNull } from "./emit/array.ts";
import { bound, variablesRead } from "./emit/let.ts";
import { inlinedCall } from "./emit/reusable.ts";
import { type Scope, type ScopeData, type Session, startSession } from "./emit/session.ts";
import { definite, truthOf } from "./emit/truth.ts";
import { emitters } from "./emit-expression.ts";
import { isOnly, kinds } from "./value/index.ts";

/** What an arrow became: data with expressions, and what was found on the way. */
export interface LoweredArrow {
  readonly json: JsonValue;
  /** The whole may be undefined. */
  readonly mayBeAbsent: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where an arrow stands. */
export interface ArrowPlace {
  readonly state?: string;
  readonly pointer: string;
  readonly data: ScopeData;
}

/** What stands in for an expression that was refused: whatever value, as far as the checker knows. */
export const refusedExpression = "{% $parse('null') %}";

/** How an expression stands in a field (R-JA-01); the blanks keep `%` and braces apart. */
export function expressionField(code: Code): string {
  return `{% ${code.text} %}`;
}

/** A text as plain data: an expression only where Step Functions or a deployment tool would take it for one. */
export function textField(text: string): string {
  const looksLikeExpression = text.startsWith("{%") && text.endsWith("%}");
  return looksLikeExpression || text.includes("${") ? expressionField(stringLiteral(text)) : text;
}

/**
 * An arrow as a template: an object literal becomes an object with one expression a leaf, as a person would
 * write it; everything else becomes one expression.
 */
export function lowerTemplateArrow(arrow: Arrow, place: ArrowPlace): LoweredArrow {
  return start(arrow, place, (work, body) => templateOf(work, body, new Map(), place.pointer));
}

/** An arrow as one expression whose value is used as it is. */
export function lowerValueArrow(arrow: Arrow, place: ArrowPlace): LoweredArrow {
  return start(arrow, place, (work, body) => leaf(work, body, new Map(), place.pointer));
}

/**
 * An arrow as a condition. A `when` returns a boolean as TypeScript sees it, so a value of an unknown type
 * and a comparison stand as they are: Step Functions refuses anything but a boolean (R-CHOICE-05).
 */
export function lowerConditionArrow(arrow: Arrow, place: ArrowPlace): LoweredArrow {
  return start(arrow, place, (work, body) => {
    const { session, scope } = begin(work, new Map());
    return finish(work, session, conditionCode(body, session, scope), place.pointer);
  });
}

function conditionCode(body: ArrowExpression, session: Session, scope: Scope): Code {
  if (body.kind === "binary") return session.test(body, scope).code;
  if (body.kind === "member" || body.kind === "scope" || body.kind === "local") {
    const value = session.emit(body, scope);
    const isBoolean = value.shape.kind === "unknown" || isOnly(value, kinds.boolean);
    if (isBoolean && value.absent !== "possible") return value.code;
    return definite(truthOf(session, value)).code;
  }
  return definite(session.test(body, scope)).code;
}

/** What one arrow needs from beginning to end. */
export interface Work {
  readonly arrow: Arrow;
  readonly place: ArrowPlace;
  readonly reserved: ReadonlySet<string>;
}

export type Locals = Scope["locals"];

function start(
  arrow: Arrow,
  place: ArrowPlace,
  lower: (work: Work, body: ArrowExpression) => LoweredArrow,
): LoweredArrow {
  const { state, pointer } = place;
  const problems = arrow.problems.map((problem) => ({
    ...problem,
    pointer,
    ...(state !== undefined && { state }),
  }));
  const isBroken = !arrow.body || problems.some((problem) => problem.severity === "error");
  if (!arrow.body || isBroken) return { json: refusedExpression, mayBeAbsent: false, diagnostics: problems };
  if (isTooDeep(arrow.body)) return tooDeep(arrow.body, problems, place);
  const lowered = lower({ arrow, place, reserved: variablesRead(arrow) }, arrow.body);
  return { ...lowered, diagnostics: [...problems, ...lowered.diagnostics] };
}

function tooDeep(body: ArrowExpression, problems: readonly Diagnostic[], place: ArrowPlace): LoweredArrow {
  const { state, pointer } = place;
  const facts = {
    source: body.kind,
    reason: `It is nested more than ${deepestArrow} levels deep, which AWS cannot evaluate.`,
    instead: "Split it over several states.",
  };
  const finding = unsupported.at({ pointer, ...(state !== undefined && { state }) }, facts);
  return { json: refusedExpression, mayBeAbsent: false, diagnostics: [...problems, finding] };
}

export function begin(work: Work, locals: Locals): { readonly session: Session; readonly scope: Scope } {
  const session = startSession(work.arrow.text, work.reserved, emitters);
  return { session, scope: { session, data: work.place.data, locals, facts: new Map(), inFunction: false } };
}

/** What was found in the work on an expression. */
export function foundAt({ place }: Work, session: Session, pointer: string): readonly Diagnostic[] {
  const { state } = place;
  const found = { pointer, ...(state !== undefined && { state }) };
  return session.findings().map((finding) => finding(found));
}

function finish(
  work: Work,
  session: Session,
  code: Code,
  pointer: string,
  mayBeAbsent = false,
): LoweredArrow {
  const diagnostics = foundAt(work, session, pointer);
  const failed = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  const json = failed || code.text.includes("${") ? refusedExpression : expressionField(code);
  return { json, mayBeAbsent: mayBeAbsent && !failed, diagnostics };
}

/** One node of a template. */
export function templateOf(work: Work, node: ArrowExpression, locals: Locals, pointer: string): LoweredArrow {
  switch (node.kind) {
    case "literal":
      return plain(typeof node.value === "string" ? textField(node.value) : node.value);
    case "object":
      return objectTemplate(work, node, locals, pointer);
    case "array":
      return arrayTemplate(work, node, locals, pointer);
    case "let": {
      const { scope } = begin(work, locals);
      const { bindings, inner } = bound(node, scope);
      if (bindings.length > 0) return leaf(work, node, locals, pointer);
      const lowered = templateOf(work, node.body, inner.locals, pointer);
      const inBindings = foundAt(work, scope.session, pointer);
      return { ...lowered, diagnostics: [...inBindings, ...lowered.diagnostics] };
    }
    default: {
      const inlined = inlinedCall(node, work.place.data);
      return inlined ? templateOf(work, inlined, locals, pointer) : leaf(work, node, locals, pointer);
    }
  }
}

function plain(json: JsonValue): LoweredArrow {
  return { json, mayBeAbsent: false, diagnostics: [] };
}

function leaf(work: Work, node: ArrowExpression, locals: Locals, pointer: string): LoweredArrow {
  const { session, scope } = begin(work, locals);
  const value = session.emit(node, scope);
  const lowered = finish(work, session, value.code, pointer, value.absent === "possible");
  return value.literal === undefined ? lowered : { ...lowered, json: literalField(value.literal) };
}

/** A value known while compiling, as plain data. */
function literalField(json: Json): JsonValue {
  if (typeof json === "string") return textField(json);
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return json.map(literalField);
  const fields: Record<string, JsonValue> = Object.create(null);
  for (const [key, value] of Object.entries(json)) fields[key] = literalField(value);
  return fields;
}

/** An object: one field a member, or one expression where a field may be missing or its name is computed. */
function objectTemplate(work: Work, node: ObjectExpression, locals: Locals, pointer: string): LoweredArrow {
  const members = plainMembers(node);
  if (!members) return leaf(work, node, locals, pointer);
  const json: Record<string, JsonValue> = Object.create(null);
  const diagnostics: Diagnostic[] = [];
  for (const [key, value] of members) {
    if (value.kind === "undefined") continue;
    const lowered = templateOf(
      work,
      value,
      locals,
      `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    );
    if (lowered.mayBeAbsent) return withHint(leaf(work, node, locals, pointer), key, work, pointer);
    json[key] = lowered.json;
    diagnostics.push(...lowered.diagnostics);
  }
  return { json, mayBeAbsent: false, diagnostics };
}

/** The members by name, the last of equal names; none where a name cannot stand in a template. */
export function plainMembers(node: ObjectExpression): ReadonlyMap<string, ArrowExpression> | undefined {
  const members = new Map<string, ArrowExpression>();
  for (const member of node.members) {
    if (member.kind !== "property" || typeof member.key !== "string") return undefined;
    if (member.key === "__proto__" || member.key.includes("${")) return undefined;
    members.set(member.key, member.value);
  }
  return members;
}

function withHint(lowered: LoweredArrow, field: string, work: Work, pointer: string): LoweredArrow {
  const { state } = work.place;
  const hint = optionalField.at({ pointer, ...(state !== undefined && { state }) }, { field });
  return { ...lowered, diagnostics: [...lowered.diagnostics, hint] };
}

/** An array: its elements, null where one may be missing, as JSON writes it; one expression with a spread. */
function arrayTemplate(
  work: Work,
  node: ArrowExpression & { kind: "array" },
  locals: Locals,
  pointer: string,
): LoweredArrow {
  const items: JsonValue[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, element] of node.elements.entries()) {
    if (element.kind === "spread") return leaf(work, node, locals, pointer);
    const at = `${pointer}/${index}`;
    const lowered = templateOf(work, element, locals, at);
    const present = lowered.mayBeAbsent ? nullInstead(work, element, locals, at) : lowered;
    items.push(present.json);
    diagnostics.push(...present.diagnostics);
  }
  return { json: items, mayBeAbsent: false, diagnostics };
}

function nullInstead(work: Work, node: ArrowExpression, locals: Locals, pointer: string): LoweredArrow {
  const { session, scope } = begin(work, locals);
  return finish(work, session, orNull(session.emit(node, scope), scope).code, pointer);
}

/** The finding for a value that may be undefined where one is needed. */
export function undefinedFinding(arrow: Arrow, place: ArrowPlace): Diagnostic {
  const { state, pointer } = place;
  const text = arrow.text.replaceAll(/\s+/g, " ");
  const source = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return undefinedResult.at({ pointer, ...(state !== undefined && { state }) }, { source });
}
