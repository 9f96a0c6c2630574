import { invoked } from "../told.ts";
import type { ToldMachine } from "../told-machine.ts";

const messages = [{ role: "string", content: ["any"] }] as const;
const dimension = { Name: "string", Value: "string" };
const metric = { MetricName: "string", Value: "number", Unit: "string", Dimensions: [dimension] } as const;
const call = (id: string, name: string) => ({ id, name, input: { sql: "select 1" } });
const answered = (calls: readonly ReturnType<typeof call>[]) => ({
  result: {
    statusCode: 200,
    body: {
      messages: [{ role: "assistant", content: [{ type: "text", text: "so" }] }],
      function_calls: calls,
      metadata: { model: "claude", stop_reason: "end_turn", usage: { input_tokens: 12, output_tokens: 7 } },
    },
  },
});
const registered = {
  Item: {
    system_prompt: { S: "You help." },
    llm_provider: { S: "anthropic" },
    llm_model: { S: "claude" },
    parameters: { S: '{"temperature":0,"max_tokens":4096}' },
    tools: { S: '[{"tool_id":"query"},{"tool_id":"plot"}]' },
  },
};
const schema = {
  Item: { tool_name: { S: "query" }, description: { S: "asks" }, input_schema: { S: '{"type":"object"}' } },
};

/** Its tools read the name of the call in what DynamoDB answered, so a run with calls fails there. */
export const agentWithRegistry: ToldMachine = {
  file: "agent-dynamic-agent-with-registry",
  untold: ["$parameters.", "$parse("],
  input: { messages },
  output: messages,
  tasks: {
    "Load Agent Configuration": {
      takes: { TableName: "string", Key: { agent_name: { S: "string" }, version: { S: "string" } } },
      returns: {
        Item: {
          system_prompt: { S: "string" },
          llm_provider: { S: "string" },
          llm_model: { S: "string" },
          parameters: { S: "string" },
          tools: { S: "string" },
        },
      },
    },
    "Get Tool Schema": {
      takes: { TableName: "string", Key: { tool_name: { S: "string" } } },
      returns: {
        Item: { tool_name: { S: "string" }, description: { S: "string" }, input_schema: { S: "string" } },
      },
    },
    "Call LLM": {
      takes: {
        FunctionName: "string",
        Payload: {
          system: "string",
          messages,
          tools: [{ name: "string", description: "string", input_schema: "any" }],
          model_id: "string",
          temperature: "number",
          max_tokens: "number",
        },
      },
      returns: invoked({
        statusCode: "number",
        body: {
          messages,
          function_calls: [{ id: "string", name: "string", input: "any" }],
          metadata: {
            model: "string",
            stop_reason: "string",
            usage: { input_tokens: "number", output_tokens: "number" },
          },
        },
      }),
    },
    "Update Token Metrics": { takes: { Namespace: "string", MetricData: [metric] }, returns: {} },
    "Get Tool Lambda ARN": {
      takes: { TableName: "string", Key: { tool_name: { S: "string" } } },
      returns: { Item: { tool_name: { S: "string" }, lambda_arn: { S: "string" } } },
    },
    "Execute Tool": {
      takes: { FunctionName: "string", Payload: { name: "string", id: "string", input: "any" } },
      returns: invoked({ type: "string", tool_use_id: "string", content: "string" }),
    },
  },
  runs: [
    {
      ends: "FAILED",
      input: { messages: [{ role: "user", content: [{ type: "text", text: "how many" }] }] },
      answers: {
        "Load Agent Configuration": { result: registered },
        "Get Tool Schema": { result: schema },
        "Call LLM": [answered([call("a", "query"), call("b", "plot")]), answered([])],
        "Update Token Metrics": { result: {} },
        "Get Tool Lambda ARN": {
          result: { Item: { tool_name: { S: "query" }, lambda_arn: { S: "arn:aws:lambda:x" } } },
        },
        "Execute Tool": { result: { type: "tool_result", tool_use_id: "a", content: "3" } },
      },
    },
    {
      ends: "FAILED",
      input: { messages: [{ role: "user", content: [{ type: "text", text: "how many" }] }] },
      answers: {
        "Load Agent Configuration": { result: registered },
        "Get Tool Schema": { result: schema },
        "Call LLM": [answered([call("a", "query")]), answered([])],
        "Update Token Metrics": { result: {} },
        "Get Tool Lambda ARN": { error: "DynamoDB.ResourceNotFoundException", cause: "no such table" },
      },
    },
    {
      input: { messages: [{ role: "user", content: [{ type: "text", text: "hello" }] }] },
      answers: {
        "Load Agent Configuration": { result: registered },
        "Get Tool Schema": { result: schema },
        "Call LLM": answered([]),
        "Update Token Metrics": { result: {} },
      },
    },
  ],
};
