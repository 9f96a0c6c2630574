import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { exampleWorkflows, root } from "./example-workflows.ts";
import { statewright, statewrightProcess } from "./run-statewright.ts";

// The examples as a person runs them: through the command, from the root of the repository. One is built by the
// real process, the rest runs here; in the deep run all are processes.

const out = mkdtempSync(join(tmpdir(), "statewright-examples-"));
afterAll(() => rmSync(out, { recursive: true }));

const run = (...args: string[]) => statewright(args, root);

const require = createRequire(import.meta.url);
const aslValidator: (definition: unknown) => {
  isValid: boolean;
  errors: unknown[];
} = require("asl-validator");
const languageService = require("amazon-states-language-service");
const { TextDocument } = createRequire(require.resolve("amazon-states-language-service"))(
  "vscode-languageserver-textdocument",
);

describe.each(exampleWorkflows)("$name", ({ example, name, module }) => {
  let text: Promise<string> | undefined;
  const built = () => {
    text ??= build();
    return text;
  };
  async function build() {
    const start = name === "order-processing" ? statewrightProcess : statewright;
    const outcome = await start(["build", module, "--out", join(out, name)], root);
    expect(outcome).toMatchObject({ code: 0 });
    return readFileSync(join(out, name, `${name}.asl.json`), "utf8");
  }

  test("compiles to the very machine that stands beside it", async () => {
    expect(await built()).toBe(
      readFileSync(join(root, "examples", example, "asl", `${name}.asl.json`), "utf8"),
    );
  });

  test("is accepted by asl-validator", async () => {
    expect(aslValidator(JSON.parse(await built()))).toMatchObject({ isValid: true, errors: [] });
  });

  test("is accepted by amazon-states-language-service", async () => {
    const document = TextDocument.create("file:///machine.asl.json", "asl", 1, await built());
    const service = languageService.getLanguageService({});
    expect(await service.doValidation(document, service.parseJSONDocument(document))).toEqual([]);
  });

  test("has no findings, as TypeScript and as ASL", async () => {
    await built();
    for (const file of [module, join(out, name, `${name}.asl.json`)]) {
      const { code, stdout } = await run("check", file, "--json");
      expect(JSON.parse(stdout)).toMatchObject({
        files: [{ diagnostics: [] }],
        summary: { errors: 0, warnings: 0 },
      });
      expect(code).toBe(0);
    }
  });
});

interface Path {
  readonly example: string;
  /** Of an example that has several. */
  readonly workflow?: string;
  readonly path: string;
  readonly mocks?: string;
  readonly input?: string;
  readonly status: string;
  readonly states: readonly string[];
  readonly output?: unknown;
  readonly error?: string;
  /** Left out where it is drawn. */
  readonly elapsedSeconds?: number;
}

const shipped: Pick<Path, "states" | "output"> = {
  states: [
    "ValidateOrder",
    "ReserveItems",
    "InStock?",
    "ChargeCustomer",
    "ShipItems",
    "NotifyCustomer",
    "OrderCompleted",
  ],
  output: { orderId: "A-1001", status: "completed", total: 65, trackingNumber: "T-9" },
};

const paths: readonly Path[] = [
  {
    example: "order-processing",
    path: "an order that is shipped",
    status: "SUCCEEDED",
    ...shipped,
    elapsedSeconds: 0,
  },
  {
    example: "order-processing",
    path: "a payment that fails twice and then succeeds",
    mocks: "scenarios/payment-retried.mocks.json",
    status: "SUCCEEDED",
    ...shipped,
    elapsedSeconds: 6,
  },
  {
    example: "order-processing",
    path: "a shipment that fails and ends in a refund",
    mocks: "scenarios/refund.mocks.json",
    status: "SUCCEEDED",
    states: ["ValidateOrder", "ReserveItems", "InStock?", "ChargeCustomer", "ShipItems", "RefundCustomer"],
    output: { orderId: "A-1001", status: "refunded", total: 65 },
    elapsedSeconds: 0,
  },
  {
    example: "order-processing",
    path: "an order that is out of stock",
    mocks: "scenarios/out-of-stock.mocks.json",
    status: "SUCCEEDED",
    states: ["ValidateOrder", "ReserveItems", "InStock?", "OutOfStock"],
    output: { orderId: "A-1001", status: "out-of-stock", missing: ["lamp"] },
    elapsedSeconds: 0,
  },
  {
    example: "order-processing",
    path: "an order that is rejected",
    mocks: "scenarios/rejected.mocks.json",
    status: "FAILED",
    states: ["ValidateOrder", "OrderRejected"],
    error: "OrderRejected",
    elapsedSeconds: 0,
  },
  {
    example: "image-processing",
    path: "an image that is stored",
    status: "SUCCEEDED",
    states: ["ExtractMetadata", "Analyse", "MakeThumbnail", "FindLabels", "StoreMetadata", "TellSubscribers"],
    output: { key: "harbour.jpeg", thumbnailKey: "thumbnails/640/harbour.jpeg", labels: ["boat", "sea"] },
    elapsedSeconds: 0,
  },
  {
    example: "approval",
    path: "silence, a reminder, a delegation, and an approval",
    status: "SUCCEEDED",
    states: [
      ...["Begin", "AskApprover", "RemindAgain?", "Remind", "AskApprover", "Decision?", "MayDelegate?"],
      ...["Delegate", "AskApprover", "Decision?", "Approved"],
    ],
    output: { requestId: "E-7", status: "approved", by: "ben", reason: null },
    elapsedSeconds: 2 * 24 * 3600 + 24 * 3600 + 2 * 3600,
  },
  {
    example: "approval",
    workflow: "expenses",
    path: "an expense that is paid once it is approved",
    status: "SUCCEEDED",
    states: ["Begin", "NeedsApproval?", "Approve", "Approved?", "Pay"],
    output: { requestId: "E-7", status: "paid", by: "ben", reason: null },
    elapsedSeconds: 266_400,
  },
  {
    example: "hiring-pipeline",
    path: "three candidates, one of whom sent no PDF",
    status: "SUCCEEDED",
    states: [
      "EachCandidate",
      ...["AssessCandidate", "AssessCandidate", "AssessCandidate", "Begin", "Begin", "Begin"],
      ...["ReadResume", "ReadResume", "ReadResume", "NoteFailure", "MatchRole", "MatchRole"],
      ...["Research", "Research", "WriteAssessment", "WriteAssessment", "ScoreQuality", "ScoreQuality"],
      ...["GoodEnough?", "GoodEnough?", "Accept", "Accept", "PlanInterview", "PlanInterview"],
      ...["StorePlan", "StorePlan"],
    ],
    elapsedSeconds: 40,
  },
  {
    example: "agent-task-runner",
    path: "a tool, a long job, and an answer",
    status: "SUCCEEDED",
    states: [
      ...["Begin", "Decide", "Action?", "CallTool", "MayGoOn?", "Decide", "Action?", "RunJob", "MayGoOn?"],
      ...["Decide", "Action?", "WriteReport"],
    ],
    output: {
      status: "answered",
      answer: "The import was slow, as an index was missing.",
      steps: 3,
      tokensLeft: 14_400,
    },
    elapsedSeconds: 256,
  },
  {
    example: "nightly-reports",
    workflow: "nightly-reports-distributed",
    path: "two customers of a CSV file",
    status: "SUCCEEDED",
    states: ["EachCustomer"],
  },
  {
    example: "nightly-reports",
    path: "three customers, one of whom is gone",
    status: "SUCCEEDED",
    states: [
      "EachCustomer",
      ...["MakeReport", "MakeReport", "MakeReport", "Remember", "Remember", "Remember"],
      ...["FetchUsage", "FetchUsage", "FetchUsage", "NoteFailure"],
      ...["Aggregate", "Aggregate", "RenderReport", "RenderReport"],
      ...["UploadReport", "UploadReport", "MailReport", "MailReport"],
    ],
    output: {
      day: "2026-11-26",
      sent: [
        { customer: "ada", key: "2026-11-26/ada.html", total: 4.5 },
        { customer: "ben", key: "2026-11-26/ben.html", total: 0 },
      ],
      failed: [{ customer: "closed-3", error: "NoSuchCustomer", cause: "There is no customer closed-3." }],
    },
    elapsedSeconds: 3,
  },
  {
    example: "claims-agent",
    path: "a claim that is decided by rule",
    status: "SUCCEEDED",
    states: [
      ...["ClaimOnce", "Intake", "ScoreFraud", "Adjudicate"],
      ...["Route", "DecideByRule", "RecordDecision", "TellMember"],
    ],
    output: {
      claimId: "CL-1042",
      decision: "approved",
      payableCents: 14_400,
      decidedBy: "rule",
      reason: "plan/99213",
    },
  },
  {
    example: "document-ingestion",
    path: "a document of four chunks",
    status: "SUCCEEDED",
    states: [
      ...["ExtractText", "ChunkText", "AnyText?", "EmbedEach"],
      ...["EmbedChunk", "EmbedChunk", "EmbedChunk", "EmbedChunk"],
      ...["Collect", "EnoughEmbedded?", "UpsertVectors", "Notify"],
    ],
    output: { documentId: "D-31", status: "ingested", chunks: 4, failed: [] },
    elapsedSeconds: 9,
  },
  {
    example: "traffic-light",
    path: "two cycles",
    status: "SUCCEEDED",
    states: [
      "SwitchOn",
      ...["Green", "StayGreen", "Yellow", "StayYellow", "Red", "StayRed", "Again?"],
      ...["Green", "StayGreen", "Yellow", "StayYellow", "Red", "StayRed", "Again?"],
      "SwitchOff",
    ],
    output: { light: "red", cyclesLeft: 0 },
    elapsedSeconds: 2 * (30 + 3 + 20),
  },
];

test.each(paths)(
  "$example: $path",
  async ({ example, workflow = example, mocks, status, states, output, error, elapsedSeconds }) => {
    const folder = `examples/${example}`;
    const mockFile = mocks ? `${folder}/${mocks}` : `${folder}/src/${workflow}.mocks.json`;
    const source = `${folder}/src/${workflow}`;
    const args = ["simulate", `${source}.ts`, "--input", `${source}.input.json`, "--json"];
    const { code, stdout } = await run(
      ...args,
      ...(example === "traffic-light" ? [] : ["--mocks", mockFile]),
    );
    const simulation = JSON.parse(stdout);
    expect(simulation).toMatchObject({
      status,
      states,
      ...(elapsedSeconds !== undefined && { elapsedSeconds }),
      ...(output !== undefined && { output }),
      ...(error && { error }),
    });
    expect(simulation.events.map(({ id }: { id: number }) => id)).toEqual(
      simulation.events.map((_: unknown, index: number) => index + 1),
    );
    expect(simulation.events.at(-1).type).toBe(
      status === "SUCCEEDED" ? "ExecutionSucceeded" : "ExecutionFailed",
    );
    expect(code).toBe(status === "SUCCEEDED" ? 0 : 1);
  },
);
