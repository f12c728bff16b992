import { Fault, type FaultCode } from "../../../src/core/fault.ts";
import type { Lookup, Ticket } from "../../../src/core/ticket.ts";
import type { Tracker } from "../../../src/core/tracker.ts";
import type { Asking } from "../../servers/connect.ts";
import type { Call } from "../../servers/kit.ts";
import type { TrackerServer } from "../../servers/tracker-server.ts";

/** Said of a case that a vendor has nothing of; the matrix at the end of a run shows it as such. */
export const NOTHING = "the vendor has nothing of the kind";

/** A server of its own, and a tracker that asks it. */
export type SetUp = (asking?: Asking) => Promise<{ server: TrackerServer; tracker: Tracker }>;

/** Whether a request changes something, in any vendor's way. */
export function isWrite({ method, path, text }: Call): boolean {
  if (method === "GET") return false;
  if (path.endsWith("graphql")) return /\bmutation\b/.test(text);
  return !/search|bulkfetch|workitemsbatch|wiql|\/query$/.test(path);
}

export function ticketIn(lookup: Lookup | undefined): Ticket {
  if (lookup?.status !== "found") throw new Error(`not found: ${JSON.stringify(lookup)}`);
  return lookup.ticket;
}

export async function collect(tickets: AsyncIterable<Ticket>): Promise<Ticket[]> {
  const all: Ticket[] = [];
  for await (const ticket of tickets) all.push(ticket);
  return all;
}

export async function faultOf(asked: Promise<unknown>): Promise<FaultCode | "no fault"> {
  try {
    await asked;
    return "no fault";
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.code;
    throw thrown;
  }
}

export function wordsOf(fault: unknown): string {
  if (!(fault instanceof Fault)) return String(fault);
  return [fault.message, fault.found, fault.wanted, fault.fix, fault.stack].join(" ");
}
