import type { Report, ReportTicket } from "../core/report.ts";
import { findingsOf } from "./checks.ts";
import type { Resource } from "./statement.ts";

/** One ticket as it counted. Never its title, nor what it says: `digest` stands for that. */
export interface Intent {
  /** Its key in `refs` of commits: the remote's name and its id there. */
  readonly at: string;
  readonly remote: string;
  readonly key: string;
  readonly uri?: string;
  readonly status: ReportTicket["status"];
  readonly type?: string;
  readonly state?: NonNullable<ReportTicket["state"]>;
  /** Left out: the rule did not decide about it. */
  readonly authorized?: boolean;
  readonly rule: typeof AUTHORISING;
  readonly observedAt: string;
  readonly source?: NonNullable<ReportTicket["source"]>;
  readonly digest?: { readonly sha256: string };
}

const AUTHORISING = "ticket-authorised";

/** A ticket with what stands for its spec, if it has one. */
export interface Named {
  readonly intent: Intent;
  readonly plan: Resource | null;
}

/** Every ticket of a report by its look-up key, in their order. */
export function namedIn(report: Report): ReadonlyMap<string, Named> {
  const answers = authorisedIn(report);
  const tickets = report.tickets();
  const bearers = new Map<string, number>();
  for (const { key } of tickets) bearers.set(key, (bearers.get(key) ?? 0) + 1);
  return new Map(
    tickets.map((ticket) => {
      // Findings name tickets as people do: where two trackers have the same key, nobody can tell whose answer it is.
      const isOne = bearers.get(ticket.key) === 1;
      const authorized = isOne ? (answers.get(ticket.key) ?? answers.get(ticket.id)) : undefined;
      return [ticket.at, { intent: intentOf(ticket, authorized, report.decidedAt), plan: planOf(ticket) }];
    }),
  );
}

/** By the key that findings name: what the rule said. A ticket that authorises one commit and not another does not count as authorised. */
function authorisedIn(report: Report): ReadonlyMap<string, boolean> {
  const answers = new Map<string, boolean>();
  for (const { rule, outcome, about } of findingsOf(report)) {
    if (rule !== AUTHORISING || about.ticket === undefined) continue;
    if (outcome === "pass") answers.set(about.ticket, answers.get(about.ticket) ?? true);
    if (outcome === "fail") answers.set(about.ticket, false);
  }
  return answers;
}

function intentOf(ticket: ReportTicket, authorized: boolean | undefined, decidedAt: string): Intent {
  const { at, remote, key, status, url, type, state, source, digest, asOf } = ticket;
  return {
    ...{ at, remote, key, status, rule: AUTHORISING, observedAt: asOf ?? decidedAt },
    ...(url === null ? {} : { uri: url }),
    ...(type === null ? {} : { type }),
    ...(state === null ? {} : { state }),
    ...(authorized === undefined ? {} : { authorized }),
    ...(source === null ? {} : { source }),
    ...(digest === null ? {} : { digest: { sha256: digest } }),
  };
}

function planOf({ at, spec }: ReportTicket): Resource | null {
  if (spec === null) return null;
  const { path, source, digest } = spec;
  return { name: path ?? at, digest: { sha256: digest }, annotations: { ticket: at, source } };
}
