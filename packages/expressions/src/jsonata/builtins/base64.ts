const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Writes characters as bytes (only the lowest eight bits count) in Base64. */
export function encodeBase64(text: string): string {
  const parts: string[] = [];
  for (let index = 0; index < text.length; index += 3) {
    const left = text.length - index;
    const byte = (offset: number): number => (offset < left ? text.charCodeAt(index + offset) & 255 : 0);
    const bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
    for (let digit = 0; digit < 4; digit += 1) {
      parts.push(digit > left ? "=" : alphabet.charAt((bits >> (18 - 6 * digit)) & 63));
    }
  }
  return parts.join("");
}

/** Reads Base64, also its variant for URLs; what belongs to neither is passed over, `=` ends it. */
export function decodeBase64(text: string): string {
  const parts: string[] = [];
  let bits = 0;
  let count = 0;
  for (const character of text) {
    if (character === "=") break;
    const value = alphabet.indexOf(character === "-" ? "+" : character === "_" ? "/" : character);
    if (value === -1) continue;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    parts.push(String.fromCharCode((bits >> count) & 255));
  }
  return parts.join("");
}
