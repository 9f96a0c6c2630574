import { randomUuid } from "../../random/random-uuid.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.UUID` */
export const uuid: IntrinsicEvaluator = (_, { random }) => randomUuid(random);
