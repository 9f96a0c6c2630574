import { join } from "node:path";
import { readMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import { describe, expect, test, vi } from "vitest";
import { type Recording, replay, simulate } from "../../src/index.ts";
import { maskedValues } from "./masked.ts";
import { readRecordings, recordingsFolder } from "./recording.ts";
import { checksOf, readTestStates, type TestStateAnswer } from "./test-state.ts";

vi.setConfig({ testTimeout: 120_000 });

/** One evaluation of a replay. */
interface Evaluation {
  readonly language: "JSONPath" | "intrinsic" | "JSONata";
  readonly text: string;
  readonly ok: boolean;
  readonly value?: Json;
  /** `unsupported`, `budget` …: what is not AWS's answer. */
  readonly failure?: string;
}

const { evaluations } = vi.hoisted(() => ({ evaluations: [] as Evaluation[] }));

// The evaluators themselves, with an ear to every answer they give.
vi.mock("@statewright/expressions/evaluate", async (original) => {
  const actual = await original<typeof import("@statewright/expressions/evaluate")>();
  const { evaluateTemplateValue } = actual;
  const { printJsonata } = await import("@statewright/expressions");
  return {
    ...actual,
    evaluateJsonPath: (...args: Parameters<typeof actual.evaluateJsonPath>) => {
      const result = actual.evaluateJsonPath(...args);
      const outcome = result.ok ? { value: result.value } : { failure: result.failure.kind };
      evaluations.push({ language: "JSONPath", text: args[0].text, ok: result.ok, ...outcome });
      return result;
    },
    evaluatePayloadTemplate: (
      ...[template, environment]: Parameters<typeof actual.evaluatePayloadTemplate>
    ) => {
      for (const part of valuesIn(template)) {
        const result = evaluateTemplateValue(part, {
          document: environment.document,
          context: () => environment.context(),
          variable: (name) => environment.variable(name),
          random: () => 0, // asked a second time, it must not take from the numbers of the execution
        });
        const outcome = result.ok ? { value: result.value } : { failure: result.failure.kind };
        const language = part.value.kind === "path" ? "JSONPath" : "intrinsic";
        evaluations.push({ language, text: part.text, ok: result.ok, ...outcome });
      }
      return actual.evaluatePayloadTemplate(template, environment);
    },
    evaluateJsonata: (...args: Parameters<typeof actual.evaluateJsonata>) => {
      const result = actual.evaluateJsonata(...args);
      const text = printJsonata(args[0]);
      const outcome = result.ok ? { value: result.value ?? null } : { failure: result.error.kind };
      evaluations.push({ language: "JSONata", text, ok: result.ok, ...outcome });
      return result;
    },
  };
});

type Template = Parameters<typeof import("@statewright/expressions/evaluate").evaluatePayloadTemplate>[0];

function valuesIn(template: Template): readonly (Template & { readonly kind: "value" })[] {
  if (template.kind === "value") return [template];
  const parts =
    template.kind === "object" ? template.values : template.kind === "array" ? template.items : [];
  return parts.flatMap(valuesIn);
}

const folder = recordingsFolder();

describe.skipIf(folder === undefined)(
  "every JSONPath and intrinsic evaluation found in the recorded executions and TestState answers",
  () => {
    test("gives AWS's value or AWS's text: the execution around it is equal, event for event", async () => {
      const recordings = folder === undefined ? [] : readRecordings(folder);
      const counts = new Map<
        string,
        { evaluated: number; equal: number; seen: number; texts: Set<string> }
      >();
      const wrong: string[] = [];
      for (const { document, recording } of recordings) {
        evaluations.length = 0;
        const { status } = await replay(document, recording.id);
        const shown = valuesShown(recording);
        for (const { language, text, ok, value, failure } of evaluations) {
          const count = counts.get(language) ?? { evaluated: 0, equal: 0, seen: 0, texts: new Set() };
          counts.set(language, count);
          const known = ok || failure === "missing" || language === "JSONata";
          const equal = status === "equal" && known;
          count.evaluated += 1;
          count.texts.add(text);
          if (equal) count.equal += 1;
          if (equal && ok && shown.has(canonical(value ?? null))) count.seen += 1;
          if (status !== "unsupported" && !equal)
            wrong.push(`${recording.id}: ${text} ${failure ?? "differs"}`);
        }
      }
      for (const [language, { evaluated, equal, seen, texts }] of counts) {
        console.log(
          `${language} in recorded executions: ${evaluated} evaluated (${texts.size} texts), ${equal} equal, ` +
            `${evaluated - equal} in executions refused for another reason; ` +
            `the value itself stands in the recording of ${seen}`,
        );
      }
      expect(wrong).toEqual([]);
      expect(counts.get("intrinsic")?.texts.size).toBeGreaterThan(50);
      expect(counts.get("JSONPath")?.equal).toBeGreaterThan(1000);
      expect(counts.get("intrinsic")?.equal).toBe(counts.get("intrinsic")?.evaluated);
    });

    test("each field that a TestState answer shows has its value", () => {
      const answers = readTestStates(join(folder ?? "", "../teststate"));
      const checks = answers.flatMap((answer) =>
        checksOf(answer).map((check) => ({ ...check, masks: maskedValues(answer.placeholders) })),
      );
      const wrong = checks.filter(
        ({ masks, expected, actual }) => actual === undefined || !masks.match(expected, actual),
      );
      console.log(
        `fields of TestState answers: ${checks.length} evaluated, ${checks.length - wrong.length} equal, ` +
          `in ${new Set(checks.map(({ where }) => where.split(" ")[0])).size} of ${answers.length} answers`,
      );
      expect(wrong.map(({ where, expected, actual }) => ({ where, expected, actual }))).toEqual([]);
      expect(checks.length).toBeGreaterThan(30);
    });

    test("each path that makes a TestState call fail does so with its text", async () => {
      const answers = readTestStates(join(folder ?? "", "../teststate")).filter(
        ({ expected }) => expected.error === "States.Runtime",
      );
      for (const answer of answers) expect(await causeOf(answer), answer.id).toBe(answer.expected.cause);
      console.log(`failing paths of TestState answers: ${answers.length} equal`);
      expect(answers.length).toBeGreaterThan(0);
    });
  },
);

/** The cause of a state that fails because of a path, without the place that TestState leaves out. */
async function causeOf({ definition, input, context }: TestStateAnswer): Promise<string> {
  const given = context as { readonly Execution: { readonly Input: Json } } | undefined;
  const first = { Type: "Pass", Result: input, Next: "Tested" };
  const { machine } = readMachine({ StartAt: "First", States: { First: first, Tested: definition } });
  const run = machine && (await simulate(machine, { input: given?.Execution.Input ?? input }));
  return run?.cause?.replace(/^An error .*? \(entered at the event id #\d+\)\. /, "") ?? "";
}

/** Every value that the recording shows: in inputs, outputs, payloads, variables and results. */
function valuesShown({ expected, input }: Recording): ReadonlySet<string> {
  const shown = new Set<string>();
  const walk = (value: Json): void => {
    shown.add(canonical(value));
    if (typeof value !== "object" || value === null) return;
    for (const part of Object.values(value)) walk(part as Json);
  };
  walk(expected as unknown as Json);
  walk(input);
  return shown;
}

function canonical(value: Json): string {
  return JSON.stringify(value, (_, part: Json) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}
