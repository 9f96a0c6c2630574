import { hasPlaceholder } from "@statewright/asl";
import { type JsonPath, parseJsonPath, parseTemplateValue } from "@statewright/expressions";
import type { Setting } from "../program/plan-fields.ts";
import type { FaultAt } from "./fault-at.ts";

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: FaultAt };

/** Reads a path, or says where it is none. */
export function pathAt(text: string): Read<JsonPath> {
  const { path, problems } = parseJsonPath(text);
  return path === undefined ? noPath(text, problems) : { ok: true, value: path };
}

/** Reads a path field; of a Fail it may hold a call of an intrinsic function as well (R-JP-10). */
export function settingAt(field: string, text: string): Read<Setting> {
  if (field === "ErrorPath" || field === "CausePath") {
    const { value, problems } = parseTemplateValue(text);
    if (value === undefined || problems.some(({ severity }) => severity === "error"))
      return noPath(text, problems);
    return {
      ok: true,
      value: { template: { kind: "payload", template: { kind: "value", field, text, value } } },
    };
  }
  const read = pathAt(text);
  if (!read.ok) return read;
  const { value: path } = read;
  const value = { kind: "path", path } as const;
  const template = { kind: "payload", template: { kind: "value", field, text, value } } as const;
  return { ok: true, value: { template, path: text, reference: path } };
}

function noPath(
  text: string,
  problems: ReturnType<typeof parseJsonPath>["problems"],
): { readonly ok: false; readonly fault: FaultAt } {
  if (hasPlaceholder(text)) return { ok: false, fault: { kind: "refused", what: `the path \`${text}\`` } };
  const first = problems.find(({ severity }) => severity === "error") ?? problems[0];
  const message = first?.message ?? `\`${text}\` is no path.`;
  return { ok: false, fault: { kind: "broken", text: message, ...(first && { span: first.span }) } };
}
