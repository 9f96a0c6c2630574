// How long an editor waits for the completions behind the last state: the language service of TypeScript 6 in this
// process, and the native language server of TypeScript 7. An edit comes before each request, as when somebody types.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { root, secondsOf } from "./project.mjs";

/** Milliseconds of each request, the first one after the project was opened left out. */
export async function completionTimes(project, version, text, rounds) {
  const editor = version === 6 ? await languageService(project) : await languageServer(project);
  const times = [];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      await editor.edit(`${text} // ${round}\n.`);
      const [start, before] = [performance.now(), editor.seconds()];
      const names = await editor.completions();
      const clock = performance.now() - start;
      for (const name of ["task", "choice", "end"])
        if (!names.includes(name)) throw new Error(`no completion ${name} among ${names.length}`);
      if (round > 0) times.push({ clock, processor: (editor.seconds() - before) * 1000 });
    }
  } finally {
    editor.close();
  }
  return times;
}

async function languageService(project) {
  const ts = createRequire(join(root, "package.json"))("typescript");
  const file = join(project, "workflow.ts");
  let text = readFileSync(file, "utf8");
  let version = 0;
  const settings = ts.parseJsonConfigFileContent(
    JSON.parse(readFileSync(join(project, "tsconfig.json"), "utf8")),
    ts.sys,
    project,
  );
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : "0"),
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => project,
    getCompilationSettings: () => settings.options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  return {
    edit: (content) => {
      text = content;
      version += 1;
    },
    completions: () =>
      (service.getCompletionsAtPosition(file, text.length, {})?.entries ?? []).map(({ name }) => name),
    seconds: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
    close: () => service.dispose(),
  };
}

async function languageServer(project) {
  const { default: program } = await import(
    pathToFileURL(join(root, "node_modules/typescript-7/lib/getExePath.js")).href
  );
  const server = spawn(program(), ["--lsp", "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const waiting = new Map();
  let last = 0;
  let read = Buffer.alloc(0);
  server.stdout.on("data", (bytes) => {
    read = Buffer.concat([read, bytes]);
    for (;;) {
      const head = read.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(read.subarray(0, head).toString())?.[1]);
      if (read.length < head + 4 + length) return;
      answered(JSON.parse(read.subarray(head + 4, head + 4 + length).toString()));
      read = read.subarray(head + 4 + length);
    }
  });
  /** What the server asks for itself is answered with nothing. */
  const answered = (message) => {
    if (message.method !== undefined) {
      if (message.id === undefined) return;
      const items = message.params?.items;
      send({ id: message.id, result: Array.isArray(items) ? items.map(() => null) : null });
      return;
    }
    const { resolve, reject } = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) reject(new Error(message.error.message));
    else resolve(message.result);
  };
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ask = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      send({ id: last, method, params });
    });
  const uri = pathToFileURL(join(project, "workflow.ts")).href;
  let version = 1;
  let lines = [];
  await ask("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(project).href,
    capabilities: { textDocument: { completion: { completionItem: {} } } },
  });
  send({ method: "initialized", params: {} });
  const text = readFileSync(join(project, "workflow.ts"), "utf8");
  send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri, languageId: "typescript", version, text } },
  });
  return {
    edit: (content) => {
      version += 1;
      lines = content.split("\n");
      const contentChanges = [{ text: content }];
      send({ method: "textDocument/didChange", params: { textDocument: { uri, version }, contentChanges } });
    },
    completions: async () => {
      const position = { line: lines.length - 1, character: lines.at(-1).length };
      const found = await ask("textDocument/completion", { textDocument: { uri }, position });
      return (found?.items ?? found ?? []).map(({ label }) => label);
    },
    seconds: () => secondsOf(server.pid),
    close: () => server.kill(),
  };
}
