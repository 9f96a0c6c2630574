import { stopInvalid } from "../../json-path/evaluate/path-meter.ts";

/** Characters that a text may have which is coded or hashed (R-INTR-05, data/intrinsics). */
const mostCharacters = 10_000;

/** Ends the evaluation at a text that is too long. */
export function checkLength(text: string): void {
  if (text.length > mostCharacters) {
    stopInvalid(`The text has ${text.length} characters, and at most ${mostCharacters} are allowed.`);
  }
}
