import type { Chance } from "./chance.ts";
import { anything, type Sketch, type Way, waysInto } from "./sketch.ts";

/** Where a value can be taken from in a field of a state: `$states.input`, `$.`, `$name`, `$$.Execution`. */
export interface Source {
  /** How it is written; steps follow it. */
  readonly root: string;
  readonly sketch: Sketch;
  /** False of a variable that is given a value on some ways only. */
  readonly sure: boolean;
}

/** A value written in one of the query languages, with what is believed of it. */
export interface Written {
  readonly text: string;
  readonly sketch: Sketch;
}

export type Kind = Sketch["kind"];

/** How often a path is taken that may lead nowhere, and one that is misspelt. */
const unsureShare = 0.08;
const misspeltShare = 0.008;

/** A path into one of the sources whose value is of one of the kinds; nothing where there is none. */
export function randomPath(
  chance: Chance,
  sources: readonly Source[],
  kinds?: readonly Kind[],
): Written | undefined {
  const ways = sources.flatMap((source) =>
    waysInto(source.sketch).map((way) => ({ ...way, source, sure: way.sure && source.sure })),
  );
  const fitting = ways.filter(({ sketch }) => kinds === undefined || kinds.includes(sketch.kind));
  const unsure = chance.often(unsureShare);
  const candidates = fitting.filter(({ sure }) => sure !== unsure);
  const chosen = candidates.length === 0 ? undefined : chance.pick(candidates);
  if (chosen === undefined) return undefined;
  if (!chance.often(misspeltShare)) return { text: pathText(chosen.source, chosen), sketch: chosen.sketch };
  const steps = chosen.steps.map((step, index) =>
    index === chosen.steps.length - 1 && typeof step === "string" ? `${step}s` : step,
  );
  return { text: pathText(chosen.source, { steps }), sketch: anything };
}

/** A path that may lead nowhere, to be asked for with IsPresent or `$exists`. */
export function optionalPath(chance: Chance, sources: readonly Source[]): Written | undefined {
  const ways = sources.flatMap((source) =>
    waysInto(source.sketch).map((way) => ({ ...way, source, sure: way.sure && source.sure })),
  );
  const unsure = ways.filter(({ sure, steps, source }) => !sure && (steps.length > 0 || source.sure));
  const chosen = unsure.length === 0 ? undefined : chance.pick(unsure);
  return chosen && { text: pathText(chosen.source, chosen), sketch: chosen.sketch };
}

function pathText({ root }: Source, { steps }: Pick<Way, "steps">): string {
  return root + steps.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
}
