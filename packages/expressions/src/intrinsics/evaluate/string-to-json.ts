import type { Json } from "@statewright/json-types";
import { stopInvalid } from "../../json-path/evaluate/path-meter.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.StringToJson`: text of blanks alone is null, as recorded. */
export const stringToJson: IntrinsicEvaluator = ([text], { meter }) => {
  const json = String(text);
  meter.step(json.length);
  if (json.trim() === "") return null;
  try {
    const value = JSON.parse(json) as Json;
    return value === 0 ? 0 : value; // "-0" is 0 on AWS
  } catch {
    return stopInvalid("The text is not valid JSON.");
  }
};
