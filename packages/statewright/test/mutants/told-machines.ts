import type { ToldMachine } from "./told-machine.ts";
import { accountVending } from "./types/account-vending.ts";
import { agentWithRegistry } from "./types/agent-with-registry.ts";
import { analyzeExpense } from "./types/analyze-expense.ts";
import { blueprintDeployment } from "./types/blueprint-deployment.ts";
import { containerSummaries } from "./types/container-summaries.ts";
import { crawlers } from "./types/crawlers.ts";
import { embeddingPipeline } from "./types/embedding-pipeline.ts";
import { inactiveFunctions } from "./types/inactive-functions.ts";
import { orderBot } from "./types/order-bot.ts";
import { placeOrder } from "./types/place-order.ts";
import { predictions } from "./types/predictions.ts";
import { propertyApproval } from "./types/property-approval.ts";
import { reserveStock } from "./types/reserve-stock.ts";
import { resourceBackup } from "./types/resource-backup.ts";
import { rulesToSchedules } from "./types/rules-to-schedules.ts";
import { streamedResults } from "./types/streamed-results.ts";
import { summarizeTranscription } from "./types/summarize-transcription.ts";
import { transcribeFile } from "./types/transcribe-file.ts";
import { webhookProvider } from "./types/webhook-provider.ts";

/** Real machines whose types are written by hand. */
export const toldMachines: readonly ToldMachine[] = [
  accountVending,
  agentWithRegistry,
  analyzeExpense,
  blueprintDeployment,
  containerSummaries,
  crawlers,
  embeddingPipeline,
  inactiveFunctions,
  orderBot,
  placeOrder,
  predictions,
  propertyApproval,
  reserveStock,
  resourceBackup,
  rulesToSchedules,
  streamedResults,
  summarizeTranscription,
  transcribeFile,
  webhookProvider,
];
