import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.StringSplit`: every character of the second text separates; no empty pieces (recorded). */
export const stringSplit: IntrinsicEvaluator = (args, { meter }) => {
  const [text, separators] = args as readonly [string, string];
  meter.step(text.length + separators.length);
  const signs = new Set(separators.split(""));
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !signs.has(text.charAt(at))) continue;
    if (at > from) pieces.push(text.slice(from, at));
    from = at + 1;
  }
  return pieces;
};
