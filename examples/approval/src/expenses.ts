import { lambda, lambdaDefaults, nested, param, workflow } from "statewright";
import { approval } from "./approval.ts";
import type * as handlers from "./handlers.ts";
import { Payment, Request } from "./request.ts";

const pay = lambda<typeof handlers.pay>(param("PayArn"));

export const expenses = workflow("expenses", {
  comment: "Pays an expense: a small one at once, any other when the workflow `approval` says so.",
  constants: { freeCents: 5000 },
})
  .input(Request)
  .output(Payment)

  .pass("Begin")
  .assign(({ input }) => ({ request: input }))

  .choice("NeedsApproval?")
  .when(
    (input, { constants }) => input.amountCents <= constants.freeCents,
    (branch) =>
      branch.pass("ApprovedByRule").output(({ input }) => ({
        requestId: input.requestId,
        status: "approved",
        by: "rule",
        reason: null,
      })),
  )
  .otherwise((branch) => branch.task("Approve", nested(approval, param("ApprovalArn")).sync()))

  .choice("Approved?")
  .when(
    (input) => input.status === "approved",
    (branch) =>
      branch
        .task("Pay", pay)
        .arguments(({ vars }) => ({
          employee: vars.request.employee,
          amountCents: vars.request.amountCents,
        }))
        .retry(lambdaDefaults)
        .output(({ input }) => ({
          requestId: input.requestId,
          status: "paid",
          by: input.by,
          reason: null,
        })),
  )
  .otherwise((branch) => branch.succeed("NotPaid"))
  .end();
