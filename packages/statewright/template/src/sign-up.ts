import { lambda, lambdaDefaults, param, workflow } from "statewright";
import { z } from "zod";
import type * as handlers from "./handlers.ts";

const SignUp = z.object({ email: z.string(), name: z.string(), plan: z.enum(["free", "team"]) });
const Account = z.object({ accountId: z.string() });
const Done = z.object({ accountId: z.string(), welcomed: z.boolean() });

const createAccount = lambda<typeof handlers.createAccount, "EmailRejected">(param("CreateAccountArn"), {
  result: Account,
});
const sendWelcome = lambda<typeof handlers.sendWelcome>(param("SendWelcomeArn"));

export const signUp = workflow("sign-up", { comment: "Creates an account, and welcomes teams." })
  .input(SignUp)
  .output(Done)

  .task("CreateAccount", createAccount)
  .arguments(({ input }) => ({ email: input.email, plan: input.plan }))
  .retry(lambdaDefaults)
  .catch("EmailRejected", (handler) =>
    handler.fail("Rejected", { error: "EmailRejected", cause: ({ input }) => input.Cause }),
  )
  .assign(({ input, result }) => ({ accountId: result.accountId, email: input.email, name: input.name }))
  .output(({ input }) => ({ plan: input.plan }))

  .choice("IsTeam?")
  .when(
    (input) => input.plan === "team",
    (branch) =>
      branch
        .task("SendWelcome", sendWelcome)
        .arguments(({ vars }) => ({ to: vars.email, text: `Welcome, ${vars.name}!` }))
        .retry(lambdaDefaults)
        .output(({ vars }) => ({ accountId: vars.accountId, welcomed: true })),
  )
  .otherwise((branch) =>
    branch.pass("Quiet").output(({ vars }) => ({ accountId: vars.accountId, welcomed: false })),
  )
  .end();
