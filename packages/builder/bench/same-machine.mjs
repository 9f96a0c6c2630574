// One machine twice: with Statewright, and with aws-cdk-lib in its JSONata style, where expressions are texts that no
// types follow.

const kinds = ["task", "pass", "task", "wait"];
const kindOf = (index) => kinds[index % kinds.length];

/** The module that makes it with Statewright. */
export function ownProgram(states) {
  const calls = Array.from({ length: states }, (_, index) => own[kindOf(index)](index));
  const blocks = [];
  for (let at = 0; at < states; at += 25)
    blocks.push(`.use((block) => block\n${calls.slice(at, at + 25).join("\n")})`);
  return [
    'import { lambda, workflow } from "statewright";',
    "declare function charge(event: { orderId: string; amount: number }): Promise<{ chargeId: string }>;",
    'const task = lambda<typeof charge>("arn:aws:lambda:eu-west-1:123456789012:function:charge");',
    'export const generated = workflow("generated").input<{ chargeId: string; n: number }>()',
    ...blocks,
    ".end();",
    "",
  ].join("\n");
}

const own = {
  task: (index) =>
    `.task("Charge${index}", task)
.arguments(({ input }) => ({ orderId: input.chargeId, amount: input.n }))
.comment("The card is charged")
.assign(({ result }) => ({ charge${index}: result.chargeId }))
.output(({ input, result }) => ({ chargeId: result.chargeId, n: input.n }))`,
  pass: (index) =>
    `.pass("Note${index}")
.comment("What was charged")
.assign(({ input }) => ({ note${index}: input.n }))
.output(({ input }) => ({ chargeId: input.chargeId, n: input.n + 1 }))`,
  wait: (index) => `.wait("Pause${index}", { seconds: 3 })
.comment("Until it is booked")
.assign(({ input }) => ({ paused${index}: input.n }))
.output(({ input }) => ({ chargeId: input.chargeId, n: input.n }))`,
};

/** The module that makes it with aws-cdk-lib. */
export function cdkProgram(states) {
  const indices = Array.from({ length: states }, (_, index) => index);
  return [
    'import { App, Duration, Stack } from "aws-cdk-lib";',
    'import { Function as Handler } from "aws-cdk-lib/aws-lambda";',
    'import { DefinitionBody, Pass, StateMachine, TaskInput, Wait, WaitTime } from "aws-cdk-lib/aws-stepfunctions";',
    'import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";',
    "const app = new App();",
    'const stack = new Stack(app, "generated");',
    'const charge = Handler.fromFunctionArn(stack, "charge", "arn:aws:lambda:eu-west-1:123456789012:function:charge");',
    ...indices.map((index) => `const state${index} = ${cdk[kindOf(index)](index)};`),
    "const definition = state0",
    ...indices.slice(1).map((index) => `  .next(state${index})`),
    ";",
    'new StateMachine(stack, "machine", { definitionBody: DefinitionBody.fromChainable(definition) });',
    'export const synthesized = (): object => app.synth().getStackByName("generated").template;',
    "",
  ].join("\n");
}

const cdk = {
  task: (index) => `LambdaInvoke.jsonata(stack, "Charge${index}", {
  lambdaFunction: charge,
  comment: "The card is charged",
  payload: TaskInput.fromObject({ orderId: "{% $states.input.chargeId %}", amount: "{% $states.input.n %}" }),
  assign: { charge${index}: "{% $states.result.Payload.chargeId %}" },
  outputs: { chargeId: "{% $states.result.Payload.chargeId %}", n: "{% $states.input.n %}" },
})`,
  pass: (index) => `Pass.jsonata(stack, "Note${index}", {
  comment: "What was charged",
  assign: { note${index}: "{% $states.input.n %}" },
  outputs: { chargeId: "{% $states.input.chargeId %}", n: "{% $states.input.n + 1 %}" },
})`,
  wait: (index) => `Wait.jsonata(stack, "Pause${index}", {
  time: WaitTime.duration(Duration.seconds(3)),
  comment: "Until it is booked",
  assign: { paused${index}: "{% $states.input.n %}" },
  outputs: { chargeId: "{% $states.input.chargeId %}", n: "{% $states.input.n %}" },
})`,
};
