import { numberShape, type Shape } from "@statewright/json-types";
import type { ArrowExpression, MemberExpression } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { step } from "../code/path.ts";
import { codePoints } from "../diagnostics/arrow-diagnostics.ts";
import { isSet, sizeOfSet } from "../methods/sets.ts";
import { type Absence, canBe, fieldPart, insideOf, isOnly, kinds, type Value } from "../value/index.ts";
import { once } from "./bind.ts";
import { literalValue, undefinedValue } from "./literal.ts";
import { withFact } from "./narrow.ts";
import { shapedValue } from "./results.ts";
import { isReusable } from "./reusable.ts";
import { variableValue } from "./scope-value.ts";
import type { Scope } from "./session.ts";

/** `object.property`: a path. JSONata's path over null or nothing yields nothing, as `?.` does. */
export function memberValue(node: MemberExpression, scope: Scope, quietly = false): Value {
  const { object, property } = node;
  if (object.kind === "scope" && object.name === "vars") return variableValue(property, scope);
  if (property === "size" && isSet(object)) return sizeOfSet(object, scope);
  if (isReusable(node, scope.data)) {
    return scope.session.refuse(
      node,
      "A reusable expression is no data.",
      `Call it: \`constants.${property}(…)\`.`,
    );
  }
  const base = scope.session.emit(object, scope);
  if (property === "__proto__") {
    return scope.session.refuse(node, "`__proto__` is no field of data.", "Rename the field.");
  }
  if (base.literal !== undefined) return literalMember(base, property);
  if (property === "length" && !isOnly(base, kinds.object | kinds.null))
    return lengthValue(node, base, scope, quietly);
  const part = fieldPart(base.shape, property);
  const absent = chainAbsence(node, base, part.absent);
  const value = { code: step(base.code, property), shape: part.shape, absent, ...insideOf(base) };
  return withFact(value, scope);
}

function literalMember(base: Value, property: string): Value {
  const json = base.literal;
  if (typeof json === "string" || Array.isArray(json)) {
    return property === "length" ? literalValue(json.length) : undefinedValue;
  }
  if (json === null || typeof json !== "object" || !Object.hasOwn(json, property)) return undefinedValue;
  const value = (json as Readonly<Record<string, NonNullable<typeof json>>>)[property];
  return value === undefined ? undefinedValue : literalValue(value);
}

/**
 * Whether a member can be missing: by its own type; through a `?.` whose object can be; or, where JavaScript
 * would have thrown, no more than trusted.
 */
export function chainAbsence(node: ArrowExpression, base: Value, own: Absence): Absence {
  if (own === "possible") return own;
  const objectMayBeMissing = base.absent === "possible" || canBe(base, kinds.null);
  if (!objectMayBeMissing) return own;
  return inOptionalChain(node) ? "possible" : "trusted";
}

/** Whether a node or one of its receivers is reached by `?.`. */
export function inOptionalChain(node: ArrowExpression): boolean {
  for (let link: ArrowExpression | undefined = node; link !== undefined; ) {
    if (link.kind === "member" || link.kind === "index") {
      if (link.optional) return true;
      link = link.object;
    } else if (link.kind === "call") {
      if (link.optional) return true;
      link = link.receiver;
    } else return false;
  }
  return false;
}

const wholeNumber: Shape = numberShape({ integer: true, minimum: 0, maximum: 2 ** 32 });

/**
 * `xs.length`, `text.length`; a field of that name where the type is not known.
 *
 * `quietly`: in a comparison with 0 or 1 the two ways to count characters agree.
 */
function lengthValue(node: MemberExpression, base: Value, scope: Scope, quietly = false): Value {
  const { session } = scope;
  const absent = chainAbsence(node, base, "never");
  const whole = (code: Code): Value => shapedValue(code, wholeNumber, absent);
  const guarded = (type: string, count: (code: Code) => Code): Value => {
    if (absent !== "possible") return whole(count(base.code));
    return whole(once(session, base.code, "t", (one) => conditional(isType(one, type), count(one))));
  };
  if (isOnly(base, kinds.array | kinds.null)) return guarded("array", (code) => call("count", code));
  // What may be anything is a text now and then: no more than a hint.
  if (!quietly && canBe(base, kinds.string))
    session.warn(codePoints, node, canBe(base, kinds.object) ? "hint" : undefined);
  if (isOnly(base, kinds.string | kinds.null)) return guarded("string", (code) => call("length", code));
  session.unknown(node.object);
  const own = fieldPart(base.shape, "length");
  return {
    code: once(session, base.code, "t", (one) => lengthByType(one, canBe(base, kinds.object))),
    shape: canBe(base, kinds.object) ? own.shape : wholeNumber,
    absent: canBe(base, kinds.object) ? chainAbsence(node, base, own.absent) : absent,
  };
}

function isType(code: Code, name: string): Code {
  return binary("=", call("type", code), stringLiteral(name));
}

function lengthByType(code: Code, mayBeObject: boolean): Code {
  const otherwise = mayBeObject ? step(code, "length") : undefined;
  const ofText = conditional(isType(code, "string"), call("length", code), otherwise);
  return conditional(isType(code, "array"), call("count", code), ofText);
}
