import { stopInvalid } from "../../json-path/evaluate/path-meter.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";
import { javaText } from "./json-as-text.ts";

/** A hole, or what a backslash keeps from being one. */
const hole = /\{\}|\\[{}'\\]/g;

/** `States.Format` */
export const format: IntrinsicEvaluator = ([template, ...values], { written, meter }) => {
  const first = written[0];
  const text = first?.kind === "string" ? first.raw : String(template);
  meter.step(text.length);
  const parts: string[] = [];
  let from = 0;
  let holes = 0;
  for (const { 0: found, index } of text.matchAll(hole)) {
    parts.push(text.slice(from, index));
    from = index + found.length;
    if (found !== "{}") parts.push(found.slice(1));
    else {
      const value = values[holes];
      if (value !== undefined) parts.push(javaText(value, meter));
      holes += 1;
    }
  }
  if (holes !== values.length) {
    return stopInvalid(
      `The template has ${holes} occurrences of {}, and there are ${values.length} values for them.`,
    );
  }
  return `${parts.join("")}${text.slice(from)}`;
};
