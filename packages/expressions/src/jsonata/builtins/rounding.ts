/** Rounds to so many decimal places (negative: tens, hundreds); halves go to the even neighbour. */
export function roundHalfEven(value: number, places = 0): number {
  const scaled = places === 0 ? value : shifted(value, places);
  let rounded = Math.round(scaled);
  if (Math.abs(rounded - scaled) === 0.5 && Math.abs(rounded % 2) === 1) rounded -= 1;
  const result = places === 0 ? rounded : shifted(rounded, -places);
  return Object.is(result, -0) ? 0 : result;
}

/** Moves the decimal point in the text of the number, which adds no error as multiplying would. */
function shifted(value: number, places: number): number {
  const [digits, exponent] = value.toString().split("e");
  return Number(`${digits}e${Number(exponent ?? 0) + places}`);
}
