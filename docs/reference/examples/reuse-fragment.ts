import { fragment, param, sns, workflow } from "statewright";
import { z } from "zod";

const notify = fragment<{ email: string; text: string }>()((states) =>
  states
    .task("Notify", sns.publish())
    .arguments({ TopicArn: param("Topic"), Subject: "News", Message: ({ input }) => input.text })
    .output(({ input }) => input.email),
);

export const news = workflow("news")
  .input(z.object({ email: z.string(), name: z.string() }))
  .pass("Write")
  .output(({ input }) => ({ email: input.email, text: `Hello ${input.name}` }))
  .use(notify)
  .use((states) => states.pass("Tell").output(({ input }) => `Told ${input}`))
  .end();

// How the tests run it.
export const run = {
  workflow: news,
  input: { email: "ada@example.com", name: "Ada" },
  mocks: { states: { Notify: { result: { MessageId: "M-1" } } } },
  output: "Told ada@example.com",
};
