import type { JsonValue, MachineTypes, StateTypes } from "@statewright/asl";
import { objectShape, type Shape, shapeFromSchema, unknownShape } from "@statewright/json-types";
import { argumentsShape, integrationOf, resultShape } from "@statewright/services";
import { isRecord } from "../json-record.ts";
import type { StateSite } from "./machine-sites.ts";

/** What is known of a machine from outside it: its types file first, then what its integrations are known to do. */
export interface KnownShapes {
  readonly input: Shape;
  /** What the machine promises to return. */
  readonly output?: Shape;
  /** What a task receives. */
  result(site: StateSite): Shape;
  /** What a task takes, with who says so. */
  arguments(site: StateSite): readonly TakenArguments[];
  /** What one item of the reader of a Map is. */
  item(site: StateSite): Shape;
}

export interface TakenArguments {
  readonly shape: Shape;
  readonly said: "types" | "service";
}

/**
 * Reads the types file. Of what is read from data, a schema that lists fields lists all of them: `build` writes
 * what there is. Of what is taken or promised, it lists what must be there; more does no harm.
 */
export function knownShapes(types: MachineTypes | undefined): KnownShapes {
  return {
    input: schemaShape(types?.input) ?? unknownShape,
    ...(types?.output !== undefined && { output: schemaShape(types.output, false) ?? unknownShape }),
    result: (site) => resultOf(site, types),
    arguments: (site) => argumentsOf(site, types),
    item: ({ pointer }) => schemaShape(own(types?.states, pointer)?.items) ?? unknownShape,
  };
}

function resultOf({ pointer, state }: StateSite, types: MachineTypes | undefined): Shape {
  if (state.Type !== "Task") return unknownShape;
  const said = schemaShape(
    own(types?.states, pointer)?.result ?? own(types?.resources, state.Resource)?.result,
  );
  const known = resultShape(state.Resource) ?? unknownShape;
  if (said !== undefined) return withFieldsOf(known, said);
  const payload = schemaShape(invokedFunction(state, types)?.result);
  return payload === undefined ? known : withFieldsOf(known, objectShape({ Payload: payload }));
}

/** What the types file says of an answer, among the fields that the integration is known to give beside it. */
function withFieldsOf(known: Shape, said: Shape): Shape {
  if (known.kind !== "object" || said.kind !== "object") return said;
  return objectShape({ ...known.fields, ...said.fields }, { open: known.open || said.open });
}

function argumentsOf(site: StateSite, types: MachineTypes | undefined): readonly TakenArguments[] {
  const { pointer, state } = site;
  if (state.Type !== "Task") return [];
  const said = schemaShape(
    own(types?.states, pointer)?.arguments ?? own(types?.resources, state.Resource)?.arguments,
    false,
  );
  const known = argumentsShape(state.Resource);
  const payload = schemaShape(invokedFunction(state, types)?.arguments, false);
  const taken: TakenArguments[] = [];
  if (said !== undefined) taken.push({ shape: said, said: "types" });
  if (payload !== undefined)
    taken.push({ shape: objectShape({ Payload: payload }, { open: true }), said: "types" });
  if (known !== undefined) taken.push({ shape: known, said: "service" });
  return taken;
}

/** The types of the function that `lambda:invoke` calls, where its name is written in the machine. */
function invokedFunction(state: StateSite["state"], types: MachineTypes | undefined): StateTypes | undefined {
  if (state.Type !== "Task") return undefined;
  const { kind, service, action, pattern } = integrationOf(state.Resource);
  if (kind !== "optimized" || service !== "lambda" || action !== "invoke") return undefined;
  if (pattern !== "requestResponse") return undefined;
  const given = state.Arguments ?? state.Parameters;
  const name = isRecord(given) && Object.hasOwn(given, "FunctionName") ? given.FunctionName : undefined;
  return typeof name === "string" ? own(types?.resources, name) : undefined;
}

function schemaShape(schema: JsonValue | undefined, closed = true): Shape | undefined {
  if (schema === undefined) return undefined;
  if (typeof schema === "boolean" || isRecord(schema)) return shapeFromSchema(schema, { closed });
  return unknownShape;
}

function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
