import { httpEndpoint, param, workflow } from "statewright";
import { z } from "zod";

export const rates = workflow("rates")
  .input(z.object({ currency: z.string() }))
  .task("Rate", httpEndpoint(param("RatesConnection"), { body: z.object({ rate: z.number() }) }))
  .arguments({
    ApiEndpoint: "https://example.com/rates",
    Method: "GET",
    QueryParameters: { currency: ({ input }) => input.currency },
  })
  .catch("States.Http.StatusCode.404", (handler) => handler.pass("Unknown").output(() => 0))
  .output(({ result }) => result.ResponseBody.rate)
  .end();

// How the tests run it.
const response = { Headers: {}, ResponseBody: { rate: 1.5 }, StatusCode: 200, StatusText: "OK" };
export const run = {
  workflow: rates,
  input: { currency: "EUR" },
  mocks: { states: { Rate: { result: response } } },
  output: 1.5,
};
