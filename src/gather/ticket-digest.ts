import { createRequire } from "node:module";
import { canonical } from "../core/canonical.ts";
import { snapshotFields } from "../core/report-tickets.ts";
import type { Ticket } from "../core/ticket.ts";

const load = createRequire(import.meta.url);

/** Hex sha256 over what a ticket says, as RFC 8785 writes it: the same for everybody who is told the same. */
export function ticketDigest(ticket: Ticket): string {
  // Only reports that name tickets need it, and opening Node's cryptography costs a short check a part of its time.
  const crypto: typeof import("node:crypto") = load("node:crypto");
  return crypto
    .createHash("sha256")
    .update(canonical(snapshotFields(ticket)))
    .digest("hex");
}
