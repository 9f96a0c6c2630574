import type { Json } from "@statewright/json-types";
import { evaluate, evaluateTyped } from "../execution/evaluate.ts";
import { mapNumber, positiveInteger } from "../execution/settings.ts";
import { readItems } from "../execution/states/map-items.ts";
import { outOfRange } from "../execution/states/map-run.ts";
import { failText } from "../execution/states/simple.ts";
import { fittingPayload } from "../execution/states/task.ts";
import { waitUntil } from "../execution/states/wait.ts";
import type { Evaluated, View } from "../execution/view.ts";
import type { Setting } from "../program/plan-fields.ts";
import { readResource } from "../program/resource.ts";
import { flowAt } from "./flow-at.ts";
import { itemsPlan } from "./items-plan.ts";
import type { StatePlace } from "./place-at.ts";

/**
 * The value of a whole field, judged as its state judges it: a number of seconds, an array of items, arguments that
 * are an object. `fresh` gives the same view again, which has the effective input, so that judging takes no random
 * number from the value.
 */
export function settle(place: StatePlace, name: string, setting: Setting, fresh: () => View): Evaluated {
  const field = name.endsWith("Path") ? name.slice(0, -"Path".length) : name;
  const value = () => evaluate(setting.template, fresh());
  switch (field) {
    case "Seconds":
    case "Timestamp": {
      const unit = field === "Seconds" ? "seconds" : "timestamp";
      const { plan } = flowAt(place, "InputPath");
      return onlyIf(waitUntil({ ...plan, unit, until: setting }, fresh()), value);
    }
    case "TimeoutSeconds":
    case "HeartbeatSeconds":
      return positiveInteger(setting, fresh());
    case "MaxConcurrency":
    case "ItemReader/ReaderConfig/MaxItems":
    case "ItemBatcher/MaxItemsPerBatch":
    case "ItemBatcher/MaxInputBytesPerBatch":
      return mapNumber(field.slice(field.lastIndexOf("/") + 1), "integer", setting, fresh());
    case "ToleratedFailureCount":
    case "ToleratedFailurePercentage":
      return tolerated(field, setting, fresh());
    case "Items": {
      const { plan } = flowAt(place);
      const { template, reference } = setting;
      const items = reference === undefined ? { items: template } : { itemsPath: reference };
      return onlyIf(readItems(itemsPlan(plan, items), fresh(), true), value);
    }
    case "Error":
    case "Cause":
      return onlyIf(failText(setting, fresh()), value);
    case "Choices/#/Condition":
      return evaluateTyped(setting.template, "boolean", fresh()); // R-CHOICE-05
    case "Arguments":
    case "Parameters":
      return payload(place, setting, value());
    default:
      return value();
  }
}

function onlyIf(judged: Evaluated<unknown>, value: () => Evaluated): Evaluated {
  return judged.ok ? value() : judged;
}

function tolerated(
  field: "ToleratedFailureCount" | "ToleratedFailurePercentage",
  setting: Setting,
  view: View,
): Evaluated {
  const isCount = field === "ToleratedFailureCount";
  const number = mapNumber(field, isCount ? "integer" : "float", setting, view);
  if (!number.ok) return number;
  const wrong = outOfRange({
    count: isCount ? number.value : undefined,
    percentage: isCount ? undefined : number.value,
  });
  return wrong === undefined ? number : { ok: false, fault: { kind: "runtime", text: wrong } };
}

function payload({ visit: { state } }: StatePlace, { template }: Setting, value: Evaluated<Json>): Evaluated {
  const resource = state.Type === "Task" ? readResource(state.Resource) : undefined;
  if (!value.ok || resource === undefined) return value;
  return fittingPayload({ resource, payload: template }, value.value);
}
