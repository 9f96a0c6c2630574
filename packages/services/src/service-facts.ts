import type { Shape } from "@statewright/json-types";
import type { IntegrationPattern } from "./integration.ts";

/** What is known of one service with an optimised integration, on the day of `asOf`. */
export interface ServiceFacts {
  /** As it stands in the ARN: `dynamodb`. */
  readonly service: string;
  /** Where the facts come from, and when they were looked up. */
  readonly source: string;
  readonly asOf: string;
  readonly actions: Readonly<Record<string, ActionFacts>>;
}

/** What is known of one action; what is absent is not known. */
export interface ActionFacts {
  readonly patterns: readonly IntegrationPattern[];
  /** What the action takes. A closed shape lists every argument Step Functions supports. */
  readonly arguments?: Shape;
  /** What the state receives, by pattern. A callback's answer is whatever its caller sends: never here. */
  readonly results?: Partial<Readonly<Record<IntegrationPattern, Shape>>>;
  /** Names of errors the action reports. */
  readonly errors?: readonly string[];
}
