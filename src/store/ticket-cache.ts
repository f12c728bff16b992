import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUILD } from "../core/build.ts";
import type { RemoteLaw } from "../core/law.ts";
import type { Ticket } from "../core/ticket.ts";
import { writeAtomic } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";

/** A ticket as its tracker told it. `at`: when, RFC 3339 in UTC. Its description is not kept. */
export interface ToldTicket {
  readonly at: string;
  /** The ledger that told it: when it was made, until when it counts, and the digest of the law that let it; left out: the tracker did. */
  readonly ledger?: { readonly asOf: string; readonly until: string; readonly law: string };
  readonly ticket: Ticket;
}

/** What is kept of one remote's answers, shared by all work trees of a repository. */
export interface TicketCache {
  read(): ReadonlyMap<string, ToldTicket>;
  /** Adds what was told just now, and takes out the ids that are `gone`. Another writer's additions of the same moment may be lost, never its file. Throws Fault("storage"). */
  keep(told: ReadonlyMap<string, ToldTicket>, gone: readonly string[]): void;
}

interface CacheFile {
  readonly build: string;
  readonly tickets: Readonly<Record<string, ToldTicket>>;
}

/** Tickets kept of one remote; the oldest answers go first. */
const MOST_TICKETS = 5000;

/** Opens the cache of a remote: another remote of that name, or one with other settings, is not answered by it. */
export function ticketCache(commonDir: string, remote: RemoteLaw): TicketCache {
  const key = createHash("sha256").update(JSON.stringify([remote.name, remote.kind, remote.settings]));
  const file = join(commonDir, STORE_FOLDER, "tickets", `${key.digest("hex").slice(0, 16)}.json`);
  return {
    read: () => new Map(Object.entries(readCache(file))),
    keep(told, gone) {
      const before = readCache(file);
      const lost = gone.filter((id) => Object.hasOwn(before, id));
      if (told.size === 0 && lost.length === 0) return;
      const all = { ...before, ...Object.fromEntries([...told].map(withoutText)) };
      const left = Object.entries(all).filter(([id]) => !lost.includes(id));
      const newest = left.sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
      const content: CacheFile = { build: BUILD, tickets: Object.fromEntries(newest.slice(0, MOST_TICKETS)) };
      writeAtomic(file, JSON.stringify(content));
    },
  };
}

function withoutText([id, told]: readonly [string, ToldTicket]): readonly [string, ToldTicket] {
  return [id, { ...told, ticket: { ...told.ticket, description: "" } }];
}

function readCache(file: string): CacheFile["tickets"] {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (!isCache(content)) return {};
    return Object.fromEntries(Object.entries(content.tickets).filter(([, told]) => isTold(told)));
  } catch {
    // Absent, torn or another version's: everything is asked anew.
    return {};
  }
}

function isCache(value: unknown): value is CacheFile {
  if (typeof value !== "object" || value === null || !("build" in value && "tickets" in value)) return false;
  return value.build === BUILD && typeof value.tickets === "object" && value.tickets !== null;
}

function isTold(value: unknown): value is ToldTicket {
  if (typeof value !== "object" || value === null || !("at" in value && "ticket" in value)) return false;
  return typeof value.at === "string" && typeof value.ticket === "object" && value.ticket !== null;
}
