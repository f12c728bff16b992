import { Fault } from "../core/fault.ts";
import type { Found, ScanConfig, TextKind } from "../core/reference.ts";
import { compileScanner, type Scanner } from "../references/scan.ts";
import type { Io } from "./io.ts";
import { isKind, KINDS, scanConfig } from "./refs-config.ts";

/** One line of input; a longer one is no row, and is never held in memory. */
const LONGEST_ROW = 64 * 1024 * 1024;

/** Rows usually share a few configurations; more than this are compiled anew rather than kept. */
const MOST_SCANNERS = 256;

/** So much is written at once; one write an answer would cost more than the scan. */
export const WRITE_SIZE = 64 * 1024;

const LINE_FEED = 10;

interface Row {
  readonly id: unknown;
  readonly kind: TextKind;
  readonly text: string;
  readonly config: ScanConfig;
  readonly path?: string;
  readonly commentChar?: string;
}

/**
 * Reads rows `{id, kind, text, providers, path?, commentChar?}` from standard input or a file, one JSON object a
 * line, and writes `{id, found: [{provider, id, start, end, role}]}` for each, in their order. A row that can't be
 * read is told on standard error with its line; the others are answered. Throws `Fault("usage")` at the end for those.
 */
export async function answerRows(
  io: Pick<Io, "stdout" | "stderr">,
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const scannerFor = scanners();
  let pending = "";
  let bad = 0;
  await eachLine(input, (line, number) => {
    if (line !== null && line.trim() === "") return;
    const answer = answerRow(line, scannerFor);
    if (answer.problem === null) pending += answer.row;
    else {
      bad += 1;
      io.stderr.write(`line ${number}: ${answer.problem}\n`);
    }
    if (pending.length < WRITE_SIZE) return;
    io.stdout.write(pending);
    pending = "";
  });
  io.stdout.write(pending);
  if (bad > 0) {
    throw new Fault("usage", bad === 1 ? "One row can't be read." : `${bad} rows can't be read.`, {
      wanted: "one JSON object a line: {id, kind, text, providers, path?, commentChar?}",
    });
  }
}

type Answer = { readonly problem: null; readonly row: string } | { readonly problem: string };

function answerRow(line: string | null, scannerFor: (config: ScanConfig) => Scanner): Answer {
  if (line === null) return { problem: `longer than ${LONGEST_ROW} bytes` };
  const row = readRow(line);
  if (typeof row === "string") return { problem: row };
  const { path, commentChar } = row;
  const found = scannerFor(row.config)(row.text, row.kind, {
    ...(path === undefined ? {} : { path }),
    ...(commentChar === undefined ? {} : { commentChar }),
  });
  return { problem: null, row: `${JSON.stringify({ id: row.id, found: found.map(shown) })}\n` };
}

/** A reference as rows and JSON show it, keys in the documented order. */
export function shown({ provider, id, start, end, role }: Found): Found {
  return { provider, id, start, end, role };
}

/** The row, or what is wrong with it. */
function readRow(line: string): Row | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "not JSON";
  }
  if (!isObject(value)) return "not an object";
  const { id, kind, text, providers, path, commentChar } = value;
  if (id === undefined) return "has no id";
  if (typeof kind !== "string" || !isKind(kind)) return `kind is none of ${KINDS.join(", ")}`;
  if (typeof text !== "string") return "text is no text";
  if (!isObject(providers)) return "providers is no object";
  const config = scanConfig(providers);
  if (typeof config === "string") return config;
  return {
    id,
    kind,
    text,
    config,
    ...(typeof path === "string" ? { path } : {}),
    ...(typeof commentChar === "string" ? { commentChar } : {}),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function scanners(): (config: ScanConfig) => Scanner {
  const known = new Map<string, Scanner>();
  return (config) => {
    const key = JSON.stringify(config);
    const scanner = known.get(key) ?? compileScanner(config);
    if (known.size >= MOST_SCANNERS) known.clear();
    known.set(key, scanner);
    return scanner;
  };
}

/** Lines of a stream, counted from 1, without their break; null for one that is too long to be held. */
async function eachLine(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  visit: (line: string | null, number: number) => void,
): Promise<void> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  const end = (): void => {
    number += 1;
    visit(size > LONGEST_ROW ? null : Buffer.concat(parts, size).toString("utf8"), number);
    parts = [];
    size = 0;
  };
  for await (const chunk of input) {
    let at = 0;
    for (let stop = chunk.indexOf(LINE_FEED); stop >= 0; stop = chunk.indexOf(LINE_FEED, at)) {
      size += stop - at;
      if (size <= LONGEST_ROW) parts.push(chunk.subarray(at, stop));
      end();
      at = stop + 1;
    }
    size += chunk.length - at;
    if (size <= LONGEST_ROW) parts.push(chunk.subarray(at));
    else parts = [];
  }
  if (size > 0) end();
}
