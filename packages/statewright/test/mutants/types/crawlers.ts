import type { ToldMachine } from "../told-machine.ts";

const crawler = (State: string) => ({ result: { Crawler: { Name: "costs", State, DatabaseName: "cid" } } });

export const crawlers: ToldMachine = {
  file: "cloud-intelligence-dashboard-source-crawler-state-machine",
  input: { crawlers: ["string"], behavior: "=WAIT|NOWAIT" },
  tasks: {
    GetCrawler: {
      takes: { Name: "string" },
      returns: { Crawler: { Name: "string", State: "=READY|RUNNING|STOPPING", DatabaseName: "string" } },
    },
    StartCrawler: { takes: { Name: "string" }, returns: {} },
  },
  runs: [
    {
      input: { crawlers: ["costs"], behavior: "WAIT" },
      answers: { GetCrawler: [crawler("RUNNING"), crawler("READY")], StartCrawler: { result: {} } },
    },
    {
      input: { crawlers: ["costs", "costs"], behavior: "NOWAIT" },
      answers: { GetCrawler: [crawler("STOPPING"), crawler("READY")], StartCrawler: { result: {} } },
    },
  ],
};
