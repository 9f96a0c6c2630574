import type { EvaluateBuiltin } from "../builtin.ts";

/** `$trim` */
export const evaluateTrim: EvaluateBuiltin = ([text]) => {
  if (text === undefined) return undefined;
  const single = (text as string).replace(/[ \t\n\r]+/g, " ");
  return single.slice(
    single.startsWith(" ") ? 1 : 0,
    single.length > 1 && single.endsWith(" ") ? -1 : undefined,
  );
};
