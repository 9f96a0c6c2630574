import type { Loop, Piece, Region } from "./region.ts";

/** How much of something there is: at least, and at most; Infinity where nothing bounds it. */
export interface Count {
  readonly least: number;
  readonly most: number;
}

/** What one visit of a state counts. */
export type CountOf = (name: string) => Count;

/** Counts along the ways through regions; each loop is counted once. */
export interface Walk {
  /** What the ways count that begin in such states, up to and with each state they reach. */
  until(region: Region, begins: (name: string) => boolean): ReadonlyMap<string, Count>;
  /** What a state counts, or a loop from where it is entered to where it is left. */
  piece(piece: Piece): Count;
}

export function walkRegions(countOf: CountOf): Walk {
  const loops = new Map<Loop, Count>();
  const walk: Walk = {
    piece(piece) {
      if (piece.kind === "state") return countOf(piece.name);
      const known = loops.get(piece) ?? loopCount(piece, countOf, walk);
      loops.set(piece, known);
      return known;
    },
    until: (region, begins) => countUntil(region, begins, walk),
  };
  return walk;
}

function countUntil(
  { pieces, edges }: Region,
  begins: (name: string) => boolean,
  walk: Walk,
): ReadonlyMap<string, Count> {
  const sources = new Map<string, string[]>();
  for (const { source, target } of edges) {
    const known = sources.get(target);
    if (known === undefined) sources.set(target, [source]);
    else known.push(source);
  }
  const until = new Map<string, Count>();
  for (const piece of pieces) {
    const states = piece.kind === "state" ? [piece.name] : piece.states;
    const before = states.flatMap((name) =>
      (sources.get(name) ?? []).flatMap((source) => until.get(source) ?? []),
    );
    if (states.some(begins)) before.push({ least: 0, most: 0 });
    if (before.length === 0) continue;
    const own = walk.piece(piece);
    const least = before.reduce((fewest, count) => Math.min(fewest, count.least), Number.POSITIVE_INFINITY);
    const most = before.reduce((largest, count) => Math.max(largest, count.most), 0);
    const count = { least: least + own.least, most: most + own.most };
    for (const name of states) until.set(name, count);
  }
  return until;
}

/** Each pass takes one way; the first and the last may be shorter than the others. */
function loopCount({ bound, cut, inside, states }: Loop, countOf: CountOf, walk: Walk): Count {
  const cheapest = states.reduce(
    (least, name) => Math.min(least, countOf(name).least),
    Number.POSITIVE_INFINITY,
  );
  if (bound === undefined) return { least: cheapest, most: Number.POSITIVE_INFINITY };
  let onePass = 0;
  for (const { most } of walk.until(inside, () => true).values()) onePass = Math.max(onePass, most);
  const between = Math.max(bound.leastPasses - 2, 0);
  const round = between === 0 ? 0 : cheapestRound(cut, inside, walk);
  return { least: Math.max(cheapest, between * round), most: bound.passes * onePass };
}

/** The least that a whole pass counts, from where one begins to where the next one does. */
function cheapestRound(cut: Loop["cut"], inside: Region, walk: Walk): number {
  const begins = new Set(cut.map(({ target }) => target));
  const until = walk.until(inside, (name) => begins.has(name));
  const rounds = cut.flatMap(({ source }) => until.get(source)?.least ?? []);
  return rounds.length === 0 ? 0 : Math.min(...rounds);
}
