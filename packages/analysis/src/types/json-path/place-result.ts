import {
  type FieldShape,
  membersOf,
  missingShape,
  objectShape,
  type Shape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";

/** What `ResultPath` makes of the raw input and a result (R-RP-01, R-RP-02). */
export function placeResult(raw: Shape, steps: readonly (string | number)[], result: Shape): Shape {
  const [name, ...rest] = steps;
  if (name === undefined) return result;
  if (typeof name === "number") return unknownShape;
  if (raw.kind === "missing") return objectOf(name, placeResult(raw, rest, result));
  if (raw.kind === "union")
    return unionShape(...membersOf(raw).map((member) => placeResult(member, steps, result)));
  if (raw.kind !== "object") return unknownShape;
  const fields: Record<string, FieldShape> = Object.assign(Object.create(null), raw.fields);
  const inner = Object.hasOwn(raw.fields, name) ? raw.fields[name] : undefined;
  const within = rest.length === 0 || inner === undefined ? undefined : inner;
  fields[name] = { shape: placeInside(within, raw.open, rest, result), optional: false };
  return objectShape(fields, { open: raw.open, ...(raw.rest && { rest: raw.rest }) });
}

function placeInside(
  inner: FieldShape | undefined,
  open: boolean,
  rest: readonly (string | number)[],
  result: Shape,
): Shape {
  if (rest.length === 0) return result;
  if (inner === undefined) return open ? unknownShape : placeResult(missingShape, rest, result);
  return inner.optional ? unknownShape : placeResult(inner.shape, rest, result);
}

function objectOf(name: string, shape: Shape): Shape {
  const fields: Record<string, FieldShape> = Object.create(null);
  fields[name] = { shape, optional: false };
  return objectShape(fields);
}
