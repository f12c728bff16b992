import { createHash } from "node:crypto";
import { snapshotTexts } from "../core/approval.ts";
import type { Snapshot, SnapshotField, Ticket } from "../core/ticket.ts";

/** What providers put under a text that they cut off. */
const CUT = /… \(shortened\)\s*$/;

/** Digests of what an approval of this ticket is bound to. Null: its text is not all here, and nobody can approve what nobody sees. */
export function snapshotOf(ticket: Pick<Ticket, SnapshotField | "unshown">): Snapshot | null {
  if (CUT.test(ticket.description)) return null;
  const { title, description, criteria } = snapshotTexts(ticket);
  return { title: sha256(title), description: sha256(description), criteria: sha256(criteria) };
}

/** A short name for a snapshot, for the mark of its comment: the first eight hex digits over all of it. */
export function snapshotName({ title, description, criteria }: Snapshot): string {
  return sha256(`${title} ${description} ${criteria}`).slice(0, 8);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
