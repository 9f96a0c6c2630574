import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type Problem, problem } from "../command-line/problem.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Largest file that is read: a definition is at most 1 MB on AWS, an input 256 KiB. */
const largestBytes = 64 * 1024 * 1024;

/**
 * Reads a file, or standard input for `-`. `what` names it in messages: `a state machine`, `the mocks`.
 *
 * @param packed with `gzip`, a file that is compressed so is unpacked.
 */
export async function readText(
  file: string,
  what: string,
  terminal: Terminal,
  packed?: "gzip",
): Promise<string | Problem> {
  if (file === "-") return textOf(file, await terminal.readStandardInput(), what);
  try {
    const read = await readFile(resolve(terminal.cwd, file));
    const bytes = packed === "gzip" && isGzip(read) ? await unpack(read) : read;
    if (bytes.length > largestBytes) {
      return unreadable(file, `${what} has ${bytes.length} bytes, and at most ${largestBytes} are read.`);
    }
    return isUtf8(bytes) ? textOf(file, bytes.toString("utf8"), what) : noText(file, what);
  } catch (error) {
    return unreadable(file, reason(error, what));
  }
}

const unpackBytes = promisify(gunzip);

/** A small file can unpack to a very large one. */
function unpack(bytes: Buffer): Promise<Buffer> {
  return unpackBytes(bytes, { maxOutputLength: largestBytes });
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** How a file is called in messages and results. */
export function shownFile(file: string): string {
  return file === "-" ? "standard input" : file;
}

function unreadable(file: string, message: string): Problem {
  return problem({
    code: "config/unreadable-file",
    file: shownFile(file),
    message,
    help: "Give the path of a file that can be read, seen from the folder you are in.",
  });
}

function reason(error: unknown, what: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return `There is no such file; it should be ${what}.`;
  if (code === "EISDIR") return `This is a folder; it should be ${what}.`;
  if (code === "EACCES" || code === "EPERM")
    return `There is no permission to read it; it should be ${what}.`;
  if (code === "ERR_BUFFER_TOO_LARGE")
    return `It unpacks to more than ${largestBytes} bytes; it should be ${what}.`;
  return `It cannot be read (${String(code ?? "unknown reason")}); it should be ${what}.`;
}

/** A byte order mark is no part of the text; what holds the character of number 0 is no text. */
function textOf(file: string, read: string, what: string): string | Problem {
  if (read.includes("\0")) return noText(file, what);
  return read.startsWith("\uFEFF") ? read.slice(1) : read;
}

function noText(file: string, what: string): Problem {
  return problem({
    code: "config/unreadable-file",
    file: shownFile(file),
    message: `This is no text in UTF-8; it should be ${what}.`,
    help: "Save it as text in UTF-8, or give another file.",
  });
}
