import type { Audit, AuditTicket, Gap, GapCode, Standing } from "../core/audit.ts";
import { secondsOf } from "../core/time.ts";
import { isCovered, isLinked, isThere } from "./covered.ts";
import { overdueWaivers } from "./overdue.ts";
import { type Reverts, revertsOf } from "./reverts.ts";

/** What gaps are found in. */
export interface GapsInput
  extends Pick<Audit, "asOf" | "report" | "scope" | "history" | "tickets" | "files"> {
  /** Left out: they are followed here. */
  readonly reverts?: Reverts;
}

/** Below so many commits nobody can say that a ticket carries too many. */
const MEGA_COMMITS = 20;

/** A ticket that carries more than this share of all authorised commits says of none of them why it was made. */
const MEGA_SHARE = 0.05;

/** All that breaks the thread, worst first. A gap that only what was not looked at could tell is none: nothing is guessed. */
export function gapsOf(input: GapsInput): readonly Gap[] {
  const { tickets } = input;
  const commits = commitsBy(input);
  const byTicket = (code: GapCode, test: (ticket: AuditTicket, index: number) => boolean): Gap =>
    gap(
      code,
      "ticket",
      tickets.flatMap((ticket, index) => (test(ticket, index) ? [index] : [])),
    );
  const most = Math.max(MEGA_COMMITS, commits.authorised * MEGA_SHARE);
  const whole = isWhole(input);
  const gone = revertedTickets(input);
  return [
    gap("commit-unauthorised", "commit", commits.unauthorised),
    gap("commit-without-ticket", "commit", commits.unreferenced),
    gap("waiver-overdue", "waiver", overdueWaivers(input)),
    byTicket("ticket-not-found", ({ status, commits: count }) => status === "absent" && count > 0),
    byTicket("reverted-but-done", (ticket, index) => isDone(ticket) && gone.has(index)),
    byTicket("ticket-younger-than-commit", isYounger),
    byTicket("done-with-open-criteria", (ticket) => isDone(ticket) && hasOpenCriteria(ticket)),
    byTicket("closed-without-code", (ticket) => whole && isDone(ticket) && ticket.commits === 0),
    byTicket(
      "ticket-without-commit",
      (ticket) => whole && (isDone(ticket) || isUnderWay(ticket)) && !isLinked(ticket),
    ),
    byTicket("mega-ticket", (_, index) => (commits.ofTicket[index] ?? 0) > most),
    gap("file-without-ticket", "file", orphanFiles(input)),
  ].filter(({ indexes }) => indexes.length > 0);
}

function gap(code: GapCode, of: Gap["of"], indexes: readonly number[]): Gap {
  return { code, of, indexes: Uint32Array.from(indexes) };
}

interface CommitsBy {
  readonly unauthorised: readonly number[];
  readonly unreferenced: readonly number[];
  readonly authorised: number;
  /** Authorised commits of each ticket. */
  readonly ofTicket: Uint32Array;
}

function commitsBy({ history, tickets }: GapsInput): CommitsBy {
  const indexes: Partial<Record<Standing, number[]>> = { unauthorised: [], unreferenced: [] };
  const ofTicket = new Uint32Array(tickets.length);
  let authorised = 0;
  for (let index = 0; index < history.count; index++) {
    const standing = history.standing(index);
    indexes[standing]?.push(index);
    if (standing !== "authorised") continue;
    authorised++;
    for (const ticket of history.tickets(index)) ofTicket[ticket] = (ofTicket[ticket] ?? 0) + 1;
  }
  return {
    unauthorised: indexes.unauthorised ?? [],
    unreferenced: indexes.unreferenced ?? [],
    authorised,
    ofTicket,
  };
}

/** Only a whole history can say that there is no commit. */
function isWhole({ scope }: GapsInput): boolean {
  return scope.complete && scope.since === null && scope.behind.length === 0;
}

function isDone(ticket: AuditTicket): boolean {
  return isThere(ticket) && ticket.state?.category === "done";
}

function isUnderWay(ticket: AuditTicket): boolean {
  return isThere(ticket) && ticket.state?.category === "in_progress";
}

function isYounger({ createdAt, firstAt }: AuditTicket): boolean {
  const made = createdAt === null ? null : secondsOf(createdAt);
  return made !== null && firstAt !== null && made > firstAt;
}

function hasOpenCriteria({ criteria }: AuditTicket): boolean {
  return criteria !== null && criteria.done < criteria.total;
}

/** Tickets for which there was work, all of which was reverted. */
function revertedTickets({ history, report, ...known }: GapsInput): ReadonlySet<number> {
  const reverts = known.reverts ?? revertsOf({ history, report });
  if (!reverts.any) return new Set();
  const undone = new Set<number>();
  const standing = new Set<number>();
  for (let index = 0; index < history.count; index++) {
    for (const ticket of history.tickets(index)) {
      if (reverts.isUndone(index)) undone.add(ticket);
      else if (!reverts.undoesFor(index, ticket)) standing.add(ticket);
    }
  }
  return new Set([...undone].filter((ticket) => !standing.has(ticket)));
}

/** Files to which no ticket leads, where it is known what made them. */
function orphanFiles({ files, tickets }: GapsInput): readonly number[] {
  const orphans: number[] = [];
  for (let index = 0; files !== null && index < files.count; index++) {
    if (files.exempt(index) || files.through(index) === null || isCovered(files, tickets, index)) continue;
    orphans.push(index);
  }
  return orphans;
}
