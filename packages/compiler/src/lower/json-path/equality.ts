import { kinds, kindsOf } from "../expression/value/index.ts";
import { both, type Condition, comparison, either, isPresent, known, not } from "./condition.ts";
import { isDefinite, type PathValue, pathText, type Reference, shapeOf } from "./path-value.ts";

type Present = ReadonlySet<string>;

/** A test of a value that may be missing: every operator but `IsPresent` fails then (R-CHOICE-13). */
export function whereThere(value: Reference, present: Present, test: Condition): Condition {
  const path = pathText(value);
  if (value.absent === "never" || present.has(path)) return test;
  return both(isPresent(path), test);
}

export function isUndefined(value: Reference): Condition {
  return value.absent === "never" ? known(false) : isPresent(pathText(value), false);
}

export function isNull(value: Reference, present: Present): Condition {
  if ((kindsOf(value.shape) & kinds.null) === 0) return known(false);
  return whereThere(value, present, comparison(pathText(value), "IsNull", true));
}

/** `typeof value === name`. */
export function ofType(value: Reference, name: string, present: Present): Condition | undefined {
  if (name === "undefined") return isUndefined(value);
  const operator = Object.hasOwn(typeOperators, name) ? typeOperators[name] : undefined;
  if (!operator) return undefined;
  return whereThere(value, present, comparison(pathText(value), operator, true));
}

const typeOperators: Readonly<Record<string, string>> = {
  string: "IsString",
  number: "IsNumeric",
  boolean: "IsBoolean",
};

/** `left === right`; nothing where no operator says it. */
export function equalTo(left: PathValue, right: PathValue, present: Present): Condition | undefined {
  if (left.kind === "constant" && right.kind === "constant") return known(left.value === right.value);
  if (left.kind === "constant") return equalTo(right, left, present);
  if (left.kind !== "reference" || !isDefinite(left)) return undefined;
  if (right.kind === "constant") return equalToConstant(left, right.value, present);
  return right.kind === "reference" && isDefinite(right) ? equalPaths(left, right, present) : undefined;
}

function equalToConstant(left: Reference, value: unknown, present: Present): Condition | undefined {
  if (value === null) return isNull(left, present);
  const path = pathText(left);
  if (typeof value === "string" && !value.includes("${")) {
    return whereThere(left, present, comparison(path, "StringEquals", value));
  }
  if (typeof value === "number") return whereThere(left, present, comparison(path, "NumericEquals", value));
  if (typeof value === "boolean") return whereThere(left, present, comparison(path, "BooleanEquals", value));
  return undefined;
}

/** Both in the data: an operator for each kind that both can be. Objects are never the same. */
function equalPaths(left: Reference, right: Reference, present: Present): Condition {
  const [path, other] = [pathText(left), pathText(right)];
  const common = kindsOf(shapeOf(left)) & kindsOf(shapeOf(right));
  const equal = either(
    (common & kinds.string) !== 0 ? comparison(path, "StringEqualsPath", other) : known(false),
    (common & kinds.number) !== 0 ? comparison(path, "NumericEqualsPath", other) : known(false),
    (common & kinds.boolean) !== 0 ? comparison(path, "BooleanEqualsPath", other) : known(false),
    (common & kinds.null) !== 0
      ? both(comparison(path, "IsNull", true), comparison(other, "IsNull", true))
      : known(false),
  );
  const there = whereThere(left, present, whereThere(right, present, equal));
  const mayBothBeMissing =
    [left, right].every(({ absent }) => absent !== "never") && !present.has(path) && !present.has(other);
  if (!mayBothBeMissing) return there;
  return either(there, both(not(isPresent(path)), not(isPresent(other))));
}
