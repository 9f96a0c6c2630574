import { param, sns, sqs, workflow } from "statewright";
import { Answer, Decision, Request } from "./request.ts";

const day = 24 * 3600;

export const approval = workflow("approval", {
  comment: "A person decides: asked again every two days, free to let another decide, and not for ever.",
  constants: { mostReminders: 2, mostDelegations: 3 },
})
  .input(Request)
  .output(Decision)

  .pass("Begin")
  .assign(({ input }) => ({ request: input, approver: input.approver, reminders: 0, delegations: 0 }))
  .output({})

  .task("AskApprover", sqs.sendMessage().waitForTaskToken(Answer))
  .arguments({
    QueueUrl: param("ApprovalQueueUrl"),
    MessageBody: ({ vars, taskToken }) => ({
      taskToken,
      approver: vars.approver,
      question: `May ${vars.request.employee} be paid ${vars.request.amountCents} cents?`,
      reminder: vars.reminders,
    }),
  })
  .timeoutSeconds(2 * day)
  .catch("States.Timeout", (late) =>
    late
      .choice("RemindAgain?")
      .when(
        (_, { vars, constants }) => vars.reminders < constants.mostReminders,
        (branch) =>
          branch
            .task("Remind", sns.publish())
            .arguments({
              TopicArn: param("RemindersTopic"),
              Subject: ({ vars }) => `${vars.approver}: ${vars.request.requestId} waits for you`,
              Message: ({ vars }) => `${vars.request.employee} waits for your decision.`,
            })
            .assign(({ vars }) => ({ reminders: vars.reminders + 1 }))
            .output({})
            .next("AskApprover"),
      )
      .otherwise((branch) =>
        branch
          .pass("Expired")
          .output(({ vars }) => ({
            requestId: vars.request.requestId,
            status: "expired",
            by: null,
            reason: null,
          }))
          .end(),
      ),
  )

  .choice("Decision?")
  .when(
    (input) => input.decision === "delegate",
    (branch) =>
      branch
        .choice("MayDelegate?")
        .when(
          (_, { vars, constants }) => vars.delegations < constants.mostDelegations,
          (may) =>
            may
              .pass("Delegate")
              .assign(({ input, vars }) => ({
                approver: input.to,
                delegations: vars.delegations + 1,
                reminders: 0,
              }))
              .output({})
              .next("AskApprover"),
        )
        .otherwise((not) =>
          not.pass("PassedOnTooOften").output(({ input, vars }) => ({
            requestId: vars.request.requestId,
            status: "rejected",
            by: input.by,
            reason: "It was passed on too often.",
          })),
        ),
  )
  .when(
    (input) => input.decision === "approve",
    (branch) =>
      branch.pass("Approved").output(({ input, vars }) => ({
        requestId: vars.request.requestId,
        status: "approved",
        by: input.by,
        reason: null,
      })),
  )
  .otherwise((branch) =>
    branch.pass("Rejected").output(({ input, vars }) => ({
      requestId: vars.request.requestId,
      status: "rejected",
      by: input.by,
      reason: input.reason,
    })),
  )
  .end();
