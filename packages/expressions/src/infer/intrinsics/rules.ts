import {
  arrayShape,
  booleanShape,
  filterMembers,
  membersOf,
  neverShape,
  numberShape,
  type Shape,
  stringShape,
  unionOf,
  unknownShape,
} from "@statewright/json-types";
import type { IntrinsicArgument } from "../../intrinsics/intrinsic-call.ts";
import type { IntrinsicName } from "../../intrinsics/intrinsic-function.ts";
import { elementsOf, type Items } from "../items.ts";
import { anyObject, mergeShapes } from "../merge-shapes.ts";
import { elementAt } from "../predicate.ts";
import { present } from "../presence.ts";
import { literalNumber, rounded, roundedSum } from "./numbers.ts";

/** What a function gives for arguments of these shapes, as they were written. */
export type IntrinsicRule = (given: readonly Shape[], written: readonly IntrinsicArgument[]) => Shape;

const text: IntrinsicRule = () => stringShape();
const digits: Readonly<Record<string, number>> = {
  MD5: 32,
  "SHA-1": 40,
  "SHA-256": 64,
  "SHA-384": 96,
  "SHA-512": 128,
};

/** One rule for each intrinsic function. */
export const intrinsicRules: Readonly<Record<IntrinsicName, IntrinsicRule>> = {
  "States.Format": (given, written) => (given.length === 1 ? plainTemplate(written[0]) : stringShape()),
  "States.StringToJson": () => unknownShape,
  "States.JsonToString": text,
  "States.Array": (given) =>
    arrayShape(neverShape, { items: given.map(present), minItems: given.length, maxItems: given.length }),
  "States.ArrayPartition": ([array = unknownShape, size = unknownShape]) => partitioned(array, size),
  "States.ArrayContains": ([array = unknownShape]) =>
    array.kind === "array" && elementsOf(array).most === 0 ? booleanShape(false) : booleanShape(),
  "States.ArrayRange": (given) => ranged(given),
  "States.ArrayGetItem": ([array = unknownShape, index = unknownShape]) => itemAt(array, index),
  "States.ArrayLength": ([array = unknownShape]) => lengthOf(array),
  "States.ArrayUnique": ([array = unknownShape]) => {
    const { element, least, most } = itemsOf(array);
    return arrayOf({ element, least: Math.min(least, 1), most });
  },
  "States.Base64Encode": text,
  "States.Base64Decode": text,
  "States.Hash": ([, algorithm]) => {
    const name = algorithm?.kind === "string" ? algorithm.value : undefined;
    return stringShape({ maxLength: digits[name ?? ""] ?? 128 });
  },
  "States.JsonMerge": ([first = unknownShape, second = unknownShape]) => merged(first, second),
  "States.MathRandom": ([start = unknownShape, end = unknownShape]) => randomBetween(start, end),
  "States.MathAdd": ([first = unknownShape, second = unknownShape]) => roundedSum(first, second),
  "States.StringSplit": ([whole]) =>
    arrayShape(stringShape(), whole?.kind === "string" && whole.value === "" ? { maxItems: 0 } : {}),
  "States.UUID": () => stringShape({ maxLength: 36 }),
};

/** A template without holes and escapes is what is written. */
function plainTemplate(template: IntrinsicArgument | undefined): Shape {
  const plain = template?.kind === "string" && !/[\\{}]/.test(template.raw);
  return plain ? stringShape({ value: template.raw }) : stringShape();
}

/** The elements of an argument that must be an array; what is none makes the call fail. */
function itemsOf(shape: Shape): Items {
  if (shape.kind === "unknown") return { element: unknownShape, least: 0, most: Number.POSITIVE_INFINITY };
  const arrays = membersOf(shape).filter((member) => member.kind === "array");
  const several = arrays.map(elementsOf);
  return {
    element: unionOf(several.map(({ element }) => element)),
    least: Math.min(...several.map(({ least }) => least), Number.POSITIVE_INFINITY),
    most: Math.max(...several.map(({ most }) => most), 0),
  };
}

function arrayOf({ element, least, most }: Items): Shape {
  return arrayShape(element, {
    minItems: Number.isFinite(least) ? least : 0,
    ...(Number.isFinite(most) && { maxItems: most }),
  });
}

function partitioned(array: Shape, size: Shape): Shape {
  const { element, least, most } = itemsOf(array);
  const length = rounded(literalNumber(size));
  const parts = (count: number): number =>
    length === undefined || length < 1 ? count : Math.ceil(count / length);
  const part = arrayShape(element, {
    minItems: 1,
    ...(length !== undefined && length > 0 && { maxItems: length }),
  });
  if (most === 0) return arrayShape(neverShape, { maxItems: 0 });
  return arrayOf({
    element: part,
    least: length === undefined ? Math.min(least, 1) : parts(least),
    most: parts(most),
  });
}

/** The service takes no more than 1,000 numbers. */
const mostNumbers = 1000;

function ranged(given: readonly Shape[]): Shape {
  const [first, last, step] = given.map((shape) => rounded(literalNumber(shape)));
  const element = numberShape({ integer: true });
  if (first === undefined || last === undefined || step === undefined || step === 0)
    return arrayShape(element, { maxItems: mostNumbers });
  const size = Math.min(Math.max(Math.floor((last - first) / step) + 1, 0), mostNumbers);
  return arrayShape(element, { minItems: size, maxItems: size });
}

function itemAt(array: Shape, index: Shape): Shape {
  if (array.kind === "unknown") return unknownShape;
  const at = rounded(literalNumber(index));
  const found = unionOf(
    membersOf(array).map((member) => {
      if (member.kind !== "array") return neverShape;
      return at === undefined || at < 0 ? elementsOf(member).element : present(elementAt(member, at));
    }),
  );
  return found;
}

function lengthOf(array: Shape): Shape {
  const { least, most } = itemsOf(array);
  if (least === most) return numberShape({ value: least });
  return numberShape({
    integer: true,
    minimum: Number.isFinite(least) ? least : 0,
    ...(Number.isFinite(most) && { maximum: most }),
  });
}

function merged(first: Shape, second: Shape): Shape {
  const [left, right] = [first, second].map((shape) =>
    shape.kind === "unknown" ? anyObject : filterMembers(shape, ({ kind }) => kind === "object"),
  );
  return left === undefined || right === undefined ? anyObject : mergeShapes(left, right);
}

function randomBetween(start: Shape, end: Shape): Shape {
  const least = rounded(literalNumber(start));
  const most = rounded(literalNumber(end));
  return numberShape({
    integer: true,
    ...(least !== undefined && { minimum: least }),
    ...(most !== undefined && { maximum: most }),
  });
}
