import { lambda, param, sqs, workflow } from "statewright";
import { z } from "zod";
import type * as handlers from "./handlers.ts";

const Request = z.object({
  requestId: z.string(),
  employee: z.string(),
  amount: z.int().positive().max(1_000_000),
});
const Answer = z.object({ approved: z.boolean(), approver: z.string(), reason: z.string().optional() });
const Decision = z.object({
  requestId: z.string(),
  status: z.enum(["paid", "rejected", "expired"]),
  approver: z.string().nullable(),
  reason: z.string().nullable(),
});

const pay = lambda<typeof handlers.pay>(param("PayArn"));

export const approval = workflow("approval", {
  comment: "Pays an expense once a person has approved it; small ones at once, unanswered ones never.",
  constants: { freeLimit: 50 },
})
  .input(Request)
  .output(Decision)
  .pass("Start")
  .assign(({ input }) => ({ request: input }))

  .choice("NeedsApproval?")
  .when(
    (input, { constants }) => input.amount <= constants.freeLimit,
    (branch) =>
      branch
        .pass("ApprovedByRule")
        .output((): z.input<typeof Answer> => ({ approved: true, approver: "rule" })),
  )
  .otherwise((branch) =>
    branch
      .task("AskManager", sqs.sendMessage().waitForTaskToken(Answer))
      .arguments({
        QueueUrl: param("ApprovalQueueUrl"),
        MessageBody: ({ input, taskToken }) => ({
          taskToken,
          question: `May ${input.employee} be paid ${input.amount}?`,
        }),
      })
      .timeoutSeconds(7 * 24 * 3600)
      .catch("States.Timeout", (handler) =>
        handler
          .pass("Expired")
          .output(({ vars }) => ({
            requestId: vars.request.requestId,
            status: "expired",
            approver: null,
            reason: null,
          }))
          .end(),
      ),
  )

  .choice("Approved?")
  .when(
    (input) => input.approved,
    (branch) =>
      branch
        .task("Pay", pay)
        .arguments(({ vars }) => ({ employee: vars.request.employee, amount: vars.request.amount }))
        .output(({ input, vars }) => ({
          requestId: vars.request.requestId,
          status: "paid",
          approver: input.approver,
          reason: null,
        })),
  )
  .otherwise((branch) =>
    branch.pass("Rejected").output(({ input, vars }) => ({
      requestId: vars.request.requestId,
      status: "rejected",
      approver: input.approver,
      reason: input.reason ?? null,
    })),
  )
  .end();
