import type { Json } from "@statewright/json-types";
import type { MockAnswer } from "../../src/index.ts";
import { addState, type Building, jsonataState, type ScopeBuilding, type Statement } from "./building.ts";
import type { Chance } from "./chance.ts";
import {
  type Fields,
  type Flow,
  jsonataLeaving,
  jsonPathLeaving,
  randomTemplate,
  sourcesOf,
} from "./flow.ts";
import { randomRecovery } from "./recovery.ts";
import { randomInputPath } from "./simple-states.ts";
import {
  number,
  randomRecord,
  randomSketch,
  randomValue,
  record,
  type Sketch,
  schemaOf,
  text,
} from "./sketch.ts";

type Called = "function" | "invoke" | "callback" | "activity";

/** The errors that tasks report. */
export const taskErrors = ["PaymentError", "Busy", "Gone"];

/** A Task, with what answers its calls; a failing one mostly retries or catches. */
export const task: Statement = (building, scope, flow, name, exit) => {
  const { chance } = building;
  const jsonata = jsonataState(building);
  const called = flow.express
    ? chance.pick<Called>(["function", "invoke"])
    : chance.weighted<Called>([
        [6, "function"],
        [3, "invoke"],
        [1, "callback"],
        [1, "activity"],
      ]);
  const answer = chance.often(0.75) ? randomRecord(chance) : randomSketch(chance);
  const result = called === "invoke" ? envelopeOf(answer) : answer;
  const errors = scripted(building, name, called, answer);
  building.results[name] = schemaOf(result);
  const recovery = chance.often(errors.length > 0 ? 0.93 : 0.25)
    ? randomRecovery(building, scope, flow, jsonata, exit, errors)
    : { fields: {}, rejoin: (after: Flow) => after };
  const leaving = jsonata
    ? jsonataLeaving(chance, flow, result)
    : jsonPathLeaving(chance, flow, result, true);
  addState(building, scope, name, "Task", jsonata, {
    ...callFields(chance, flow, jsonata, called, name),
    ...(chance.often(0.2) && { TimeoutSeconds: chance.between(4, 60) }),
    ...leaving.fields,
    ...recovery.fields,
    Next: exit,
  });
  return recovery.rejoin(leaving.flow);
};

/** A call of a function whose answers stand elsewhere; `last` is what it gives when they are used up. */
export function addCall(
  building: Building,
  scope: ScopeBuilding,
  name: string,
  jsonata: boolean,
  result: Sketch,
  last: Json,
  fields: Fields,
): void {
  building.fallbacks[functionArn(name)] = { result: last };
  building.results[name] = schemaOf(result);
  addState(building, scope, name, "Task", jsonata, { Resource: functionArn(name), ...fields });
}

function envelopeOf(payload: Sketch): Sketch {
  return record({ ExecutedVersion: text, Payload: payload, StatusCode: number });
}

const arns: Readonly<Record<Exclude<Called, "function">, string>> = {
  invoke: "arn:aws:states:::lambda:invoke",
  callback: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
  activity: "arn:aws:states:us-east-1:111111111111:activity:",
};

const functionArn = (name: string): string => `arn:aws:lambda:us-east-1:111111111111:function:${name}`;

/** The fields that name what is called and what with. */
function callFields(chance: Chance, flow: Flow, jsonata: boolean, called: Called, name: string): Fields {
  const input = jsonata ? { fields: {}, data: flow.data } : randomInputPath(chance, flow);
  const sources = sourcesOf(flow, jsonata, input.data);
  const own = randomTemplate(chance, sources, jsonata).value;
  const field = jsonata ? "Arguments" : "Parameters";
  switch (called) {
    case "function":
      return { Resource: functionArn(name), ...input.fields, ...(chance.often(0.7) && { [field]: own }) };
    case "activity":
      return { Resource: arns.activity + name, ...input.fields, ...(chance.often(0.7) && { [field]: own }) };
    case "invoke":
      return {
        Resource: arns.invoke,
        ...input.fields,
        [field]: { FunctionName: functionArn(name), Payload: own },
      };
    case "callback": {
      const token: Fields = jsonata
        ? { Token: "{% $states.context.Task.Token %}" }
        : { "Token.$": "$$.Task.Token" };
      return {
        Resource: arns.callback,
        ...input.fields,
        [field]: {
          QueueUrl: "https://sqs.us-east-1.amazonaws.com/111111111111/q",
          MessageBody: { own, ...token },
        },
      };
    }
  }
}

/** Writes down what answers the calls; gives the errors that are among them. */
function scripted(building: Building, name: string, called: Called, answer: Sketch): readonly string[] {
  const { chance } = building;
  const good = (): MockAnswer => {
    const result = randomValue(chance, answer);
    if (called !== "callback")
      return { result, ...(chance.often(0.4) && { durationSeconds: duration(chance) }) };
    return { callback: { result }, afterSeconds: chance.between(0, 9) };
  };
  building.fallbacks[called === "activity" ? arns.activity + name : functionArn(name)] = good();
  if (called === "callback" || chance.often(0.6)) {
    building.answers[name] = good();
    return [];
  }
  const bad = chance.often(0.75) ? chance.between(1, 3) : 0;
  const error = chance.pick(taskErrors);
  const cause = chance.often(0.7) ? { cause: chance.pick(["declined", '{"errorType":"E"}', ""]) } : {};
  const failures = Array.from({ length: bad }, (): MockAnswer => ({ error, ...cause }));
  building.answers[name] = [...failures, ...Array.from({ length: chance.between(1, 2) }, good)];
  return bad > 0 ? [error] : [];
}

function duration(chance: Chance): number | { readonly p50: number; readonly p95: number } {
  return chance.often(0.8) ? chance.between(0, 5) : { p50: 1, p95: 3 };
}
