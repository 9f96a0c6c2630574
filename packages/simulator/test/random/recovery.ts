import type { Json } from "@statewright/json-types";
import { type Building, newName, type ScopeBuilding } from "./building.ts";
import type { Chance } from "./chance.ts";
import { type Fields, type Flow, meeting, randomAssign, sourcesOf } from "./flow.ts";
import { addFail, pass } from "./simple-states.ts";
import { record, type Sketch, text, withField } from "./sketch.ts";

/** Retry and Catch of a state, and how the ways meet at its exit. */
export interface Recovery {
  readonly fields: Fields;
  readonly rejoin: (after: Flow) => Flow;
}

/** Retry, Catch or both; `errors` are those that its mocks report. */
export function randomRecovery(
  building: Building,
  scope: ScopeBuilding,
  flow: Flow,
  jsonata: boolean,
  exit: string,
  errors: readonly string[],
): Recovery {
  const { chance } = building;
  const retries = chance.often(0.6);
  const Retry = retries ? { Retry: randomRetry(chance, errors) } : {};
  if (retries && chance.often(0.3)) return { fields: Retry, rejoin: (after) => after };
  const caught = newName(building);
  const { fields, flow: at } = catcher(chance, flow, jsonata);
  const Catch: Json[] = [{ ErrorEquals: ["States.ALL"], ...fields, Next: caught }];
  if (chance.often(0.3)) {
    Catch.unshift({
      ErrorEquals: chance.pick([["Busy"], ["States.Timeout", "Gone"]]),
      ...fields,
      Next: caught,
    });
  }
  if (chance.often(0.12)) {
    addFail(building, scope, at, caught);
    return { fields: { ...Retry, Catch }, rejoin: (after) => after };
  }
  const recovered = pass(building, scope, at, caught, exit);
  return { fields: { ...Retry, Catch }, rejoin: (after) => meeting(after, recovered) };
}

function randomRetry(chance: Chance, errors: readonly string[]): Json[] {
  const retrier = (ErrorEquals: readonly string[]): Json => ({
    ErrorEquals,
    ...(chance.often(0.7) && { MaxAttempts: chance.between(0, 4) }),
    ...(chance.often(0.5) && { IntervalSeconds: chance.between(1, 5) }),
    ...(chance.often(0.4) && { BackoffRate: chance.pick([1, 1.5, 3]) }),
    ...(chance.often(0.3) && { MaxDelaySeconds: chance.between(6, 9) }),
    ...(chance.often(0.2) && { JitterStrategy: "FULL" }),
  });
  const retriers = errors.length > 0 && chance.often(0.7) ? [retrier(errors)] : [];
  return chance.often(0.5) || retriers.length === 0 ? [...retriers, retrier(["States.ALL"])] : retriers;
}

/** What a Catcher does with the Error Output (R-CATCH-03). */
function catcher(
  chance: Chance,
  flow: Flow,
  jsonata: boolean,
): { readonly fields: Fields; readonly flow: Flow } {
  const output: Sketch = {
    kind: "record",
    fields: { Error: { sketch: text, sure: true }, Cause: { sketch: text, sure: false } },
  };
  const root = jsonata ? "$states.errorOutput" : "$";
  const inner = sourcesOf(flow, jsonata, jsonata ? flow.data : output);
  const sources = jsonata ? [...inner, { root, sketch: output, sure: true }] : inner;
  const assigned = chance.often(0.3) ? randomAssign(chance, flow, sources, jsonata) : { fields: {}, flow };
  const into = flow.data.kind === "record" && (flow.keep || chance.often(0.5));
  if (into) {
    const fields: Fields = jsonata
      ? { Output: '{% $merge([$states.input, {"error": $states.errorOutput}]) %}' }
      : { ResultPath: "$.error" };
    const data = withField(flow.data, "error", output);
    return { fields: { ...assigned.fields, ...fields }, flow: { ...assigned.flow, data } };
  }
  if (flow.keep || chance.often(0.15)) {
    const fields: Fields = jsonata ? { Output: "{% $states.input %}" } : { ResultPath: null };
    return { fields: { ...assigned.fields, ...fields }, flow: assigned.flow };
  }
  const data = jsonata ? record({ failed: output }) : output;
  const fields: Fields = jsonata ? { Output: { failed: "{% $states.errorOutput %}" } } : {};
  return { fields: { ...assigned.fields, ...fields }, flow: { ...assigned.flow, data } };
}
