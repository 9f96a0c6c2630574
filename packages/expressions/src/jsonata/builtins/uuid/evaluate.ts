import { randomUuid } from "../../../random/random-uuid.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$uuid` */
export const evaluateUuid: EvaluateBuiltin = (_, { frame }) => randomUuid(() => frame.run.random());
