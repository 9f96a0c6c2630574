import type { Json } from "@statewright/json-types";
import { memberOf } from "../json/json-object.ts";
import { testState } from "../test-state/test-state.ts";
import type { TestStateRequest } from "../test-state/test-state-request.ts";
import type { TestStateResponse } from "../test-state/test-state-response.ts";
import { masksOf } from "./masks.ts";
import { matchJson } from "./match-json.ts";
import type { Replay } from "./replayed.ts";

/** What a request holds besides the definition, under the names of the recordings. */
const members = [
  "stateName",
  "input",
  "inspectionLevel",
  "variables",
  "mock",
  "context",
  "stateConfiguration",
  "revealSecrets",
] as const;

/** Asks again what TestState was asked, and compares the answers. */
export async function replayTestState(document: Json, name: string): Promise<Replay> {
  const given = memberOf(document, "id");
  const id = typeof given === "string" ? given : name;
  const judge = "test-state";
  if (listOf(memberOf(document, "features")).includes("needs:service-model"))
    return {
      id,
      status: "outside",
      reason: "AWS checked a mocked result against its API models, which are not here.",
    };
  const expected = memberOf(document, "expected") ?? {};
  const called = memberOf(memberOf(expected, "inspectionData") ?? {}, "result");
  const response = testState(requestOf(document, called));
  if (response.status === "REFUSED")
    return { id, status: "unsupported", judge, reason: response.diagnostics[0]?.message ?? "It is refused." };
  const masks = masksOf(listOf(memberOf(document, "placeholders")));
  const { mismatch, masked } = matchJson(expected, answerOf(response), masks);
  if (mismatch === undefined)
    return { id, status: "equal", judge, events: { compared: masked ? 0 : 1, masked: masked ? 1 : 0 } };
  const events = { compared: 0, masked: 0 };
  const { path, expected: wanted = null, actual = null } = mismatch;
  return { id, status: "different", judge, events, difference: { path, expected: wanted, actual } };
}

/** `called`: what a task without a mock answered, where the answer shows it. */
function requestOf(document: Json, called: Json | undefined): TestStateRequest {
  const request: Record<string, Json> = { definition: memberOf(document, "definition") ?? {} };
  for (const member of members) {
    const value = memberOf(document, member) ?? undefined;
    if (value !== undefined) request[member] = value;
  }
  if (memberOf(document, "hasRole") === true) request.roleArn = "";
  if (request.mock === undefined && called !== undefined && isTask(document))
    request.mock = { result: typeof called === "string" ? JSON.stringify(called) : called };
  return request as unknown as TestStateRequest;
}

function isTask(document: Json): boolean {
  const definition = memberOf(document, "definition") ?? {};
  const name = memberOf(document, "stateName");
  const state = typeof name === "string" ? memberOf(memberOf(definition, "States") ?? {}, name) : definition;
  return memberOf(state ?? {}, "Type") === "Task";
}

function answerOf(response: TestStateResponse): Json {
  return (response.status === "EXCEPTION" ? { exception: response.exception } : response) as unknown as Json;
}

function listOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
