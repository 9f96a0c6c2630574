import { describe, expect, test } from "vitest";
import { integratedServices } from "../../services/src/integrations/registry.ts";
import type { TaskCall } from "../src/index.ts";
import * as builder from "../src/index.ts";

// Every optimised integration of the table of services can be called by its name, in each of its patterns (R-INT-01).

type Calls = Readonly<Record<string, (() => unknown) | undefined>>;
const exported = builder as unknown as Readonly<Record<string, Calls | undefined>>;

/** Those that are called by a function of their own. */
const special: Readonly<Record<string, () => unknown>> = {
  "lambda:invoke": () => builder.lambda("f"),
  "http:invoke": () => builder.httpEndpoint("c"),
};

/** What makes a call wait, and the pattern that it has then. */
const waiting: Readonly<Record<string, string>> = {
  sync: "sync",
  sync2: "sync:2",
  waitForTaskToken: "waitForTaskToken",
};

const actions = integratedServices.flatMap(({ service, actions }) =>
  Object.entries(actions).map(([action, { patterns }]) => ({ service, action, patterns })),
);

describe("an action that the table knows", () => {
  test.each(actions)("$service $action", ({ service, action, patterns }) => {
    const make = special[`${service}:${action}`] ?? exported[nameOf(service)]?.[action];
    expect(make).toBeTypeOf("function");
    const call = make?.() as TaskCall<unknown, unknown> & Calls;
    const resource = `arn:aws:states:::${service}:${action}`;
    expect(call.definition.resource).toBe(resource);
    const waits = Object.entries(waiting).filter(([method]) => method in call);
    expect(["requestResponse", ...waits.map(([, pattern]) => pattern)]).toEqual(patterns);
    for (const [method, pattern] of waits) {
      expect(call[method]?.()).toMatchObject({ definition: { resource: `${resource}.${pattern}` } });
    }
  });
});

test("there is no action that the table does not know", () => {
  const known = new Set(actions.map(({ service, action }) => `${service}:${action}`));
  const offered = [...new Set(integratedServices.map(({ service }) => service))].flatMap((service) =>
    Object.keys(exported[nameOf(service)] ?? {})
      .filter((action) => typeof exported[nameOf(service)] === "object" && action !== "length")
      .map((action) => `${service}:${action}`),
  );
  expect(offered.filter((action) => !known.has(action))).toEqual([]);
});

/** `emr-containers` is `emrContainers` in JavaScript. */
function nameOf(service: string): string {
  return service.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
