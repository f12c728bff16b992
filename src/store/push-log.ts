import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../core/finding.ts";
import { isObjectId } from "../core/object-id.ts";
import type { RefMove } from "../core/ref-moves.ts";
import type { Counts } from "../core/report.ts";
import { appendLines, writeAtomic } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";

/** How one ref of a push was judged. Null in the place of a verdict: nobody judged it. */
export interface PushAnswer extends RefMove {
  readonly verdict: Verdict | null;
  readonly policyDigest: string | null;
  readonly counts: Counts | null;
}

/** One line of the log: a ref that has moved. `at`: when this repository moved it, RFC 3339 in UTC. */
export interface PushRecord extends PushAnswer {
  readonly schemaVersion: 1;
  readonly kind: "push";
  readonly at: string;
}

/** An answer whose push never arrived: another hook stopped it. */
const FORGOTTEN_MS = 24 * 60 * 60_000;

/** Keeps an answer until its ref has moved. Throws Fault("storage") where it can't be written. */
export function keepAnswer(commonDir: string, answer: PushAnswer, now: Date): void {
  const path = waitingFile(commonDir, answer);
  writeAtomic(path, JSON.stringify(answer));
  sweep(join(commonDir, STORE_FOLDER, WAITING), now);
}

/** Writes down refs that have moved, each with the answer that was kept for it. Throws Fault("storage"). */
export function recordMoves(commonDir: string, moves: readonly RefMove[], now: Date): void {
  const lines = moves.map((move) => {
    const answer = keptAnswer(commonDir, move) ?? {
      ...move,
      verdict: null,
      policyDigest: null,
      counts: null,
    };
    const record: PushRecord = { schemaVersion: 1, kind: "push", at: now.toISOString(), ...answer };
    return `${JSON.stringify(record)}\n`;
  });
  appendLines(join(commonDir, STORE_FOLDER, LOG), lines.join(""), "A push could not be written down.");
  for (const move of moves) rmSync(waitingFile(commonDir, move), { force: true });
}

/** What is needed of a record to tell when commits arrived. */
export type RecordedMove = Pick<PushRecord, "at" | "ref" | "from" | "to">;

/** The refs that have moved, in the order in which they were written down. A torn last line is passed by. */
export function recordedMoves(commonDir: string): readonly RecordedMove[] {
  let text: string;
  try {
    text = readFileSync(join(commonDir, STORE_FOLDER, LOG), "utf8");
  } catch {
    // No push was ever written down here.
    return [];
  }
  return text.split("\n").flatMap((line) => moveIn(line) ?? []);
}

function moveIn(line: string): RecordedMove | null {
  try {
    const record: PushRecord = JSON.parse(line);
    const isMove = [record.from, record.to].every((one) => one === null || isObjectId(String(one)));
    return isMove && typeof record.at === "string" ? record : null;
  } catch {
    return null;
  }
}

const LOG = "pushes.jsonl";
const WAITING = "pushes-waiting";

function waitingFile(commonDir: string, { ref, from, to }: RefMove): string {
  const name = createHash("sha256").update(`${ref}\0${from}\0${to}`).digest("hex").slice(0, 32);
  return join(commonDir, STORE_FOLDER, WAITING, `${name}.json`);
}

function keptAnswer(commonDir: string, move: RefMove): PushAnswer | null {
  try {
    const answer: PushAnswer = JSON.parse(readFileSync(waitingFile(commonDir, move), "utf8"));
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
