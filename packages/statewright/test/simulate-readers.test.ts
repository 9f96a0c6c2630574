import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// `simulate` reads the files that the mocks name for the readers of a Distributed Map, and shows what is written.

const machine = JSON.stringify({
  QueryLanguage: "JSONata",
  StartAt: "All",
  States: {
    All: {
      Type: "Map",
      Label: "All",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" },
        Arguments: { Bucket: "b", Key: "items.csv" },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "Each",
        States: { Each: { Type: "Pass", End: true } },
      },
      ResultWriter: {
        Resource: "arn:aws:states:::s3:putObject",
        Arguments: { Bucket: "b", Prefix: "out" },
        WriterConfig: { Transformation: "COMPACT", OutputType: "JSON" },
      },
      End: true,
    },
  },
});

const mocks = (file: string): string => JSON.stringify({ readers: { "s3://b/items.csv": { file } } });
const folder = makeFolder("simulate-readers", {
  "work/m.asl.json": machine,
  "work/data/items.csv": "id,name\n1,é\n2,b\n",
  "work/plain.json": mocks("data/items.csv"),
  "work/packed.json": mocks("items.csv.gz"),
  "work/bomb.json": mocks("bomb.gz"),
  "work/broken.json": mocks("broken.gz"),
  "work/up.json": mocks("../secret.csv"),
  "work/link.json": mocks("link.csv"),
  "work/absolute.json": mocks("/etc/hostname"),
  "work/none.json": mocks("none.csv"),
  "work/folder.json": mocks("data"),
  "secret.csv": "id\n7\n",
});
const cwd = join(folder.path, "work");
writeFileSync(join(cwd, "items.csv.gz"), gzipSync("id,name\n1,é\n2,b\n"));
writeFileSync(join(cwd, "bomb.gz"), gzipSync(Buffer.alloc(80 * 1024 * 1024)));
writeFileSync(join(cwd, "broken.gz"), Buffer.from([0x1f, 0x8b, 1, 2, 3]));
symlinkSync(join(folder.path, "secret.csv"), join(cwd, "link.csv"));
afterAll(() => folder.remove());

const simulate = (file: string) => statewright(["simulate", "m.asl.json", "--mocks", file, "--json"], cwd);

test("a file beside the mocks is what the reader reads, packed with GZIP or not (R-DMAP-05a)", async () => {
  for (const file of ["plain.json", "packed.json"]) {
    const { code, stdout } = await simulate(file);
    expect(code).toBe(0);
    const { written, mapRuns, output } = JSON.parse(stdout);
    const { Bucket, Key } = output.ResultWriterDetails;
    const results = `s3://${Bucket}/${Key.replace("manifest.json", "SUCCEEDED_0.json")}`;
    expect(JSON.parse(written[results].text)).toEqual([
      { id: "1", name: "é" },
      { id: "2", name: "b" },
    ]);
    expect(mapRuns[0].itemCounts).toMatchObject({ total: 2, succeeded: 2, resultsWritten: 2 });
  }
});

test("what lies outside the folder of the mocks is not read, by no way", async () => {
  for (const file of ["up.json", "link.json", "absolute.json"]) {
    const { code, stdout, stderr } = await simulate(file);
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error.message).toContain("does not lie below the folder of the mocks");
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  }
});

test("what cannot be read is named in one line", async () => {
  for (const [file, part] of [
    ["none.json", "there is no such file"],
    ["folder.json", "it is no file"],
    ["bomb.json", "unpacks to more than 67108864 bytes"],
    ["broken.json", "cannot be read"],
  ] as const) {
    const { code, stdout } = await simulate(file);
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({ code: "config/unreadable-file" });
    expect(JSON.parse(stdout).error.message).toContain(part);
  }
});
