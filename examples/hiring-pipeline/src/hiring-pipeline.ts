import type { S3 } from "@aws-sdk/client-s3";
import { awsSdk, lambda, lambdaDefaults, param, workflow } from "statewright";
import { Batch, BatchResult, Dossier, Draft, Match, Plan, Profile, Quality } from "./candidate.ts";
import type * as handlers from "./handlers.ts";

type Handlers = typeof handlers;
const readResume = lambda<Handlers["readResume"], "UnreadableResume">(param("ReadResumeArn"), {
  result: Profile,
});
const matchRole = lambda<Handlers["matchRole"]>(param("MatchRoleArn"), { result: Match });
const research = lambda<Handlers["research"]>(param("ResearchArn"), { result: Dossier });
const writeAssessment = lambda<Handlers["writeAssessment"], "ModelThrottled">(param("WriteAssessmentArn"), {
  result: Draft,
});
const scoreQuality = lambda<Handlers["scoreQuality"], "ModelThrottled">(param("ScoreQualityArn"), {
  result: Quality,
});
const planInterview = lambda<Handlers["planInterview"]>(param("PlanInterviewArn"), { result: Plan });
const s3 = awsSdk<S3, "S3.S3Exception">("s3");

const throttled = {
  errorEquals: ["ModelThrottled"],
  intervalSeconds: 2,
  backoffRate: 2,
  maxAttempts: 6,
  maxDelaySeconds: 60,
  jitterStrategy: "FULL",
} as const;

export const hiringPipeline = workflow("hiring-pipeline", {
  comment:
    "Assesses a batch of candidates side by side; what fails for one is kept, and costs no other its work.",
  constants: { goodScore: 7, mostDrafts: 3 },
})
  .input(Batch)
  .output(BatchResult)
  .map(
    "EachCandidate",
    {
      items: ({ input }) => input.candidates,
      itemSelector: ({ item, input }) => ({
        candidateId: item.candidateId,
        resumeKey: item.resumeKey,
        role: input.role,
        context: input.context,
      }),
    },
    (candidate) =>
      candidate
        .parallel("AssessCandidate", (stages) =>
          stages
            .pass("Begin")
            .assign(({ input }) => ({
              candidateId: input.candidateId,
              role: input.role,
              context: input.context,
            }))

            .task("ReadResume", readResume)
            .arguments(({ input }) => ({ candidateId: input.candidateId, resumeKey: input.resumeKey }))
            .retry(lambdaDefaults)
            .assign(({ result }) => ({ profile: result }))

            .task("MatchRole", matchRole)
            .arguments(({ vars }) => ({ role: vars.role, profileKey: vars.profile.profileKey }))
            .retry(lambdaDefaults)

            .task("Research", research)
            .arguments(({ vars }) => ({
              candidateId: vars.candidateId,
              profileKey: vars.profile.profileKey,
            }))
            .retry(lambdaDefaults)
            .assign(({ result }) => ({ dossierKey: result.dossierKey, draft: 1, missing: "nothing yet" }))
            .output({})

            .task("WriteAssessment", writeAssessment)
            .arguments(({ vars }) => ({
              candidateId: vars.candidateId,
              context: vars.context,
              dossierKey: vars.dossierKey,
              draft: vars.draft,
              missing: vars.missing,
            }))
            .retry(throttled, lambdaDefaults)
            .assign(({ result }) => ({ assessment: result }))

            .task("ScoreQuality", scoreQuality)
            .arguments(({ vars }) => ({ assessmentKey: vars.assessment.assessmentKey, role: vars.role }))
            .retry(throttled, lambdaDefaults)

            .choice("GoodEnough?")
            .when(
              (input, { vars, constants }) =>
                input.score < constants.goodScore && vars.draft < constants.mostDrafts,
              (again) =>
                again
                  .pass("AddContext")
                  .assign(({ input, vars }) => ({ draft: vars.draft + 1, missing: input.missing }))
                  .output({})
                  .next("WriteAssessment"),
            )
            .otherwise((branch) => branch.pass("Accept").assign(({ input }) => ({ score: input.score })))

            .task("PlanInterview", planInterview)
            .arguments(({ vars }) => ({ role: vars.role, assessmentKey: vars.assessment.assessmentKey }))
            .retry(lambdaDefaults)

            .task("StorePlan", s3("putObject"))
            .arguments({
              Bucket: param("ArtefactsBucket"),
              Key: ({ vars }) => `plans/${vars.candidateId}.json`,
              Body: ({ input }) => JSON.stringify(input.questions),
              ContentType: "application/json",
            })
            .retry({ errorEquals: ["S3.S3Exception"], intervalSeconds: 1, maxAttempts: 4, backoffRate: 2 })

            .output(({ vars }) => ({
              status: "assessed",
              candidateId: vars.candidateId,
              name: vars.profile.name,
              summary: vars.assessment.summary,
              score: vars.score,
              drafts: vars.draft,
              artefacts: [
                vars.profile.profileKey,
                vars.dossierKey,
                vars.assessment.assessmentKey,
                `plans/${vars.candidateId}.json`,
              ],
            })),
        )
        .catch(
          "States.ALL",
          {
            output: ({ input, error }) => ({
              status: "failed",
              candidateId: input.candidateId,
              error: error.Error,
              cause: error.Cause,
            }),
          },
          (handler) => handler.pass("NoteFailure"),
        )
        .output(({ result }) => result[0]),
  )
  .output(({ input, result }) => ({
    batchId: input.batchId,
    assessed: result
      .filter((one) => one.status === "assessed")
      .map(({ candidateId, name, summary, score, drafts, artefacts }) => ({
        candidateId,
        name,
        summary,
        score,
        drafts,
        artefacts,
      })),
    failed: result
      .filter((one) => one.status === "failed")
      .map(({ candidateId, error, cause }) => ({ candidateId, error, cause })),
  }))
  .end();
