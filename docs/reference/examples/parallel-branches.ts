import { lambda, param, workflow } from "statewright";

declare function thumbnail(event: { key: string }): Promise<{ small: string }>;
declare function labels(event: { key: string }): Promise<string[]>;

export const image = workflow("image")
  .input<{ key: string }>()
  .parallel(
    "Analyse",
    (branch) =>
      branch.comment("Makes it small.").task("Thumbnail", lambda<typeof thumbnail>(param("ThumbnailArn"))),
    (branch) => branch.task("Labels", lambda<typeof labels>(param("LabelsArn"))),
  )
  .comment("Two things at once.")
  .retry({ errorEquals: ["States.ALL"], maxAttempts: 1 })
  .catch("States.ALL", (handler) => handler.fail("NotAnalysed"))
  .assign(({ result: [, labels] }) => ({ labels }))
  .output(({ result: [made] }) => made.small)
  .pass("Tell")
  .output(({ input, vars }) => ({ small: input, labels: vars.labels }))
  .end();

// How the tests run it.
export const run = {
  workflow: image,
  input: { key: "harbour.jpeg" },
  mocks: { states: { Thumbnail: { result: { small: "s.jpeg" } }, Labels: { result: ["boat"] } } },
  output: { small: "s.jpeg", labels: ["boat"] },
};
