import { invoked } from "../told.ts";
import type { ToldMachine } from "../told-machine.ts";

const listed = {
  Functions: [{ FunctionName: "string", FunctionArn: "string" }],
  "NextMarker?": "string",
} as const;
const known = { lambda_arn_list_combined: [{ ARN: "string" }] } as const;
const combined = (more: string) => ({
  result: {
    NextMarker: "m",
    NextMarkercheck: more,
    Function_ARN_List_existing: { lambda_arn_list_combined: [{ ARN: "arn:a" }, { ARN: "arn:b" }] },
  },
});
const configured = (State: string) => ({
  result: {
    Configuration: {
      FunctionName: "a",
      FunctionArn: "arn:a",
      State,
      StateReason: "idle",
      StateReasonCode: "Idle",
      LastModified: "2026-01-01",
    },
  },
});
const input = {
  NextMarker: "m",
  Function_ARN_List_existing: { lambda_arn_list_combined: [{ ARN: "arn:z" }] },
};
const page = { result: { Functions: [{ FunctionName: "a", FunctionArn: "arn:a" }], NextMarker: "n" } };
const sent = { result: { MessageId: "m1" } };

export const inactiveFunctions: ToldMachine = {
  file: "eventbridge-stepfunction-lambda-definition-6c",
  input: { NextMarker: "string", Function_ARN_List_existing: known },
  output: { MessageId: "string" },
  tasks: {
    ListFunctions: { takes: { Marker: "string" }, returns: listed },
    "Lambda Invoke - Combine data": {
      takes: {
        FunctionName: "string",
        Payload: { ListFunctions_output: listed, Function_ARN_List_existing: known },
      },
      returns: invoked({
        NextMarker: "string",
        NextMarkercheck: "=true|false",
        Function_ARN_List_existing: known,
      }),
    },
    GetFunction: {
      takes: { FunctionName: "string" },
      returns: {
        Configuration: {
          FunctionName: "string",
          FunctionArn: "string",
          State: "=Pending|Active|Inactive|Failed",
          StateReason: "string",
          StateReasonCode: "string",
          LastModified: "string",
        },
      },
    },
    "SNS Publish": {
      takes: { TopicArn: "string", Message: "any", Subject: "string" },
      returns: { MessageId: "string" },
    },
  },
  runs: [
    {
      input,
      answers: {
        ListFunctions: page,
        "Lambda Invoke - Combine data": [combined("true"), combined("false")],
        GetFunction: [configured("Active"), configured("Inactive")],
        "SNS Publish": sent,
      },
    },
    {
      input,
      answers: {
        ListFunctions: page,
        "Lambda Invoke - Combine data": combined("false"),
        GetFunction: configured("Active"),
        "SNS Publish": sent,
      },
    },
  ],
};
