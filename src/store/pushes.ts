import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../core/finding.ts";
import { isObjectId } from "../core/object-id.ts";
import type { RefMove } from "../core/ref-moves.ts";
import type { Counts } from "../core/report.ts";
import { STORE_FOLDER } from "./compiled.ts";

/** Name of the file in which refs that have moved are written down, a line each. */
export const PUSH_LOG = "pushes.jsonl";

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

/** What is needed of a record to tell when commits arrived. */
export type RecordedMove = Pick<PushRecord, "at" | "ref" | "from" | "to">;

/** The refs that have moved, in the order in which they were written down. A torn last line is passed by. */
export function recordedMoves(commonDir: string): readonly RecordedMove[] {
  let text: string;
  try {
    text = readFileSync(join(commonDir, STORE_FOLDER, PUSH_LOG), "utf8");
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
