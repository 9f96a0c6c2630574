import { integrationOf } from "@statewright/services";
import type { TaskToken } from "./context-shape.ts";

/**
 * Whether a task hands out a token. A resource that a deployment tool fills in does not say; whether a `.sync`
 * task has one is not recorded.
 */
export function taskTokenOf(resource: string): TaskToken {
  const { kind, pattern } = integrationOf(resource);
  if (kind === "unknown" || pattern === "sync" || pattern === "sync:2") return "unknown";
  return pattern === "waitForTaskToken";
}
