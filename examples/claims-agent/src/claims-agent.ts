import { dynamodb, lambda, lambdaDefaults, param, sns, sqs, workflow } from "statewright";
import { Adjudication, Claim, Decision, FraudScore, Intake, Review } from "./claim.ts";
import type * as handlers from "./handlers.ts";

type Handlers = typeof handlers;
const readDocuments = lambda<Handlers["readDocuments"], "UnreadableDocument">(param("ReadDocumentsArn"), {
  result: Intake,
});
const scoreFraud = lambda<Handlers["scoreFraud"], "ModelThrottled">(param("ScoreFraudArn"), {
  result: FraudScore,
});
const adjudicate = lambda<Handlers["adjudicate"], "ModelThrottled">(param("AdjudicateArn"), {
  result: Adjudication,
});

const day = 24 * 3600;

export const claimsAgent = workflow("claims-agent", {
  comment:
    "Decides an insurance claim: a model proposes, rules or a person decide, and each decision is on record.",
  constants: { fraudLimit: 70, sureLimit: 0.9 },
})
  .input(Claim)
  .output(Decision)

  .task("ClaimOnce", dynamodb.putItem())
  .arguments({
    TableName: param("ClaimsTable"),
    Item: {
      claimId: { S: ({ input }) => input.claimId },
      startedAt: { S: ({ context }) => context.Execution.StartTime },
    },
    ConditionExpression: "attribute_not_exists(claimId)",
  })
  .catch(
    "DynamoDB.ConditionalCheckFailedException",
    { output: ({ input }) => ({ claimId: input.claimId }) },
    (handler) =>
      handler
        .pass("AlreadyProcessed")
        .output(({ input }) => ({
          claimId: input.claimId,
          decision: "already-processed",
          payableCents: 0,
          decidedBy: "rule",
          reason: "This claim was taken in before.",
        }))
        .end(),
  )
  .assign(({ input }) => ({ claim: input }))
  .output(({ input }) => input)

  .task("Intake", readDocuments)
  .retry(lambdaDefaults)
  .catch("UnreadableDocument", (handler) =>
    handler.fail("Unreadable", { error: "UnreadableDocument", cause: ({ input }) => input.Cause }),
  )
  .assign(({ result }) => ({ intake: result }))

  .task("ScoreFraud", scoreFraud)
  .arguments(({ vars }) => ({
    claimId: vars.claim.claimId,
    amountCents: vars.claim.amountCents,
    summary: vars.intake.summary,
    textKey: vars.intake.textKey,
  }))
  .retry(
    {
      errorEquals: ["ModelThrottled"],
      intervalSeconds: 2,
      backoffRate: 2,
      maxAttempts: 6,
      maxDelaySeconds: 60,
      jitterStrategy: "FULL",
    },
    lambdaDefaults,
  )
  .assign(({ result }) => ({ fraud: result }))

  .task("Adjudicate", adjudicate)
  .arguments(({ vars }) => ({
    memberId: vars.claim.memberId,
    procedureCode: vars.intake.procedureCode,
    amountCents: vars.claim.amountCents,
  }))
  .retry(
    {
      errorEquals: ["ModelThrottled"],
      intervalSeconds: 2,
      backoffRate: 2,
      maxAttempts: 6,
      maxDelaySeconds: 60,
      jitterStrategy: "FULL",
    },
    lambdaDefaults,
  )

  .choice("Route")
  .when(
    (input, { vars, constants }) =>
      vars.fraud.score < constants.fraudLimit && input.confidence >= constants.sureLimit,
    (branch) =>
      branch.pass("DecideByRule").output(({ input, vars }) => ({
        claimId: vars.claim.claimId,
        decision: input.covered ? "approved" : "denied",
        payableCents: input.covered ? input.payableCents : 0,
        decidedBy: "rule",
        reason: input.rule,
      })),
  )
  .otherwise((branch) =>
    branch
      .pass("PrepareReview")
      .assign(({ input }) => ({ proposal: input }))
      .task("HumanReview", sqs.sendMessage().waitForTaskToken(Review))
      .arguments({
        QueueUrl: param("ReviewQueueUrl"),
        MessageBody: ({ vars, taskToken }) => ({
          taskToken,
          claimId: vars.claim.claimId,
          summary: vars.intake.summary,
          proposal: vars.proposal,
          fraud: vars.fraud,
        }),
      })
      .timeoutSeconds(3 * day)
      .catch("States.Timeout", (handler) =>
        handler
          .task("Escalate", sqs.sendMessage().waitForTaskToken(Review))
          .arguments({
            QueueUrl: param("SupervisorQueueUrl"),
            MessageBody: ({ vars, taskToken }) => ({
              taskToken,
              claimId: vars.claim.claimId,
              summary: vars.intake.summary,
              proposal: vars.proposal,
              fraud: vars.fraud,
            }),
          })
          .timeoutSeconds(2 * day)
          .catch("States.Timeout", (late) =>
            late.pass("Hold").output(({ vars }) => ({
              approve: null,
              reviewer: "nobody",
              note: `Nobody reviewed claim ${vars.claim.claimId} in five days.`,
            })),
          ),
      )
      .pass("DecideByReview")
      .output(({ input, vars }) => ({
        claimId: vars.claim.claimId,
        decision: input.approve === null ? "held" : input.approve ? "approved" : "denied",
        payableCents: input.approve === true ? vars.proposal.payableCents : 0,
        decidedBy: input.reviewer,
        reason: input.note,
      })),
  )

  .task("RecordDecision", dynamodb.putItem())
  .arguments({
    TableName: param("AuditTable"),
    Item: {
      claimId: { S: ({ input }) => input.claimId },
      at: { S: ({ context }) => context.State.EnteredTime },
      execution: { S: ({ context }) => context.Execution.Id },
      decision: { S: ({ input }) => input.decision },
      decidedBy: { S: ({ input }) => input.decidedBy },
      reason: { S: ({ input }) => input.reason },
      payableCents: { N: ({ input }) => `${input.payableCents}` },
      fraudScore: { N: ({ vars }) => `${vars.fraud.score}` },
    },
  })
  .retry({
    errorEquals: ["States.TaskFailed"],
    intervalSeconds: 1,
    backoffRate: 2,
    maxAttempts: 5,
    jitterStrategy: "FULL",
  })
  .output(({ input }) => input)

  .task("TellMember", sns.publish())
  .arguments({
    TopicArn: param("MembersTopic"),
    Subject: ({ input }) => `Claim ${input.claimId}`,
    Message: ({ input }) => `Your claim ${input.claimId} is ${input.decision}: ${input.reason}`,
  })
  .output(({ input }) => input)
  .end();
