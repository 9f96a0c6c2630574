import type { Integration } from "./integration.ts";
import { integratedServices } from "./integrations/registry.ts";
import type { ActionFacts } from "./service-facts.ts";

const byService = new Map(integratedServices.map((facts) => [facts.service, facts]));

/** What is known of the action behind a task, if it is one of the optimised integrations. */
export function actionFacts({ kind, service, action }: Integration): ActionFacts | undefined {
  if (kind !== "optimized" && kind !== "http") return undefined;
  const actions = byService.get(service)?.actions;
  return actions && Object.hasOwn(actions, action) ? actions[action] : undefined;
}
