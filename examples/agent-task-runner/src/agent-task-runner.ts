import { bedrock, lambda, lambdaDefaults, param, sqs, workflow } from "statewright";
import { Decision, Goal, Observation, Outcome, Report, type ReportRequest } from "./agent.ts";
import type * as handlers from "./handlers.ts";

type Handlers = typeof handlers;
const decide = lambda<Handlers["decide"], "ModelThrottled">(param("DecideArn"), { result: Decision });
const writeReport = bedrock.invokeModel<ReportRequest, Report>({ answer: Report });
const callTool = lambda<Handlers["callTool"], "ToolFailed">(param("CallToolArn"), { result: Observation });

const hour = 3600;

export const agentTaskRunner = workflow("agent-task-runner", {
  comment: "An agent: decides, acts and observes until it has an answer, is out of steps or out of tokens.",
  constants: { mostSteps: 40 },
})
  .input(Goal)
  .output(Outcome)

  .pass("Begin")
  .assign(({ input, context }) => ({
    goal: input.goal,
    tokensLeft: input.tokenBudget,
    step: 0,
    transcriptKey: `transcripts/${context.Execution.Name}`,
  }))
  .output((): Observation => ({ observationKey: "observations/none" }))

  .task("Decide", decide)
  .arguments(({ input, vars }) => ({
    goal: vars.goal,
    transcriptKey: vars.transcriptKey,
    observationKey: input.observationKey,
    step: vars.step,
    tokensLeft: vars.tokensLeft,
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
  .assign(({ result, vars }) => ({ step: vars.step + 1, tokensLeft: vars.tokensLeft - result.tokens }))

  .choice("Action?")
  .when(
    (input) => input.action === "answer",
    (branch) =>
      branch
        .task("WriteReport", writeReport)
        .arguments({
          ModelId: param("ReportModel"),
          Body: {
            max_tokens: 800,
            messages: [
              {
                role: "user",
                content: ({ input, vars }) => `Report in three sentences. ${vars.goal}: ${input.answer}`,
              },
            ],
          },
        })
        .retry({
          errorEquals: ["Bedrock.ThrottlingException"],
          intervalSeconds: 2,
          backoffRate: 2,
          maxAttempts: 5,
          jitterStrategy: "FULL",
        })
        .output(({ result, vars }) => ({
          status: "answered",
          answer: result.Body.content[0]?.text ?? "",
          steps: vars.step,
          tokensLeft: vars.tokensLeft,
        }))
        .end(),
  )
  .when(
    (input) => input.action === "start-job",
    (branch) =>
      branch
        .task("RunJob", sqs.sendMessage().waitForTaskToken(Observation))
        .arguments({
          QueueUrl: param("JobsQueueUrl"),
          MessageBody: ({ input, vars, taskToken }) => ({
            taskToken,
            transcriptKey: vars.transcriptKey,
            job: input.job,
            jobInput: input.jobInput,
          }),
        })
        .timeoutSeconds(6 * hour)
        .heartbeatSeconds(300)
        .catch(["States.Timeout", "States.HeartbeatTimeout"], (handler) =>
          handler.pass("NoteLateJob").output({ observationKey: "notes/the-job-did-not-answer" }),
        ),
  )
  .otherwise((branch) =>
    branch
      .task("CallTool", callTool)
      .arguments(({ input, vars }) => ({
        transcriptKey: vars.transcriptKey,
        tool: input.tool,
        toolInput: input.toolInput,
      }))
      .retry(lambdaDefaults)
      .catch("ToolFailed", (handler) =>
        handler.pass("NoteFailedTool").output({ observationKey: "notes/the-tool-failed" }),
      ),
  )

  .choice("MayGoOn?")
  .when(
    (_, { vars, constants }) => vars.step >= constants.mostSteps,
    (branch) =>
      branch.pass("OutOfSteps").output(({ vars }) => ({
        status: "out-of-steps",
        answer: null,
        steps: vars.step,
        tokensLeft: vars.tokensLeft,
      })),
  )
  .when(
    (_, { vars }) => vars.tokensLeft <= 0,
    (branch) =>
      branch.pass("OutOfTokens").output(({ vars }) => ({
        status: "out-of-tokens",
        answer: null,
        steps: vars.step,
        tokensLeft: vars.tokensLeft,
      })),
  )
  .otherwise((branch) => branch.next("Decide"))
  .end();
