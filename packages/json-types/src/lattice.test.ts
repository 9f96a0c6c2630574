import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arrayShape,
  booleanShape,
  fieldOf,
  includes,
  isAssignable,
  type Json,
  join,
  literalShape,
  meet,
  missingShape,
  neverShape,
  nullShape,
  numberShape,
  objectShape,
  printShape,
  type Shape,
  schemaFromShape,
  shapeFromSchema,
  sizeBounds,
  stringShape,
  subtract,
  unionShape,
  unknownShape,
  utf8Length,
  widen,
} from "./index.ts";

const runs = { seed: 20261121, numRuns: process.env.STATEWRIGHT_DEEP ? 50_000 : 1_000 };

const key = fc.constantFrom("a", "b", "toString", "__proto__", "constructor");
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(null, true, false, 0, 1, -1.5, "", "x", "y", "é", "\u0001", "😀"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(key, tie("value"), { maxKeys: 3 }),
  ),
})).value;

/** Shapes made of values (so that they are not empty), widened, joined and opened. */
const shape: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Shape>(
      nullShape,
      booleanShape(),
      numberShape(),
      numberShape({ integer: true, minimum: 0 }),
    ),
    fc.constantFrom<Shape>(
      stringShape(),
      stringShape({ maxLength: 1 }),
      missingShape,
      unknownShape,
      neverShape,
    ),
    json.map((value) => literalShape(value)),
    json.map((value) => widen(literalShape(value))),
    fc.tuple(tie("shape"), tie("shape")).map(([left, right]) => unionShape(left, right)),
    tie("shape").map((element) => arrayShape(element)),
    fc
      .tuple(fc.dictionary(key, fc.tuple(tie("shape"), fc.boolean()), { maxKeys: 3 }), fc.boolean())
      .map(([fields, open]) =>
        objectShape(
          Object.fromEntries(
            Object.entries(fields).map(([name, [member, optional]]) => [name, { shape: member, optional }]),
          ),
          { open },
        ),
      ),
  ),
})).shape;

const law = (name: string, check: (a: Shape, b: Shape, value: Json) => void) =>
  test(name, () => {
    fc.assert(fc.property(shape, shape, json, check), runs);
  });

describe("the lattice", () => {
  law("a literal shape holds its value", (_a, _b, value) => {
    expect(includes(literalShape(value), value)).toBe(true);
  });
  law("join holds what either holds", (a, b, value) => {
    if (includes(a, value) || includes(b, value)) expect(includes(join(a, b), value)).toBe(true);
  });
  law("join is commutative and idempotent as a set", (a, b, value) => {
    expect(includes(join(a, b), value)).toBe(includes(join(b, a), value));
    expect(includes(join(a, a), value)).toBe(includes(a, value));
  });
  law("join is associative as a set", (a, b, value) => {
    const c = literalShape(value);
    const left = join(join(a, b), c);
    const right = join(a, join(b, c));
    for (const one of [value, null, "x", 0, [], {}]) expect(includes(left, one)).toBe(includes(right, one));
  });
  law("meet holds what both hold, and no more", (a, b, value) => {
    expect(includes(meet(a, b), value)).toBe(includes(a, value) && includes(b, value));
  });
  law("assignable means contained", (a, b, value) => {
    if (isAssignable(a, b) && includes(a, value)) expect(includes(b, value)).toBe(true);
  });
  law("a shape fits itself, unknown, and its join with another", (a, b) => {
    expect(isAssignable(a, a)).toBe(true);
    expect(isAssignable(a, unknownShape)).toBe(true);
    expect(isAssignable(a, join(a, b))).toBe(true);
  });
  law("subtract keeps what is only in the first", (a, b, value) => {
    if (includes(a, value) && !includes(b, value)) expect(includes(subtract(a, b), value)).toBe(true);
  });
  law("widen holds at least as much", (a, _b, value) => {
    if (includes(a, value)) expect(includes(widen(a), value)).toBe(true);
  });
  law("a field's shape holds what is read there", (a, _b, value) => {
    if (!includes(a, value) || typeof value !== "object" || value === null || Array.isArray(value)) return;
    const object = value as { readonly [name: string]: Json };
    for (const name of ["a", "toString", "__proto__"])
      expect(includes(fieldOf(a, name), Object.hasOwn(object, name) ? object[name] : undefined)).toBe(true);
  });
  law("size bounds hold the size", (a, _b, value) => {
    if (!includes(a, value)) return;
    const bytes = utf8Length(JSON.stringify(value));
    expect(bytes).toBe(new TextEncoder().encode(JSON.stringify(value)).length);
    expect(sizeBounds(a).least).toBeLessThanOrEqual(bytes);
    expect(sizeBounds(a).most).toBeGreaterThanOrEqual(bytes);
  });
  law("going through JSON Schema never makes a shape narrower", (a, _b, value) => {
    if (includes(a, value)) expect(includes(shapeFromSchema(schemaFromShape(a)), value)).toBe(true);
  });
  law("printing is bounded", (a) => {
    expect(printShape(a, { maxLength: 80 }).length).toBeLessThanOrEqual(80);
  });
});

describe("a shape that is too large becomes wider", () => {
  test("a union of many literals becomes their kind, one of many objects one object", () => {
    const texts = Array.from({ length: 30 }, (_, index) => stringShape({ value: `v${index}` }));
    expect(unionShape(...texts, nullShape)).toEqual(unionShape(stringShape(), nullShape));
    const objects = Array.from({ length: 30 }, (_, index) =>
      literalShape({ id: index, [`k${index}`]: true }),
    );
    const merged = unionShape(...objects);
    expect(fieldOf(merged, "id")).toEqual(numberShape());
    expect(fieldOf(merged, "k3")).toEqual(unionShape(booleanShape(true), missingShape));
    expect(fieldOf(merged, "other")).toEqual(missingShape);
  });
  test("an array of 200,000 values", () => {
    const value = Array.from({ length: 200_000 }, (_, index) => ({ id: `${index}` }));
    expect(includes(literalShape(value), value)).toBe(true);
  });
  test("values nested 10,000 deep", () => {
    let value: Json = 1;
    let deep: Shape = numberShape();
    for (let depth = 0; depth < 10_000; depth += 1) {
      value = { v: [value] };
      deep = objectShape({ v: arrayShape(deep) });
    }
    expect(includes(literalShape(value), value)).toBe(true);
    expect(includes(deep, value)).toBe(true);
    expect(isAssignable(deep, widen(deep))).toBe(true);
    expect(printShape(deep).length).toBeLessThanOrEqual(160);
  });
  test("a value that is doubled again and again", () => {
    let twice: Shape = numberShape();
    for (let round = 0; round < 70; round += 1) twice = objectShape({ a: twice, b: twice });
    expect(isAssignable(twice, twice)).toBe(true);
    expect(isAssignable(twice, objectShape({ a: unknownShape, b: objectShape({}, { open: true }) }))).toBe(
      true,
    );
    expect(printShape(widen(join(twice, nullShape))).length).toBeLessThanOrEqual(160);
    expect(sizeBounds(twice).least).toBeGreaterThan(10);
  });
  test("an object with 100,000 fields prints within its limit", () => {
    const wide = objectShape(
      Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, numberShape()])),
    );
    expect(printShape(wide, { maxLength: 40 })).toBe("{ f0: number, f1: number, f2: number, f…");
  });
});

describe("the constructors keep shapes normal", () => {
  test("a field that may be missing is an optional field", () => {
    const made = objectShape({ a: unionShape(stringShape(), missingShape), b: missingShape });
    expect(printShape(made)).toBe("{ a?: string }");
    expect(fieldOf(made, "b")).toEqual(missingShape);
  });
  test("halves of a boolean become a boolean", () => {
    expect(unionShape(booleanShape(true), nullShape, booleanShape(false))).toEqual(
      unionShape(nullShape, booleanShape()),
    );
  });
});
