import { createHash } from "node:crypto";
import { snapshotTexts } from "../core/approval.ts";
import { SNAPSHOT_FIELDS, type Snapshot, type SnapshotField, type Ticket } from "../core/ticket.ts";

/** What providers put under a text that they cut off. */
const CUT = /… \(shortened\)\s*$/;

/** Digests of what an approval of this ticket is bound to. Null: its text is not all here, and nobody can approve what nobody sees. */
export function snapshotOf(ticket: Pick<Ticket, SnapshotField | "unshown">): Snapshot | null {
  if (CUT.test(ticket.description)) return null;
  const { title, description, criteria } = snapshotTexts(ticket);
  return { title: sha256(title), description: sha256(description), criteria: sha256(criteria) };
}

/** A short name for a snapshot, for the mark of its comment: the first eight hex digits over all of it. */
export function snapshotName(snapshot: Snapshot): string {
  return wholeOf(snapshot).slice(0, HINT);
}

/** Digits that name a part to people; what holds is the digest over all of them. */
const HINT = 8;
const DIGEST = /^[0-9a-f]{64}(?:-[0-9a-f]{8}){3}$/;

/** One text for a snapshot: sha256 over all of it, and behind that the first digits of each part, which tell which of them changed. */
export function snapshotDigest(snapshot: Snapshot): string {
  return [wholeOf(snapshot), ...hintsOf(snapshot)].join("-");
}

/** Whether a text has the form of such a digest. */
export function isSnapshotDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** Parts of a snapshot that are not what this digest was made of; all of them where the digest doesn't tell which. */
export function unexpectedFields(digest: string, snapshot: Snapshot): readonly SnapshotField[] {
  if (digest === snapshotDigest(snapshot)) return [];
  const [, ...expected] = digest.split("-");
  const hints = hintsOf(snapshot);
  const changed = SNAPSHOT_FIELDS.filter((_, at) => expected[at] !== hints[at]);
  return changed.length === 0 ? SNAPSHOT_FIELDS : changed;
}

function wholeOf({ title, description, criteria }: Snapshot): string {
  return sha256(`${title} ${description} ${criteria}`);
}

function hintsOf(snapshot: Snapshot): readonly string[] {
  return SNAPSHOT_FIELDS.map((field) => snapshot[field].slice(0, HINT));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
