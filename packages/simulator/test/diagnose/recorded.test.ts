import { readMachine } from "@statewright/asl";
import { describe, expect, test } from "vitest";
import { type Diagnosis, diagnose, type Recording } from "../../src/index.ts";
import { readRecordings, recordingsFolder } from "../recordings/recording.ts";

// Executions that failed on AWS: the state, the field and the cause that a person found by reading each of them.

const folder = recordingsFolder();
const failed = (folder === undefined ? [] : readRecordings(folder))
  .map(({ recording }) => recording)
  .filter(({ expected }) => expected.history !== null && expected.status !== "SUCCEEDED");

function diagnosisOf({ definition, expected, type }: Recording): Diagnosis {
  const { machine } = readMachine(definition);
  return diagnose({ events: expected.history ?? [], type, ...(machine && { machine }) });
}

type Row = readonly [
  id: string,
  pointer: string,
  kind: string,
  from: string | null | undefined,
  redrive: string,
  next: string,
];

/** `from`: the state that brought the value, null for the input of the execution, undefined where there is none. */
const rows: readonly Row[] = [
  [
    "base_scenarios.catch_states_runtime",
    "/States/RaiseRuntime/OutputPath",
    "path",
    "RaiseRuntime",
    "no",
    "never retried or caught",
  ],
  [
    "base_scenarios.invalid_jsonpath_INVALID_JSONPATH_IN_ERRORPATH",
    "/States/fail/ErrorPath",
    "path",
    "pass",
    "no",
    "there is `Error`",
  ],
  [
    "base_scenarios.invalid_jsonpath_INVALID_JSONPATH_IN_STRING_EXPR_CONTEXTPATH",
    "/States/pass/Parameters/value.$",
    "path",
    null,
    "no",
    "the input of the execution",
  ],
  [
    "base_scenarios.invalid_jsonpath_INVALID_JSONPATH_IN_STRING_EXPR_JSONPATH",
    "/States/pass/Parameters/value.$",
    "path",
    null,
    "no",
    "the input of the execution",
  ],
  [
    "base_scenarios.invalid_jsonpath_ST.INVALID_JSONPATH_IN_CAUSEPATH",
    "/States/fail/CausePath",
    "path",
    "pass",
    "no",
    'the output of "pass"',
  ],
  [
    "base_scenarios.invalid_jsonpath_ST.INVALID_JSONPATH_IN_HEARTBEATSECONDSPATH",
    "/States/task/HeartbeatSecondsPath",
    "path",
    null,
    "no",
    "Correct the expression",
  ],
  [
    "base_scenarios.invalid_jsonpath_ST.INVALID_JSONPATH_IN_INPUTPATH",
    "/States/pass/InputPath",
    "path",
    null,
    "no",
    "Correct the expression",
  ],
  [
    "base_scenarios.invalid_jsonpath_ST.INVALID_JSONPATH_IN_OUTPUTPATH",
    "/States/pass/OutputPath",
    "path",
    null,
    "no",
    "Correct the expression",
  ],
  [
    "base_scenarios.map_item_reader_csv_max_items_paths_1.5",
    "/States/MapState/ItemReader/ReaderConfig/MaxItemsPath",
    "setting",
    null,
    "no",
    "the input of the execution",
  ],
  [
    "base_scenarios.map_item_reader_csv_max_items_paths_-1",
    "/States/MapState/ItemReader/ReaderConfig/MaxItemsPath",
    "reader",
    undefined,
    "after a repair",
    "the limits",
  ],
  [
    "base_scenarios.map_item_reader_csv_headers_decl_duplicate_headers",
    "/States/MapState/ItemReader",
    "reader",
    undefined,
    "after a repair",
    "the object, its format",
  ],
  [
    "base_scenarios.map_state_break_condition",
    "/States/MapState/ItemProcessor/States/Break/Error",
    "fail-state",
    undefined,
    "no",
    'leads there from "Equals3"',
  ],
  [
    "base_scenarios.map_state_items_eval_jsonata_fail_boolean",
    "/States/MapIterateState/Items",
    "expression",
    undefined,
    "no",
    "`statewright eval`",
  ],
  [
    "base_scenarios.map_state_items_eval_jsonata_variable_sampling_fail_string",
    "/States/MapIterateState/Items",
    "expression",
    "Start",
    "no",
    'the variable that "Start" assigns',
  ],
  [
    "base_scenarios.map_state_retry",
    "/States/MapState/ItemProcessor/States/HandleItemFail/Error",
    "fail-state",
    undefined,
    "no",
    "on purpose",
  ],
  [
    "base_scenarios.map_state_tolerated_failure_count_path_-1",
    "/States/MapState/ToleratedFailureCountPath",
    "setting",
    null,
    "no",
    "correct the input",
  ],
  [
    "base_scenarios.max_concurrency_path_NoNumber",
    "/States/MapState/MaxConcurrencyPath",
    "setting",
    null,
    "no",
    "correct the input",
  ],
  [
    "base_scenarios.retry_interval_features_max_attempts_zero",
    "/States/LambdaTask/Resource",
    "function-error",
    undefined,
    "after a repair",
    "never retried",
  ],
  [
    "base_scenarios.wait_timestamp_jsonata_NO_T",
    "/States/WaitState/Timestamp",
    "expression",
    null,
    "no",
    "Correct the expression",
  ],
  [
    "base_scenarios.wait_timestamp_path_NO_Z",
    "/States/WaitUntil/TimestampPath",
    "setting",
    null,
    "no",
    "correct the input",
  ],
  [
    "wait.base_wait_seconds_path_-1.5",
    "/States/WaitState/SecondsPath",
    "setting",
    null,
    "no",
    "correct the input",
  ],
  [
    "aws_sdk.s3_no_such_key",
    "/States/NoSuchKeyState",
    "fail-state",
    undefined,
    "no",
    'after "StartState" failed with S3.NoSuchKeyException',
  ],
  [
    "aws_sdk.dynamodb_invalid_param",
    "/States/PutItem/Parameters",
    "bad-request",
    undefined,
    "no",
    "Correct the arguments",
  ],
  [
    "aws_sdk.dynamodb_put_item_no_such_table",
    "/States/PutItem/Resource",
    "missing-resource",
    undefined,
    "after a repair",
    "does not exist",
  ],
  [
    "task_service_lambda.no_such_function",
    "/States/Start/Resource",
    "missing-resource",
    undefined,
    "after a repair",
    "does not exist",
  ],
  [
    "credentials_base.cross_account_service_lambda_invoke_retry",
    "/States/InvokeLambda/Resource",
    "function-error",
    undefined,
    "after a repair",
    "Its 2 retries were used up",
  ],
  [
    "error_output.map_catch_error_MAP_CATCH_ERROR_OUTPUT_WITH_RETRY",
    "/States/ProcessItems/ItemProcessor/States/Fallback/Output/error",
    "expression",
    undefined,
    "no",
    "Assign `$stateError` on every way",
  ],
  [
    "math_operations_jsonata.math_random_seeded.0",
    "/States/State_0/Output/FunctionResult",
    "expression",
    undefined,
    "no",
    "Correct the expression",
  ],
  ["states_errors.start_large_input", "/States/State_1/Result", "data-limit", "State_1", "no", "S3"],
  [
    "timeouts.service_lambda_map_timeout",
    "/States/MapWait/ItemProcessor/States/LambdaInvoke/TimeoutSeconds",
    "timeout",
    undefined,
    "yes",
    "raise the limit",
  ],
  [
    "callback.sqs_wait_for_task_token_timeout",
    "/States/SendMessageWithWaitAndTimeout/TimeoutSeconds",
    "callback-timeout",
    undefined,
    "yes",
    "task token",
  ],
  [
    "heartbeats.heartbeat_path_timeout",
    "/States/SendMessageWithWait/HeartbeatSecondsPath",
    "heartbeat",
    undefined,
    "yes",
    "raise the limit",
  ],
  [
    "callback.start_execution_sync_delegate_failure",
    "/States/StartExecution/Resource",
    "child-failed",
    undefined,
    "after a repair",
    "the child execution",
  ],
];

describe.skipIf(folder === undefined)("executions that failed on AWS", () => {
  const there = new Map(failed.map((recording) => [recording.id, recording]));

  test.each(rows.filter(([id]) => there.has(id)))("%s", (id, pointer, kind, from, redrive, next) => {
    const recording = there.get(id);
    if (recording === undefined) return;
    const found = diagnosisOf(recording);
    expect(found).toMatchObject({ pointer, kind });
    expect(found.introducedBy?.state).toBe(from);
    expect(found.redrive.helps).toBe(redrive);
    expect(found.next).toContain(next);
    expect(found.event).not.toBeNull();
  });

  test("are told by the state and the field of each", () => {
    const count = rows.filter(([id]) => there.has(id)).length;
    const diagnoses = failed.map(diagnosisOf);
    const named = diagnoses.filter(({ state }) => state !== null);
    // A Fail state without an Error has no field that could be named but itself.
    const withField = named.filter(({ pointer }) => pointer !== null && !/\/States\/[^/]+$/.test(pointer));
    console.log(
      `failed recordings: ${failed.length}, with the state named ${named.length}, with a field of it ${withField.length}; ` +
        `${count} are laid out with what a person found`,
    );
    expect(count).toBeGreaterThanOrEqual(20);
    expect(named.length).toBe(failed.length);
    expect(withField.length / failed.length).toBeGreaterThan(0.95);
  });

  test("are told without the machine too, by the state and the next step", () => {
    for (const { expected, id } of failed) {
      const found = diagnose({ events: expected.history ?? [] });
      expect(found.state, id).toEqual(expect.any(String));
      expect(found.pointer).toBeNull();
      expect(found.next.length).toBeGreaterThan(20);
    }
  });
});
