import type { Lambda } from "@aws-sdk/client-lambda";
import { describe, expect, expectTypeOf, test } from "vitest";
import { awsSdk, param, workflow } from "../src/index.ts";

// AWS SDK integrations typed by the aggregated client of the AWS SDK for JavaScript (R-SDK-01 to R-SDK-05).

interface StreamingBody {
  transformToString(): Promise<string>;
}

/** As the SDK spells a client: members in camelCase, three overloads a method. */
interface ThingsClient {
  readonly config: object;
  destroy(): void;
  startThing(input: StartThingInput, options?: object): Promise<StartThingOutput>;
  startThing(input: StartThingInput, callback: (error: unknown, data?: StartThingOutput) => void): void;
  startThing(
    input: StartThingInput,
    options: object,
    callback: (error: unknown, data?: StartThingOutput) => void,
  ): void;
  listThings(): Promise<{ things?: { thingName?: string }[]; $metadata: object }>;
  listThings(
    input: object,
    options?: object,
  ): Promise<{ things?: { thingName?: string }[]; $metadata: object }>;
  listThings(input: object, callback: (error: unknown) => void): void;
  listThings(input: object, options: object, callback: (error: unknown) => void): void;
}

interface StartThingInput {
  readonly thingName: string | undefined;
  readonly content?: Uint8Array;
  readonly tags?: Record<string, { readonly tagValue: string }>;
}

interface StartThingOutput {
  readonly $metadata: object;
  readonly startedAt?: Date;
  readonly body?: StreamingBody;
  readonly parts: { readonly partNumber: number }[];
}

const things = awsSdk<ThingsClient, "Things.ThingNotFoundException">("things");

describe("an action", () => {
  test("is named by the client's methods, and by nothing else", () => {
    expect(things("startThing").definition.resource).toBe("arn:aws:states:::aws-sdk:things:startThing");
    // @ts-expect-error a misspelt action
    things("startTing");
    // @ts-expect-error no action of the service
    things("destroy");
    // @ts-expect-error no method
    things("config");
  });

  test("waits for its token", () => {
    expect(things("listThings").waitForTaskToken<1>().definition.resource).toBe(
      "arn:aws:states:::aws-sdk:things:listThings.waitForTaskToken",
    );
  });

  test("takes and gives members in PascalCase; keys of maps are data (R-SDK-02, R-SDK-05)", () => {
    workflow("w")
      .input<{ name: string }>()
      .task("Start", things("startThing"))
      .arguments({
        ThingName: ({ input }) => input.name,
        Content: "text",
        Tags: { costCentre: { TagValue: "1" } },
      })
      .catch("Things.ThingNotFoundException", (handler) => handler.fail("Gone"))
      .output(({ result }) => {
        expectTypeOf(result).toEqualTypeOf<{
          readonly StartedAt?: string;
          readonly Body?: string;
          readonly Parts: readonly { readonly PartNumber: number }[];
        }>();
        return result.Parts;
      });
  });

  test("a mistake is one in the argument", () => {
    const start = workflow("w").input<{ name: string }>().task("Start", things("startThing"));
    // @ts-expect-error the member is ThingName
    start.arguments(({ input }) => ({ thingName: input.name }));
    // @ts-expect-error the value of a tag is a text
    start.arguments({ ThingName: "a", Tags: { costCentre: { TagValue: 1 } } });
  });
});

test("the client of the SDK itself types its actions", () => {
  const lambda = awsSdk<Lambda, "Lambda.TooManyRequestsException">("lambda");
  const finished = workflow("w")
    .input<{ name: string }>()
    .task("Read", lambda("getFunctionConfiguration"))
    .arguments({ FunctionName: ({ input }) => input.name, Qualifier: param("Alias") })
    .output(({ result }) => {
      expectTypeOf(result.MemorySize).toEqualTypeOf<number | undefined>();
      expectTypeOf(result.LastModified).toEqualTypeOf<string | undefined>();
      expectTypeOf(result.Environment?.Variables).toEqualTypeOf<{ [x: string]: string } | undefined>();
      return { memory: result.MemorySize ?? 128 };
    })
    .end();
  expect(finished.name).toBe("w");
  // @ts-expect-error no action of Lambda
  lambda("getFuntion");
});
