import { lambda, param, workflow } from "statewright";
import type { WorkflowMocks } from "statewright/testing";
import { z } from "zod";

declare function startScan(event: { documentId: string; token: string }): Promise<void>;

export const scan = workflow("scan")
  .input(z.object({ documentId: z.string() }))
  .task(
    "Scan",
    lambda<typeof startScan, "DocumentUnreadable">(param("StartScanArn")).waitForTaskToken(
      z.object({ pages: z.number() }),
    ),
  )
  .arguments(({ input, taskToken }) => ({ documentId: input.documentId, token: taskToken }))
  .heartbeatSeconds(600)
  .catch("DocumentUnreadable", (handler) => handler.fail("Unreadable"))
  .output(({ result }) => result.pages)
  .end();

// How the tests run it.
export const run = {
  workflow: scan,
  input: { documentId: "D-1" },
  mocks: {
    states: { Scan: { callback: { result: { pages: 3 } }, afterSeconds: 30 } },
  } satisfies WorkflowMocks<typeof scan>,
  output: 3,
};
