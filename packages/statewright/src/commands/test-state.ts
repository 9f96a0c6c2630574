import { machineToJson } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import type { StateConfiguration, TestStateMock, TestStateRequest } from "@statewright/simulator";
import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { readJson } from "../inputs/read-json.ts";
import { inertLine, shortened } from "../terminal/inert-line.ts";
import { chooseSubject, readWork, workflowOption } from "./subject-options.ts";

const levels = ["INFO", "DEBUG", "TRACE"] as const;

/** `statewright test-state`: one state alone, as the TestState API answers. */
export const testStateCommand: Command = {
  name: "test-state",
  usage: "FILE --state NAME [--input F] [--mock F] [options]",
  summary: "one state alone, as the TestState API answers: its output, and where it goes on",
  details:
    "Prints the response of the API with payloads as JSON. Tasks, Maps and Parallels need `--mock`: no service\nis called. Exits with 1 when the state fails, or cannot be tested faithfully.",
  options: {
    state: { value: "NAME", about: "the state" },
    input: { value: "FILE", about: "its input, a JSON file (default: {})" },
    mock: {
      value: "FILE",
      about: 'what it is answered: {"result": …} or {"errorOutput": {"error": …, "cause": …}}',
    },
    "inspection-level": { value: levels.join("|"), about: "DEBUG and TRACE show the data after each stage" },
    variables: { value: "FILE", about: "the variables, a JSON object by their names" },
    context: { value: "FILE", about: "the context object; only with a mock" },
    "state-configuration": {
      value: "FILE",
      about: "retrierRetryCount, errorCausedByState and the counts of a Map, as JSON",
    },
    "reveal-secrets": { about: "as the API takes it; not with a mock" },
    ...workflowOption,
  },
  files: { least: 1, most: 1 },
  run,
};

async function run(call: Call): Promise<0 | 1 | Problem> {
  const state = call.value("state");
  if (state === undefined) {
    return problem({
      code: "config/option-value",
      message: "`--state` is missing: it says which state to test.",
      help: "Name a state of the machine, such as `--state Charge`.",
    });
  }
  const level = call.value("inspection-level") ?? "INFO";
  const inspectionLevel = levels.find((one) => one === level);
  if (inspectionLevel === undefined) {
    return problem({
      code: "config/option-value",
      message: `\`--inspection-level\` cannot be "${shortened(inertLine(level), 80)}".`,
      help: `Write ${levels.join(" or ")}.`,
    });
  }
  const given = await readFiles(call);
  if (isProblem(given)) return given;
  const work = await readWork(call);
  if (isProblem(work)) return work;
  const subject = chooseSubject(work.subjects, call.value("workflow"));
  if (isProblem(subject)) return subject;
  const { machine, file, diagnostics } = subject;
  if (machine === undefined) {
    return problem({
      code: "config/no-machine",
      file,
      message: `There is no machine in it that can be read: ${diagnostics[0]?.message ?? "it holds none."}`,
      help: "`statewright check` shows all that is wrong.",
    });
  }
  const { testState } = await import("@statewright/simulator");
  const response = testState({
    ...given,
    definition: machineToJson(machine),
    stateName: state,
    inspectionLevel,
    roleArn: "",
    ...(call.has("reveal-secrets") && { revealSecrets: true }),
  });
  if (response.status === "EXCEPTION") return refusedRequest(response.exception, file);
  call.terminal.out(`${JSON.stringify(response, null, 2)}\n`);
  return response.status === "FAILED" || response.status === "REFUSED" ? 1 : 0;
}

/** What the service would not take. */
function refusedRequest(
  { code, message }: { readonly code: string; readonly message: string },
  file: string,
): Problem {
  return problem({
    code: "config/option-value",
    file,
    message: `${code}: ${message}`,
    help: "The TestState API would not take this request.",
  });
}

type Given = Pick<TestStateRequest, "input" | "mock" | "variables" | "context" | "stateConfiguration">;

async function readFiles(call: Call): Promise<Given | Problem> {
  const read: Record<string, Json> = {};
  for (const [option, member, what] of [
    ["input", "input", "the input"],
    ["mock", "mock", "the mock"],
    ["variables", "variables", "the variables"],
    ["context", "context", "the context object"],
    ["state-configuration", "stateConfiguration", "the configuration of the state"],
  ] as const) {
    const file = call.value(option);
    if (file === undefined) continue;
    const json = await readJson(file, `${what}, as JSON`, call.terminal);
    if (isProblem(json)) return json;
    const wrong = checks[option]?.(json.value);
    if (wrong !== undefined) return unfit(file, what, wrong);
    read[member] = json.value;
  }
  return read as Given & { readonly mock?: TestStateMock; readonly stateConfiguration?: StateConfiguration };
}

function unfit(file: string, what: string, wrong: string): Problem {
  const message = `${what.charAt(0).toUpperCase()}${what.slice(1)} must be ${wrong}.`;
  const help = "`statewright test-state --help` shows its members.";
  return problem({ code: "config/option-value", file, message, help });
}

const checks: Readonly<Record<string, (value: Json) => string | undefined>> = {
  mock: (value) => {
    const mock = fieldsOf(value);
    if (mock === undefined) return "an object";
    const unknown = Object.keys(mock).find(
      (name) => !["result", "errorOutput", "fieldValidationMode"].includes(name),
    );
    if (unknown !== undefined) return "an object of `result` or `errorOutput`";
    if (mock.result === undefined && mock.errorOutput === undefined)
      return "an object with `result` or `errorOutput`";
    if (mock.errorOutput === undefined) return undefined;
    const error = fieldsOf(mock.errorOutput);
    const isText = (name: string) => error?.[name] === undefined || typeof error[name] === "string";
    return error !== undefined && isText("error") && isText("cause")
      ? undefined
      : "an object whose `errorOutput` has an `error` and a `cause` of text";
  },
  variables: (value) => (fieldsOf(value) === undefined ? "an object" : undefined),
  context: (value) => (fieldsOf(value) === undefined ? "an object" : undefined),
  "state-configuration": (value) => {
    const configuration = fieldsOf(value);
    if (configuration === undefined) return "an object";
    const { retrierRetryCount, errorCausedByState, mapIterationFailureCount, mapItemReaderData, ...others } =
      configuration;
    if (Object.keys(others).length > 0) return "an object of the members that the API takes";
    const counts = [retrierRetryCount, mapIterationFailureCount];
    const whole = counts.every(
      (count) => count === undefined || (Number.isInteger(count) && Number(count) >= 0),
    );
    if (!whole) return "an object whose counts are whole numbers from 0";
    return errorCausedByState === undefined || typeof errorCausedByState === "string"
      ? undefined
      : "an object whose `errorCausedByState` is the name of a state";
  },
};

function fieldsOf(value: Json): Readonly<Record<string, Json>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : undefined;
}
