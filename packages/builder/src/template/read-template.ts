import type { Origin, Template } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";
import { readArrow } from "../arrow/read-arrow.ts";
import { templateValue } from "../diagnostics.ts";
import { isParam, paramTemplate } from "./param.ts";
import { isRaw, rawTemplate } from "./raw-expression.ts";

/** Where a template was written, and where to put what is wrong with it. */
export interface TemplatePlace {
  /** How a person would name it: "`arguments` of "Charge"". */
  readonly where: string;
  readonly origin: Origin | undefined;
  readonly report: (problem: Diagnostic) => void;
}

/** Deeper data is a cycle, or nothing that a state could hold. */
const deepest = 150;

/** Data with arrows and parameters in it, as the tree holds it. */
export function readTemplate(value: unknown, place: TemplatePlace): Template {
  return readPart(value, place, 0) ?? { kind: "value", value: null };
}

function readPart(value: unknown, place: TemplatePlace, depth: number): Template | undefined {
  if (value === undefined) return undefined;
  if (depth > deepest) return refused("data nested without end", place);
  if (typeof value === "function") return { kind: "arrow", arrow: readArrow(value, originOf(place)) };
  if (value === null || typeof value === "string" || typeof value === "boolean") {
    return { kind: "value", value };
  }
  if (typeof value === "number") {
    return Number.isFinite(value) ? { kind: "value", value } : refused(`\`${value}\``, place);
  }
  if (typeof value !== "object") return refused(`a ${typeof value}`, place);
  if (isParam(value)) return paramTemplate(value);
  if (isRaw(value)) return rawTemplate(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => readPart(item, place, depth + 1) ?? nothing);
    return { kind: "array", items };
  }
  if (!isPlain(value)) return refused(`a ${className(value)}`, place);
  const entries = Object.entries(value).flatMap(([key, part]) => {
    const template = readPart(part, place, depth + 1);
    return template ? [[key, template] as const] : [];
  });
  return { kind: "object", entries };
}

const nothing: Template = { kind: "value", value: null };

function refused(what: string, place: TemplatePlace): Template {
  place.report(templateValue.at(originPlace(place.origin), { what, where: place.where }));
  return nothing;
}

/** An object that is nothing but its fields; `Object` may be another realm's. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function className(value: object): string {
  return /^\[object (\w+)\]$/.exec(Object.prototype.toString.call(value))?.[1] ?? "object of a class";
}

function originOf({ origin }: TemplatePlace): { origin?: Origin } {
  return origin ? { origin } : {};
}

/** The place of a call, as diagnostics have it. */
export function originPlace(origin: Origin | undefined): Pick<Diagnostic, "file" | "range"> {
  if (!origin) return {};
  return { file: origin.file, range: { start: origin.position, end: origin.position } };
}
