import type { Json } from "@statewright/json-types";
import { typeName } from "../json/json-type.ts";
import type { Resource } from "../program/resource.ts";

type Kind = "string" | "number" | "anything";

/** What a given context object may hold (R-TEST-11). */
const known: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  Execution: {
    Id: "string",
    Input: "anything",
    Name: "string",
    RoleArn: "string",
    StartTime: "string",
    RedriveCount: "number",
    RedriveTime: "string",
  },
  State: { EnteredTime: "string", Name: "string", RetryCount: "number" },
  StateMachine: { Id: "string", Name: "string" },
  Task: { Token: "string" },
};

/** What is wrong with a context object, in AWS's words. `resource`: of a Task. */
export function contextProblem(context: Json, resource: Resource | undefined): string | undefined {
  const problem = problemOf(context, resource);
  return problem === undefined ? undefined : `Invalid Context object provided: ${problem}`;
}

function problemOf(context: Json, resource: Resource | undefined): string | undefined {
  if (typeName(context) !== "object") return "Context object must be a JSON object";
  for (const [name, value] of Object.entries(context as Readonly<Record<string, Json>>)) {
    if (name === "Map") return "'Map' field is not supported when mocking a Context object";
    if (!Object.hasOwn(known, name)) return notAllowed(name);
    if (name === "Task" && !waits(resource)) {
      return "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern";
    }
    if (typeName(value) !== "object") return `${name} must be an object`;
    const wrong = memberProblem(name, value as Readonly<Record<string, Json>>);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function memberProblem(name: string, members: Readonly<Record<string, Json>>): string | undefined {
  const fields = known[name] ?? {};
  for (const [field, value] of Object.entries(members)) {
    if (!Object.hasOwn(fields, field)) return notAllowed(field);
    const kind = fields[field];
    if (kind !== "anything" && typeName(value) !== kind) return `${name}.${field} must be a ${kind}`;
  }
  return undefined;
}

function notAllowed(field: string): string {
  return `Field '${field}' is not allowed`;
}

function waits(resource: Resource | undefined): boolean {
  return resource !== undefined && resource.pattern !== "requestResponse";
}
