// Quotas of AWS Step Functions. Read in October 2026 from: the service's API model (API), the Step Functions
// Developer Guide, pages "Service quotas", "Distributed mode" and "ItemReader" (DG), the Amazon States Language
// specification of 22 November 2024 (ASL), executions recorded on AWS (recorded), and AWS's own published
// guidance for Step Functions of August 2026 (guidance). "unconfirmed" stands where none of them says the number.

/** One quota: its number, what it counts, whether AWS can raise it, and where the number comes from. */
export interface Quota {
  readonly value: number;
  readonly unit: string;
  /** `false`: can be raised on request. */
  readonly hard: boolean;
  readonly source: string;
}

// [can AWS raise it (soft) or not (hard), number, unit, source]
const rows = {
  definitionBytes: ["hard", 1_048_576, "bytes", "API"],
  payloadBytes: ["hard", 262_144, "bytes of UTF-8", "API"],
  requestBytes: ["hard", 1_048_576, "bytes", "DG"],
  activityTaskInputLength: ["hard", 1_048_576, "characters", "API"],
  stateNameLength: ["hard", 80, "characters", "ASL, API"],
  stateMachineNameLength: ["hard", 80, "characters", "API"],
  variableNameLength: ["hard", 80, "characters", "ASL"],
  variableBytes: ["hard", 262_144, "bytes", "DG"],
  assignBytes: ["hard", 262_144, "bytes for one Assign", "DG"],
  variablesBytes: ["hard", 10_485_760, "bytes for one execution", "DG"],
  historyEvents: ["hard", 25_000, "events of a Standard execution", "DG, recorded"],
  standardExecutionSeconds: ["hard", 31_536_000, "seconds", "DG"],
  expressExecutionSeconds: ["hard", 300, "seconds", "DG"],
  executionRetentionDays: ["soft", 90, "days after the end", "DG"],
  redriveDays: ["hard", 14, "days after the end", "API"],
  taskTokenLength: ["hard", 2048, "characters", "API"],
  errorLength: ["hard", 256, "characters", "API"],
  causeLength: ["hard", 32_768, "characters", "API"],
  openExecutions: ["soft", 1_000_000, "Standard executions for one account and Region", "DG"],
  openMapRuns: ["hard", 1000, "for one account", "DG"],
  inlineMapConcurrency: ["soft", 40, "iterations, about", "DG"],
  distributedMapConcurrency: ["hard", 10_000, "child executions", "DG"],
  mapRunItems: ["hard", 100_000_000, "items", "DG"],
  mapRunRedrives: ["hard", 1000, "for one Map Run", "DG"],
  mapRunDispatchExpress: ["hard", 1000, "child executions a second", "DG"],
  mapRunDispatchStandard: ["hard", 100, "child executions a second", "DG"],
  mapLabelLength: ["hard", 40, "characters", "unconfirmed"],
  maxInputBytesPerBatch: ["hard", 262_144, "bytes", "DG"],
  itemReaderFileGigabytes: ["hard", 10, "GB for one S3 object", "DG"],
  itemReaderItemMegabytes: ["hard", 8, "MB for one item, before ItemSelector makes it smaller", "DG"],
  csvHeadersKibibytes: ["hard", 10, "KiB", "DG"],
  itemsPointerLength: ["hard", 2000, "characters, exclusive", "DG"],
  parquetRowGroupMegabytes: ["hard", 256, "MB", "DG"],
  parquetFooterMegabytes: ["hard", 5, "MB", "DG"],
  resultWriterFileGigabytes: ["hard", 5, "GB", "guidance"],
  httpTaskSeconds: ["hard", 60, "seconds", "DG"],
  httpTaskRate: ["soft", 300, "a second, and as a burst", "DG"],
  maxDelaySeconds: ["hard", 31_622_400, "seconds", "DG"],
  secondsMax: ["hard", 99_999_999, "seconds, or attempts", "DG"],
  waitDays: ["hard", 24_855, "days", "recorded"],
  intrinsicNesting: ["hard", 10, "levels", "DG"],
  arrayRangeElements: ["hard", 1000, "elements", "ASL"],
  base64Length: ["hard", 10_000, "characters", "ASL"],
  hashInputLength: ["hard", 10_000, "characters", "ASL"],
  versionsPerStateMachine: ["soft", 1000, "versions", "DG"],
  aliasesPerStateMachine: ["soft", 100, "aliases", "DG"],
  tagsPerResource: ["hard", 50, "tags", "DG"],
  tagKeyLength: ["hard", 128, "characters", "DG"],
  tagValueLength: ["hard", 256, "characters", "DG"],
  testStateSeconds: ["hard", 300, "seconds", "API"],
  testStateRate: ["soft", 10, "a second", "DG"],
  testStateBurst: ["soft", 50, "calls", "DG"],
  validateMaxResults: ["hard", 100, "diagnostics", "API"],
  registeredStateMachines: ["soft", 100_000, "state machines, up to 150,000", "DG"],
  // "Large" Regions are us-east-1, us-west-2 and eu-west-1. Express executions have no quota of transitions.
  stateTransitionRateLarge: ["soft", 5000, "a second, and as a burst", "DG"],
  stateTransitionRate: ["soft", 800, "a second, and as a burst", "DG"],
  startExecutionRateLarge: ["soft", 300, "a second", "DG"],
  startExecutionBurstLarge: ["soft", 1300, "calls", "DG"],
  startExecutionRate: ["soft", 150, "a second", "DG"],
  startExecutionBurst: ["soft", 800, "calls", "DG"],
  startExecutionRateExpress: ["soft", 6000, "a second, and as a burst", "DG"],
} as const;

type QuotaName = keyof typeof rows;

/** Every quota with its unit and source. */
export const quotaTable: Readonly<Record<QuotaName, Quota>> = Object.freeze(
  byName((name) => {
    const [kind, value, unit, source] = rows[name];
    return Object.freeze({ value, unit, hard: kind === "hard", source });
  }),
);

/** The numbers alone: `quotas.payloadBytes`. */
export const quotas: Readonly<Record<QuotaName, number>> = Object.freeze(byName((name) => rows[name][1]));

function byName<Value>(find: (name: QuotaName) => Value): Record<QuotaName, Value> {
  const names = Object.keys(rows) as QuotaName[];
  return Object.fromEntries(names.map((name) => [name, find(name)])) as Record<QuotaName, Value>;
}
