import type { Json } from "@statewright/json-types";
import { jsonText, setMember } from "../json/json-text.ts";
import type { ResultPlace } from "../program/result-place.ts";
import type { Evaluated } from "./view.ts";

/** Places a result into the raw input (R-RP-01, R-RP-02); absent replaces it, null discards the result. */
export function placeResult(path: ResultPlace | null | undefined, result: Json, input: Json): Evaluated {
  if (path === null) return { ok: true, value: input };
  if (path === undefined || path.steps.length === 0) return { ok: true, value: result };
  return placeAt(path, 0, result, input);
}

function placeAt(path: ResultPlace, depth: number, result: Json, into: Json | undefined): Evaluated {
  const step = path.steps[depth];
  if (step === undefined) return { ok: true, value: result };
  if (typeof step === "number") {
    if (!Array.isArray(into) || step < 0 || step >= into.length) return mismatch(path, into);
    const inner = placeAt(path, depth + 1, result, into[step] as Json);
    return inner.ok ? { ok: true, value: into.with(step, inner.value) } : inner;
  }
  if (into !== undefined && (into === null || typeof into !== "object" || Array.isArray(into)))
    return mismatch(path, into);
  const object = into as Readonly<Record<string, Json>> | undefined;
  const known = object !== undefined && Object.hasOwn(object, step) ? object[step] : undefined;
  const inner = placeAt(path, depth + 1, result, known);
  if (!inner.ok) return inner;
  const copy: Record<string, Json> = { ...object };
  setMember(copy, step, inner.value);
  return { ok: true, value: copy };
}

function mismatch(path: ResultPlace, into: Json | undefined): Evaluated {
  const what = `\`ResultPath\` ${path.text} on ${shortened(into ?? null)}, where the result has no place,`;
  return { ok: false, fault: { kind: "refused", what } };
}

function shortened(value: Json): string {
  const text = jsonText(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
