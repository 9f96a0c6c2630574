/** The number that `$number` reads in a text; nothing where it reads none (D3030). */
export function numberInText(text: string): number | undefined {
  if (/^-?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)?$/.test(text) && Number.isFinite(Number(text))) {
    return Number.parseFloat(text);
  }
  // The alternatives are anchored as in JSONata 2.0.6: the first at the start only, the last at the end only.
  return /^(0[xX][0-9A-Fa-f]+)|(0[oO][0-7]+)|(0[bB][0-1]+)$/.test(text) ? Number(text) : undefined;
}
