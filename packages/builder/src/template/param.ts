import type { Origin, ParamTemplate } from "@statewright/compiler";
import { callOrigin } from "../chain/call-origin.ts";
import { type Hole, hole, holeIn } from "./hole.ts";

/** A value that the deployment fills in. */
export interface Param extends ParamTemplate, Hole {
  readonly [hole]: "param";
}

/**
 * A value that the deployment fills in: an ARN, the name of a table or queue. Prints `${name}`, which SAM,
 * CloudFormation and Terraform replace.
 *
 * @example
 * ```ts
 * lambda<typeof charge>(param("ChargeArn"));
 * // → "FunctionName": "${ChargeArn}"
 * ```
 */
export function param(name: string): Param {
  const origin: Origin | undefined = callOrigin(param);
  return Object.freeze({ [hole]: "param" as const, kind: "param" as const, name, ...(origin && { origin }) });
}

/** Whether a value is what {@link param} made. */
export function isParam(value: unknown): value is Param {
  return holeIn(value) === "param";
}

/** A parameter as the tree holds it: plain data. */
export function paramTemplate({ name, origin }: Param): ParamTemplate {
  return { kind: "param", name, ...(origin && { origin }) };
}
