import { invalidPathText } from "@statewright/expressions/evaluate";
import type { Json } from "@statewright/json-types";
import { jsonText } from "../json/json-text.ts";
import type { Setting } from "../program/plan-fields.ts";
import { evaluate, evaluateTyped, wrongType } from "./evaluate.ts";
import { readPath } from "./read-path.ts";
import type { Evaluated, View } from "./view.ts";

/** A number of seconds for a timeout: a positive integer (R-TASK-05). */
export function positiveInteger(setting: Setting, view: View): Evaluated<number> {
  const value = readSetting(setting, "number", view);
  if (!value.ok) return value;
  const number = value.value;
  if (typeof number === "number" && Number.isInteger(number) && number > 0)
    return { ok: true, value: number };
  return wrongSetting(setting, "positive integer", number);
}

/** A count or a limit of a Map; numeric text from a path is accepted too, as recorded. */
export function mapNumber(
  field: string,
  kind: "integer" | "float",
  setting: Setting,
  view: View,
): Evaluated<number> {
  const value = readSetting(setting, "number", view);
  if (!value.ok) return value;
  const number = numberOf(value.value);
  if (number !== undefined && (kind === "float" || Number.isInteger(number)))
    return { ok: true, value: number };
  if (setting.path === undefined) return wrongSetting(setting, kind, value.value);
  const shown = typeof value.value === "string" ? value.value : jsonText(value.value);
  return {
    ok: false,
    fault: {
      kind: "runtime",
      text: `The ${field}Path field refers to value "${shown}" which is not a valid ${kind}: ${setting.path}`,
    },
  };
}

function numberOf(value: Json): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function readSetting(setting: Setting, type: "number" | "string", view: View): Evaluated {
  const { template, reference } = setting;
  if (reference !== undefined) return readPath(reference, view, invalidPathText);
  if (template.kind === "jsonata") return evaluateTyped(template, type, view);
  return evaluate(template, view);
}

/** A JSONata value of the right type but out of range: the error is known, its wording is not recorded. */
function wrongSetting(setting: Setting, expected: string, value: Json): Evaluated<never> {
  if (setting.template.kind === "jsonata") return wrongType(setting.template, expected, value);
  return { ok: false, fault: { kind: "refused", what: `${jsonText(value)} where a ${expected} belongs` } };
}
