import { createHash } from "node:crypto";
import type { AuditLedger } from "../core/audit.ts";
import { Fault } from "../core/fault.ts";
import type { Gate, GateWorld } from "../gate.ts";
import type { Ledger } from "../ledger/read.ts";
import type { TicketFacts } from "../trace/tickets.ts";
import type { Lack } from "./parts.ts";
import { listedFacts } from "./tickets.ts";

/** Tickets that somebody lists, named or not. */
export interface Listing {
  readonly tickets: readonly TicketFacts[];
  /** Remotes that nobody lists here; null: all are listed. */
  readonly lack: Lack | null;
}

/** Lists what can be listed without a request for each ticket: local tasks, and what the ledger has. */
export async function listTickets({ law, anew }: Gate, ledger: Ledger | null): Promise<Listing> {
  const tickets: TicketFacts[] = [];
  const unlisted: string[] = [];
  for (const { name } of law.remotes) {
    const own = await anew.get(name)?.all?.();
    if (own !== undefined) for (const one of listedFacts(own, { source: "file" })) tickets.push(one);
    else if (ledger !== null)
      for (const one of listedFacts(ledger.tickets(name), { source: "ledger", asOf: ledger.header.issuedAt }))
        tickets.push(one);
    else unlisted.push(name);
  }
  return { tickets, lack: unlisted.length === 0 ? null : lackOf(unlisted) };
}

function lackOf(unlisted: readonly string[]): Lack {
  return {
    state: "partial",
    why: `Of ${unlisted.join(", ")} only tickets are known that something names: no ledger lists the others.`,
    fix: ["golden-thread", "ledger", "build"],
  };
}

/** Named ones as they counted, and of the others what their list says; sorted by look-up key. */
export function allTickets(
  named: readonly TicketFacts[],
  listed: readonly TicketFacts[],
): readonly TicketFacts[] {
  const all = new Map(listed.map((ticket) => [ticket.at, ticket]));
  for (const ticket of named) all.set(ticket.at, ticket);
  return [...all.keys()].sort().flatMap((at) => all.get(at) ?? []);
}

/** The ledger that the law names, where it counts, and what an audit says of it. */
export interface OpenLedger {
  readonly ledger: Ledger;
  readonly facts: AuditLedger;
}

/** Null: the law names no ledger, or there is none that counts; look-ups say why. */
export async function openLedgerOf(
  { repo, tree, law }: Gate,
  { env, now }: GateWorld,
): Promise<OpenLedger | null> {
  if (law.ledger === null) return null;
  const [{ readHome }, { verifyLedger }] = await Promise.all([
    import("../ledgers/home.ts"),
    import("../ledgers.ts"),
  ]);
  const place = { repo, tree, law, env, now, haste: "command" as const };
  const bytes = await unlessOut(readHome(place, law.ledger.from));
  const answer = bytes === null ? null : await verifyLedger(place, bytes);
  if (bytes === null || answer?.status !== "valid") return null;
  const { header, signer } = answer;
  const { issuedAt, expiresAt } = header;
  const digest = createHash("sha256").update(bytes).digest("hex");
  const named = signer.kind === "key" ? signer.id : signer.subject;
  return { ledger: answer, facts: { digest, issuedAt, expiresAt, signer: named } };
}

async function unlessOut(reading: Promise<Uint8Array | null>): Promise<Uint8Array | null> {
  try {
    return await reading;
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === "unavailable") return null;
    throw thrown;
  }
}
