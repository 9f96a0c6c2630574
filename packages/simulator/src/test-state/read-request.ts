import { type JsonRecord, type JsonValue, readMachine, type StateMachine } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { acceptJson, writeJson } from "../json/json-text.ts";
import { typeName } from "../json/json-type.ts";
import type { StateConfiguration, TestStateMock, TestStateRequest } from "./test-state-request.ts";
import type { TestStateException } from "./test-state-response.ts";

/** A request whose parts are read. */
export interface ReadRequest {
  readonly machine: StateMachine;
  /** The state that is tested. */
  readonly state: string;
  readonly input: Json;
  readonly variables: Readonly<Record<string, Json>>;
  readonly mock?: ReadMock;
  readonly configuration: StateConfiguration;
  readonly readerData?: Json;
}

export type ReadMock =
  | { readonly result: Json }
  | { readonly error: string | undefined; readonly cause: string | undefined };

/** What the state is called where the request holds one state alone (R-TEST-05). */
export const loneStateName = "StateName";

/** Reads the definition and the JSON texts of a request, or says what the service would. */
export function readRequest(request: TestStateRequest): ReadRequest | TestStateException {
  const { definition, stateName, stateConfiguration: configuration = {} } = request;
  const machineText = stateName === undefined ? aloneInMachine(definition) : definition;
  const { machine, diagnostics } = readMachine(machineText);
  const broken = invalidDefinition(diagnostics, stateName === undefined);
  if (broken !== undefined) return broken;
  const state = stateName ?? loneStateName;
  if (machine === undefined) return validation("State not found in definition");
  const input = jsonOf(request.input ?? {}, false);
  if (input === undefined) return validation("The input is no JSON.");
  const variables = jsonOf(request.variables ?? {}, true);
  if (variables === undefined || typeName(variables) !== "object")
    return validation("The variables are no JSON object.");
  const mock = readMock(request.mock);
  if (mock !== undefined && "code" in mock) return mock;
  const { mapItemReaderData } = configuration;
  const readerData = mapItemReaderData === undefined ? undefined : jsonOf(mapItemReaderData, true);
  return {
    machine,
    state,
    input,
    variables: variables as Readonly<Record<string, Json>>,
    configuration,
    ...(mock !== undefined && { mock }),
    ...(readerData !== undefined && { readerData }),
  };
}

/** A state alone in a machine, with an end for each state that it goes to. */
function aloneInMachine(definition: JsonValue): JsonValue {
  const ends = targetsOf(definition)
    .filter((name) => name !== loneStateName)
    .map((name) => [name, { Type: "Succeed" }] as const);
  return { StartAt: loneStateName, States: { [loneStateName]: definition, ...Object.fromEntries(ends) } };
}

function targetsOf(state: JsonValue): readonly string[] {
  if (!isRecord(state)) return [];
  const { Next, Default, Choices, Catch } = state;
  const listed = [Choices, Catch].flatMap((list) => (Array.isArray(list) ? (list as JsonValue[]) : []));
  const targets = [Next, Default, ...listed.map((entry) => (isRecord(entry) ? entry.Next : undefined))];
  return targets.filter((target) => typeof target === "string");
}

function isRecord(value: JsonValue | undefined): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalidDefinition(
  diagnostics: readonly Diagnostic[],
  alone: boolean,
): TestStateException | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return undefined;
  const told = errors.map(({ aws, message, pointer = "" }) => {
    const code = aws?.code ?? "SCHEMA_VALIDATION_FAILED";
    const place = aws?.location ?? pointer;
    const shown = alone ? place.replace(`/States/${loneStateName}`, "") : place;
    return `${code}: ${aws?.message ?? message} at ${shown || "/"}`;
  });
  return { code: "InvalidDefinition", message: `Invalid State Machine Definition: '${told.join("', '")}'` };
}

function readMock(mock: TestStateMock | undefined): ReadMock | TestStateException | undefined {
  if (mock === undefined) return undefined;
  const { result, errorOutput } = mock;
  if (result !== undefined && errorOutput !== undefined)
    return validation("A test mock should have only one of the following fields: [result, errorOutput].");
  if (errorOutput !== undefined) return { error: errorOutput.error, cause: errorOutput.cause };
  const value = jsonOf(result ?? "", true);
  return value === undefined ? validation("Mocked result must be valid JSON") : { result: value };
}

/** A value, or what a JSON text holds. */
function jsonOf(given: Json, textsAreJson: boolean): Json | undefined {
  if (textsAreJson && typeof given === "string") {
    try {
      const value = JSON.parse(given) as Json;
      return writeJson(value) === undefined ? undefined : value;
    } catch {
      return undefined;
    }
  }
  const copied = acceptJson(given);
  return copied.ok ? copied.value : undefined;
}

export function validation(message: string): TestStateException {
  return { code: "ValidationException", message };
}
