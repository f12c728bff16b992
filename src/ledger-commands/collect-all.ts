import { dial } from "../connect/sources.ts";
import { approvalLaws } from "../core/approval-laws.ts";
import { canonical } from "../core/canonical.ts";
import { Fault } from "../core/fault.ts";
import type { ApprovalLaw, RemoteLaw } from "../core/law.ts";
import type { Ticket } from "../core/ticket.ts";
import type { TicketQuery, Tracker } from "../core/tracker.ts";
import { withApprovals } from "../gather/approvals.ts";
import type { LedgerRemote } from "../ledger/format.ts";
import type { LedgerNeeds } from "../ledger/needs.ts";
import { ledgerPolicyDigest, ledgerRemotes } from "../ledger/policy-digest.ts";
import type { LedgerTicket } from "../ledger/row.ts";
import { ledgerJournal } from "../store/ledger-journal.ts";
import { collect, throwRefusal } from "./collect.ts";
import type { Former } from "./former.ts";
import type { LedgerScene } from "./place.ts";

/** What is collected, and for what. */
export interface Wanted {
  /** Null: every ticket. */
  readonly query: TicketQuery | null;
  readonly needs: LedgerNeeds;
  /** The ledger before; null: there is none that is to be believed. */
  readonly former: Former | null;
  progress(remote: string, tickets: number): void;
}

/** Everything that the trackers told. */
export interface Collected {
  readonly remotes: readonly LedgerRemote[];
  readonly tickets: readonly LedgerTicket[];
  /** Forgets what was noted on the way. */
  drop(): void;
}

/** Asks every tracker that the law lets a ledger hold. One that can't be asked throws its own Fault. */
export async function collectAll(scene: LedgerScene, wanted: Wanted): Promise<Collected> {
  const { law, repo, env, now } = scene;
  const remotes: LedgerRemote[] = [];
  const tickets: LedgerTicket[] = [];
  const drops: (() => void)[] = [];
  const { query, needs, former } = wanted;
  const approvals = approvalLaws(law);
  for (const remote of listedRemotes(scene)) {
    const { name } = remote;
    const dialed = await dial(remote, { commonDir: null, env, lawIsTrusted: false, haste: "listing", now });
    const refusal = await dialed.deaf?.(1);
    if (refusal != null) throwRefusal(remote, refusal);
    const { tracker } = await dialed.line();
    const key = canonical([ledgerPolicyDigest(law), query]);
    const journal = ledgerJournal(repo.commonDir, { remote: name, key, now: now().getTime() });
    const isAllowed = (state: Ticket["state"]): boolean => needs.isAllowed(name, state);
    const collected = await collect({
      remote,
      tracker,
      query,
      journal,
      isAllowed,
      former,
      now,
      enrich: (page) => approved(page, { tracker, isAllowed, approvals }),
      progress: (count) => wanted.progress(name, count),
    });
    remotes.push(collected.remote);
    // Not by spreading: a list of 100,000 is more than a call takes arguments.
    for (const one of collected.tickets) tickets.push(one);
    drops.push(journal.drop);
  }
  const drop = (): void => {
    for (const one of drops) one();
  };
  return { remotes, tickets, drop };
}

function listedRemotes({ law }: LedgerScene): readonly RemoteLaw[] {
  const listed = ledgerRemotes(law);
  if (listed.length > 0) return listed;
  throw new Fault("policy", "The policy names no tracker whose tickets a ledger could hold.", {
    found: law.remotes.map(({ name, kind }) => `${name} (${kind})`).join(", ") || "no remote",
    wanted: "a remote that is neither markdown nor private",
    fix: "golden-thread config explain remotes",
  });
}

interface Approving {
  readonly tracker: Tracker;
  readonly approvals: readonly ApprovalLaw[];
  isAllowed(state: Ticket["state"]): boolean;
}

/** Who approved the tickets whose state lets them authorise anything; of the others nobody has to be asked. */
async function approved(
  tickets: readonly Ticket[],
  { tracker, approvals, isAllowed }: Approving,
): Promise<readonly Ticket[]> {
  if (approvals.length === 0) return tickets;
  const open = tickets.filter(({ state }) => isAllowed(state));
  const told = await withApprovals(open, async () => tracker, approvals);
  const byId = new Map(told.map((ticket) => [ticket.id, ticket]));
  return tickets.map((ticket) => byId.get(ticket.id) ?? ticket);
}
