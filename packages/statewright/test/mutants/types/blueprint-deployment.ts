import { invoked } from "../told.ts";
import type { ToldMachine } from "../told-machine.ts";

const input = {
  detail: {
    blueprintId: "b1",
    blueprintName: "lab",
    leaseId: "l1",
    userEmail: "ann@example.com",
    accountId: "123456789012",
    stackSetId: "s1",
    regions: ["eu-central-1"],
    regionConcurrencyType: "PARALLEL",
    maxConcurrentPercentage: 100,
    failureTolerancePercentage: 0,
    concurrencyMode: "STRICT",
    deploymentTimeoutMinutes: 30,
  },
  Execution: { note: "by hand" },
};
const status = (now: string) => ({ result: { operationId: "op1", status: now, errorMessage: "" } });
const published = { result: { published: true } };
const leased = { blueprintId: "string", leaseId: "string", accountId: "string" };

export const blueprintDeployment: ToldMachine = {
  file: "test-ts-snap-blueprintdeploymentstepf",
  input: {
    detail: {
      ...leased,
      blueprintName: "string",
      userEmail: "string",
      stackSetId: "string",
      regions: ["string"],
      regionConcurrencyType: "string",
      maxConcurrentPercentage: "number",
      failureTolerancePercentage: "number",
      concurrencyMode: "string",
      deploymentTimeoutMinutes: "number",
    },
    Execution: { note: "string" },
  },
  tasks: {
    CreateStackInstances: {
      takes: {
        FunctionName: "string",
        Payload: {
          ...leased,
          action: "string",
          stackSetId: "string",
          regions: ["string"],
          regionConcurrencyType: "string",
          maxConcurrentPercentage: "number",
          failureTolerancePercentage: "number",
          concurrencyMode: "string",
          executionStartTime: "string",
        },
      },
      returns: invoked({
        success: "boolean",
        operationId: "string",
        status: "string",
        errorMessage: "string",
      }),
    },
    CheckDeploymentStatus: {
      takes: {
        FunctionName: "string",
        Payload: {
          ...leased,
          action: "string",
          stackSetId: "string",
          operationId: "string",
          deploymentTimeoutMinutes: "number",
          executionStartTime: "string",
        },
      },
      returns: invoked({
        operationId: "string",
        status: "=RUNNING|SUCCEEDED|FAILED",
        errorMessage: "string",
      }),
    },
    PublishDeploymentResult: {
      takes: {
        FunctionName: "string",
        Payload: {
          ...leased,
          action: "string",
          userEmail: "string",
          blueprintName: "string",
          operationId: "string",
          status: "string",
          errorMessage: "string",
        },
      },
      returns: invoked({ published: "boolean" }),
    },
  },
  runs: [
    {
      input,
      answers: {
        CreateStackInstances: {
          result: { success: true, operationId: "op1", status: "RUNNING", errorMessage: "" },
        },
        CheckDeploymentStatus: [status("RUNNING"), status("SUCCEEDED")],
        PublishDeploymentResult: published,
      },
    },
    {
      input,
      answers: {
        CreateStackInstances: {
          result: { success: false, operationId: "op1", status: "FAILED", errorMessage: "no quota" },
        },
        PublishDeploymentResult: published,
      },
    },
    {
      input,
      answers: {
        CreateStackInstances: { error: "Lambda.Unknown", cause: "it stopped" },
        PublishDeploymentResult: published,
      },
    },
  ],
};
