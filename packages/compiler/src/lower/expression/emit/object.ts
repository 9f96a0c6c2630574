import {
  type FieldShape,
  join,
  objectShape,
  type Shape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { ArrowExpression, ObjectExpression, ObjectProperty, SpreadElement } from "../../../ir/arrow.ts";
import { type Code, call, variable } from "../code/code.ts";
import { arrayCode, objectCode } from "../code/constructors.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary, conditional, lambda } from "../code/operators.ts";
import { canBe, type Inside, insideOf, isOnly, kinds, mayBeAbsent, type Value } from "../value/index.ts";
import { once } from "./bind.ts";
import { isThere } from "./logical.ts";
import { shapedValue } from "./results.ts";
import type { Scope } from "./session.ts";
import { noteDigits } from "./text-operand.ts";

type Member = ObjectProperty | SpreadElement;

/** An object as code: members that are all known by name, or a `$merge` of its parts. */
export function objectValue(node: ObjectExpression, scope: Scope): Value {
  const bad = node.members.find((member) => member.kind === "property" && member.key === "__proto__");
  if (bad)
    return scope.session.refuse(node, "`__proto__` sets a prototype in JavaScript.", "Rename the field.");
  const groups = grouped(inlined(node.members));
  const [first, ...others] = groups;
  if (!first) return shapedValue(objectCode([]), objectShape({}));
  let whole = groupValue(node, first, scope);
  for (const group of others) whole = merged(whole, laterGroup(node, group, scope), scope);
  return finished(whole);
}

/** `{ ...{ a, b }, c }` is `{ a, b, c }`. */
function inlined(members: readonly Member[]): Member[] {
  return members.flatMap((member) =>
    member.kind === "spread" && member.value.kind === "object" ? inlined(member.value.members) : [member],
  );
}

/** Neighbours with names known here belong together; a spread and a computed key stand alone. */
function grouped(members: readonly Member[]): Member[][] {
  const groups: Member[][] = [];
  let names: Member[] | undefined;
  for (const member of members) {
    if (member.kind === "property" && typeof member.key === "string") {
      names ??= addGroup(groups);
      names.push(member);
    } else {
      groups.push([member]);
      names = undefined;
    }
  }
  return groups;
}

function addGroup(groups: Member[][]): Member[] {
  const group: Member[] = [];
  groups.push(group);
  return group;
}

/** A part of an object: what is merged so far, and the keys whose value may be missing in the last group. */
interface Group {
  readonly parts: readonly Code[];
  readonly shape: Shape;
  /** Keys whose value may be missing: in JavaScript they hide those that came before. */
  readonly hiding: readonly { readonly key: Code; readonly value: Code }[];
  /** A value may be undefined, and JavaScript would list its key. */
  readonly inside: Inside;
}

function groupValue(node: ArrowExpression, members: readonly Member[], scope: Scope): Group {
  const [first] = members;
  if (first?.kind === "spread") return spreadGroup(first, scope);
  if (first && typeof first.key !== "string") return computedGroup(first, first.key, scope);
  return namedGroup(node, members as readonly ObjectProperty[], scope);
}

function namedGroup(_node: ArrowExpression, members: readonly ObjectProperty[], scope: Scope): Group {
  const values = new Map<string, Value>();
  for (const member of members) values.set(String(member.key), scope.session.emit(member.value, scope));
  const present = [...values].filter(
    ([, value]) => value.shape.kind !== "never" || value.absent !== "possible",
  );
  const fields: Record<string, FieldShape> = Object.create(null);
  for (const [key, value] of present) fields[key] = { shape: value.shape, optional: isOptional(value) };
  return {
    parts: [objectCode(present.map(([key, value]) => [key, value.code]))],
    shape: objectShape(fields),
    inside: insideOf(...[...values.values()].map(asMember)),
    hiding: [...values].flatMap(([key, value]) =>
      mayBeAbsent(value) ? [{ key: stringLiteral(key), value: value.code }] : [],
    ),
  };
}

/** Where nothing is known of a value, its field is read as TypeScript sees it: there. */
function isOptional(value: Value): boolean {
  return value.absent === "possible" || (value.absent === "trusted" && value.shape.kind !== "unknown");
}

/** What an object has inside that has the value as a field. */
function asMember(value: Value): Inside {
  return mayBeAbsent(value) ? insideOf(value, { holes: true }) : insideOf(value);
}

function computedGroup(member: ObjectProperty, keyNode: ArrowExpression, scope: Scope): Group {
  const { session } = scope;
  const key = session.emit(keyNode, scope);
  if (key.absent === "possible" || !canBe(key, kinds.string | kinds.number)) {
    const code = session.refuse(
      keyNode,
      "A key has to be a text or a number that is there.",
      "Add `?? ''`.",
    ).code;
    return { parts: [code], shape: unknownShape, hiding: [], inside: {} };
  }
  if (!isOnly(key, kinds.string)) noteDigits(keyNode, key, session);
  const keyCode = isOnly(key, kinds.string) ? key.code : call("string", key.code);
  const value = session.emit(member.value, scope);
  const hides = mayBeAbsent(value);
  return {
    parts: [objectCode([[keyCode, value.code]])],
    shape: objectShape({}, { open: true, rest: value.shape }),
    inside: asMember(value),
    hiding: hides ? [{ key: keyCode, value: value.code }] : [],
  };
}

function spreadGroup(member: SpreadElement, scope: Scope): Group {
  const { session } = scope;
  const value = session.emit(member.value, scope);
  const group = (code: Code): Group => ({
    parts: [code],
    shape: value.shape,
    hiding: [],
    inside: insideOf(value),
  });
  if (!canBe(value, kinds.object) && value.shape.kind !== "never") {
    const reason = "Only an object can be spread into an object here.";
    return group(session.refuse(member.value, reason, "Name the fields one by one.").code);
  }
  if (isOnly(value, kinds.object)) return group(value.code);
  const code = once(session, value.code, "t", (one) => {
    const isObject = binary("=", call("type", one), stringLiteral("object"));
    if (isOnly(value, kinds.object | kinds.null)) return conditional(isObject, one, objectCode([]));
    session.unknown(member.value);
    const failure = session.failure(member.value, "is no object");
    if (value.absent === "never") return conditional(isObject, one, failure);
    return conditional(isObject, one, conditional(isThere(value, one), failure, objectCode([])));
  });
  return group(code);
}

/** A part that is not the first: a spread that holds an undefined field would have to hide one before it. */
function laterGroup(node: ArrowExpression, members: readonly Member[], scope: Scope): Group {
  const group = groupValue(node, members, scope);
  const [first] = members;
  if (!group.inside.holes || first?.kind !== "spread") return group;
  const reason = "A field of it may be undefined: in JavaScript it would hide the one before it.";
  const { code } = scope.session.refuse(first.value, reason, "Add `?? null` to that field.");
  return { ...group, parts: [code], inside: {} };
}

/**
 * Puts a group behind what came before. A key whose value is missing takes away the one before it, as in
 * JavaScript; the others keep their order.
 */
function merged(before: Group, next: Group, scope: Scope): Group {
  const hidden = next.hiding.filter(({ key }) => mayHave(before.shape, key));
  const all = [...before.parts, ...next.parts];
  const parts = hidden.length === 0 ? all : [withoutMissing(asOne(all), hidden, scope)];
  return {
    parts,
    shape: mergedShape(before.shape, next.shape),
    hiding: before.hiding,
    inside: insideOf(before.inside, next.inside),
  };
}

function mayHave(shape: Shape, key: Code): boolean {
  if (shape.kind !== "object" || shape.open) return true;
  return (
    Object.keys(shape.fields).some((name) => stringLiteral(name).text === key.text) ||
    !key.text.startsWith("'")
  );
}

function withoutMissing(base: Code, hidden: Group["hiding"], scope: Scope): Code {
  const [value, name] = [scope.session.name("v"), scope.session.name("k")];
  const tests = hidden.map((one) =>
    binary("or", binary("!=", variable(name), one.key), call("exists", one.value)),
  );
  const stays = tests.reduce((all, test) => binary("and", all, test));
  return call("sift", base, lambda([value, name], stays));
}

function asOne(parts: readonly Code[]): Code {
  const [first] = parts;
  return first && parts.length === 1 ? first : call("merge", arrayCode(parts));
}

function finished(group: Group): Value {
  const [first] = group.parts;
  const isConstructor = group.parts.length === 1 && first?.text.startsWith("{");
  const code = isConstructor && first ? first : call("merge", arrayCode(group.parts));
  const value = shapedValue(code, group.shape);
  return { ...value, ...group.inside };
}

function mergedShape(before: Shape, next: Shape): Shape {
  if (before.kind !== "object" || next.kind !== "object") return anyObject;
  if (next.rest || (next.open && Object.keys(next.fields).length === 0)) return mapShape(before, next);
  const fields: Record<string, FieldShape> = Object.create(null);
  for (const name of new Set([...Object.keys(before.fields), ...Object.keys(next.fields)])) {
    const [old, later] = [own(before, name), own(next, name)];
    if (later && !later.optional) fields[name] = later;
    else if (later)
      fields[name] = { shape: old ? join(old.shape, later.shape) : later.shape, optional: true };
    else if (old) fields[name] = next.open ? { shape: unknownShape, optional: old.optional } : old;
  }
  return objectShape(fields, { open: before.open || next.open });
}

const anyObject: Shape = objectShape({}, { open: true });

function own(shape: Shape & { kind: "object" }, name: string): FieldShape | undefined {
  return Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
}

/** An object with computed keys: what every field can hold. */
function mapShape(before: Shape & { kind: "object" }, next: Shape & { kind: "object" }): Shape {
  if (!next.rest || (before.open && !before.rest)) return anyObject;
  const all = [
    ...Object.values(before.fields).map((field) => field.shape),
    ...(before.rest ? [before.rest] : []),
  ];
  const rest = all.reduce((left, right) => join(left, right), next.rest);
  return objectShape({}, { open: true, rest: unionShape(rest) });
}
