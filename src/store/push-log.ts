import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Statement } from "../attest/statement.ts";
import type { RefMove } from "../core/ref-moves.ts";
import { appendLines, writeAtomic } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";
import { PUSH_LOG, type PushAnswer, type PushRecord } from "./pushes.ts";

/** What is to be written down as evidence once a ref has moved; left out: nothing is. */
export interface KeptEvidence {
  /** The ref of the notes. */
  readonly notes: string;
  /** A log's name, where this record begins one. */
  readonly logId: string;
  /** in-toto statements by their records. */
  readonly parts: readonly (readonly Statement[])[];
}

/** An answer as it waits. */
export interface WaitingAnswer extends PushAnswer {
  readonly evidence?: KeptEvidence;
}

/** An answer whose push never arrived: another hook stopped it. */
const FORGOTTEN_MS = 24 * 60 * 60_000;

/** Keeps an answer until its ref has moved. Throws Fault("storage") where it can't be written. */
export function keepAnswer(commonDir: string, answer: WaitingAnswer, now: Date): void {
  const path = waitingFile(commonDir, answer);
  writeAtomic(path, JSON.stringify(answer));
  sweep(join(commonDir, STORE_FOLDER, WAITING), now);
}

/**
 * Writes down refs that have moved, each with the answer that was kept for it; answers the evidence that is to be written, too. Throws
 * Fault("storage").
 */
export function recordMoves(
  commonDir: string,
  moves: readonly RefMove[],
  now: Date,
): readonly (RefMove & { readonly evidence: KeptEvidence })[] {
  const waiting: (RefMove & { readonly evidence: KeptEvidence })[] = [];
  const lines = moves.map((move) => {
    const kept: WaitingAnswer | null = keptAnswer(commonDir, move);
    const { evidence, ...answer }: WaitingAnswer = kept ?? {
      ...move,
      verdict: null,
      policyDigest: null,
      counts: null,
    };
    if (evidence !== undefined) waiting.push({ ...move, evidence });
    const record: PushRecord = { schemaVersion: 1, kind: "push", at: now.toISOString(), ...answer };
    return `${JSON.stringify(record)}\n`;
  });
  appendLines(join(commonDir, STORE_FOLDER, PUSH_LOG), lines.join(""), "A push could not be written down.");
  for (const move of moves) rmSync(waitingFile(commonDir, move), { force: true });
  return waiting;
}

const WAITING = "pushes-waiting";

function waitingFile(commonDir: string, { ref, from, to }: RefMove): string {
  const name = createHash("sha256").update(`${ref}\0${from}\0${to}`).digest("hex").slice(0, 32);
  return join(commonDir, STORE_FOLDER, WAITING, `${name}.json`);
}

function keptAnswer(commonDir: string, move: RefMove): WaitingAnswer | null {
  try {
    const answer: WaitingAnswer = JSON.parse(readFileSync(waitingFile(commonDir, move), "utf8"));
    const isSame = answer.ref === move.ref && answer.from === move.from && answer.to === move.to;
    return isSame ? answer : null;
  } catch {
    // Not there, or torn: then the record says that nobody judged it.
    return null;
  }
}

function sweep(folder: string, now: Date): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined && now.getTime() - found.mtimeMs > FORGOTTEN_MS)
      rmSync(path, { recursive: true, force: true });
  }
}
