import { bug } from "@statewright/diagnostics";
import { type Json, utf8Length } from "@statewright/json-types";
import { isoTime } from "../../json/iso-time.ts";
import { jsonText } from "../../json/json-text.ts";
import type { DistributedMap, WriterPlan } from "../../program/map-plan.ts";
import type { WrittenObject } from "../command.ts";
import { resultsOf } from "../containers.ts";
import { executionArn, stateMachineArn } from "../context-object.ts";
import type { Draft } from "../draft.ts";
import type { ChildOutcome, Container, WriterDestination } from "../part.ts";
import { chunkId, chunkLength } from "../part-ids.ts";
import { partOf } from "../parts.ts";
import { childIdentity } from "./map-child.ts";

/** The result of the state: what the children gave, or where it was exported (R-DMAP-12). */
export function resultOfRun(draft: Draft, plan: DistributedMap, container: Container): Json {
  const { destination, described } = container;
  if (destination !== undefined) {
    const ResultWriterDetails = { Bucket: destination.bucket, Key: destination.key };
    return { MapRunArn: described?.mapRunArn ?? "", ResultWriterDetails };
  }
  const transformation = plan.distributed.writer?.transformation;
  if (transformation !== "NONE") return transform(resultsOf(draft, container), transformation);
  return indexesOf(container).map((index) => childRecord(draft, plan, container, index));
}

/**
 * The files of an export: a manifest beside one file for each outcome. What failed, timed out or was aborted is
 * written with the metadata of its execution, whatever the transformation.
 */
export function exportedFiles(
  draft: Draft,
  plan: DistributedMap,
  container: Container,
  { bucket, key }: WriterDestination,
): readonly WrittenObject[] {
  const { transformation, outputType } = plan.distributed.writer ?? bug("no writer");
  const byOutcome = { FAILED: [] as Json[], PENDING: [] as Json[], SUCCEEDED: [] as Json[] };
  for (const index of indexesOf(container)) {
    const outcome = outcomeAt(draft, container, index);
    if (outcome === "succeeded" && transformation !== "NONE") continue;
    const file = outcome === "succeeded" ? "SUCCEEDED" : outcome === "pending" ? "PENDING" : "FAILED";
    byOutcome[file].push(childRecord(draft, plan, container, index));
  }
  if (transformation !== "NONE")
    byOutcome.SUCCEEDED = [...transform(resultsOf(draft, container), transformation)];
  const folder = key.slice(0, key.lastIndexOf("/") + 1);
  const objects: WrittenObject[] = [];
  const listed: Record<string, Json> = {};
  for (const [file, results] of Object.entries(byOutcome)) {
    listed[file] = [];
    if (results.length === 0) continue;
    const text =
      outputType === "JSONL" ? results.map((each) => `${jsonText(each)}\n`).join("") : textOf(results);
    const Key = `${folder}${file}_0.${outputType.toLowerCase()}`;
    objects.push({ address: `s3://${bucket}/${Key}`, text });
    listed[file] = [{ Key, Size: utf8Length(text) }];
  }
  const MapRunArn = container.described?.mapRunArn ?? "";
  const manifest = jsonText({ DestinationBucket: bucket, MapRunArn, ResultFiles: listed });
  return [...objects, { address: `s3://${bucket}/${key}`, text: manifest }];
}

/** Nothing but commas and brackets around texts that are JSON. */
function textOf(results: readonly Json[]): string {
  return `[${results.map(jsonText).join(",")}]`;
}

function transform(
  outputs: readonly Json[],
  transformation: WriterPlan["transformation"] = "COMPACT",
): readonly Json[] {
  if (transformation !== "FLATTEN") return outputs;
  return outputs.flatMap((output) => (Array.isArray(output) ? (output as readonly Json[]) : [output]));
}

function indexesOf({ length }: Container): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}

function outcomeAt(draft: Draft, container: Container, index: number): ChildOutcome | "pending" {
  const chunk = partOf(draft, chunkId(container.id, Math.floor(index / chunkLength)));
  const done = chunk?.kind === "values" ? chunk.done?.[index % chunkLength] : undefined;
  if (done !== undefined && done !== "") return done;
  return index < container.next ? "aborted" : "pending"; // what runs when the Map Run ends is aborted
}

const statuses = {
  succeeded: "SUCCEEDED",
  failed: "FAILED",
  timedOut: "TIMED_OUT",
  aborted: "ABORTED",
  pending: "PENDING",
} as const;

/** A child as DescribeExecution describes it. */
function childRecord(draft: Draft, plan: DistributedMap, container: Container, index: number): Json {
  const chunk = partOf(draft, chunkId(container.id, Math.floor(index / chunkLength)));
  const values = chunk?.kind === "values" ? chunk : undefined;
  const end = values?.ends?.[index % chunkLength] ?? undefined;
  const outcome = outcomeAt(draft, container, index);
  const identity = childIdentity(draft, plan, container, index, end?.startTime ?? draft.now, end?.redrives);
  const succeeded = outcome === "succeeded";
  const express = plan.distributed.executionType === "EXPRESS";
  return {
    ExecutionArn: executionArn(identity),
    Input: jsonText(identity.input),
    InputDetails: { Included: true },
    Name: identity.name,
    ...(succeeded && {
      Output: jsonText(values?.values[index % chunkLength] ?? null),
      OutputDetails: { Included: true },
    }),
    ...(end?.error !== undefined && { Error: end.error }),
    ...(end?.cause !== undefined && { Cause: end.cause }),
    RedriveCount: express ? 0 : (end?.redrives ?? 0),
    RedriveStatus: succeeded ? "NOT_REDRIVABLE" : express ? "REDRIVABLE_BY_MAP_RUN" : "REDRIVABLE",
    ...(succeeded && { RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven" }),
    ...(end !== undefined && { StartDate: isoTime(end.startTime) }),
    StateMachineArn: stateMachineArn(identity),
    Status: statuses[outcome],
    ...(end !== undefined && { StopDate: isoTime(end.stopTime ?? draft.now) }),
  };
}
