import { askableTracker } from "../connect/askable.ts";
import { needsApproval } from "../core/approval.ts";
import { approvalLaws } from "../core/approval-laws.ts";
import { canonical } from "../core/canonical.ts";
import { Fault } from "../core/fault.ts";
import type { ApprovalLaw, RemoteLaw } from "../core/law.ts";
import type { Ticket } from "../core/ticket.ts";
import type { TicketQuery, Tracker } from "../core/tracker.ts";
import { approving } from "../gather/approvals.ts";
import type { LedgerRemote } from "../ledger/format.ts";
import type { LedgerNeeds } from "../ledger/needs.ts";
import { ledgerPolicyDigest, ledgerRemotes } from "../ledger/policy-digest.ts";
import type { LedgerTicket } from "../ledger/row.ts";
import { ledgerJournal } from "../store/ledger-journal.ts";
import { collect } from "./collect.ts";
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
  const { law, repo, env, now, asking } = scene;
  const remotes: LedgerRemote[] = [];
  const tickets: LedgerTicket[] = [];
  const drops: (() => void)[] = [];
  const { query, needs, former } = wanted;
  const approvals = approvalLaws(law);
  for (const remote of listedRemotes(scene)) {
    const { name } = remote;
    const options = { commonDir: null, env, ...asking, haste: "listing", now } as const;
    const tracker = await askableTracker(remote, options);
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

/**
 * Who approved the tickets whose state lets them authorise anything; of the others nobody has to be asked. Each is asked for as a door would
 * ask: not every listing tells the texts that an approval is bound to. Everything else stays as it was listed.
 */
async function approved(
  tickets: readonly Ticket[],
  { tracker, approvals, isAllowed }: Approving,
): Promise<readonly Ticket[]> {
  const asked = tickets.filter(
    (ticket) => isAllowed(ticket.state) && approvals.some((law) => needsApproval(ticket, law)),
  );
  if (asked.length === 0) return tickets;
  const answers = await approving(tracker, async () => tracker, approvals).many(asked.map(({ id }) => id));
  return tickets.map((ticket) => {
    const answer = answers.get(ticket.id);
    return answer?.status === "found" ? { ...ticket, ...approvedPart(answer.ticket) } : ticket;
  });
}

function approvedPart({ approvals, snapshot, untold }: Ticket): Partial<Ticket> {
  return {
    ...(approvals === undefined ? {} : { approvals }),
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(untold === undefined ? {} : { untold }),
  };
}
