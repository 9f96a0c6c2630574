import { invoked } from "../told.ts";
import type { ToldMachine } from "../told-machine.ts";

const target = { Arn: "string", RoleArn: "string" };
const schedule = {
  Name: "string",
  FlexibleTimeWindow: { Mode: "string" },
  ScheduleExpression: "string",
  Target: target,
  Description: "string",
  State: "string",
};
const rule = (RuleState: string) => ({
  Name: "nightly",
  FlexibleTimeWindow: { Mode: "OFF" },
  ScheduleExpression: "rate(1 day)",
  Target: { Arn: "arn:lambda", RoleArn: "arn:role" },
  Description: "each night",
  State: "ENABLED",
  RuleState,
  ScheduleGroup: "default",
  RuleName: "nightly-rule",
});
const answers = {
  CreateSchedule: { result: { ScheduleArn: "arn:schedule" } },
  DisableRule: { result: {} },
  EnableRule: { result: {} },
};

export const rulesToSchedules: ToldMachine = {
  file: "eventbridge-rules-to-schedules-statemachine",
  input: { EventBusName: "string", Limit: "number" },
  tasks: {
    "Process Rules": {
      takes: {
        FunctionName: "string",
        Payload: { EventBusName: "string", Limit: "number", "ProcessRules?": "any" },
      },
      returns: invoked({
        ParamsList: [
          { ...schedule, RuleState: "=ENABLED|DISABLED|KEEP", ScheduleGroup: "string", RuleName: "string" },
        ],
        "NextToken?": "string",
      }),
    },
    CreateSchedule: { takes: { ...schedule, GroupName: "string" }, returns: { ScheduleArn: "string" } },
    DisableRule: { takes: { Name: "string" }, returns: {} },
    EnableRule: { takes: { Name: "string" }, returns: {} },
  },
  runs: [
    {
      input: { EventBusName: "default", Limit: 10 },
      answers: {
        ...answers,
        "Process Rules": [
          { result: { ParamsList: [rule("DISABLED"), rule("ENABLED")], NextToken: "n" } },
          { result: { ParamsList: [rule("KEEP")] } },
        ],
      },
    },
    {
      input: { EventBusName: "default", Limit: 1 },
      answers: { ...answers, "Process Rules": { result: { ParamsList: [rule("ENABLED")] } } },
    },
  ],
};
