import { coverageOf } from "./affected.ts";
import { commitsOf } from "./change.ts";
import type { Evidence, Waiver } from "./evidence.ts";
import type { JudgedFinding } from "./finding.ts";
import { lookupKey } from "./ticket.ts";
import { secondsOf } from "./time.ts";

/** Shortest start of a commit's id that a waiver may name: git's own default for short ids. */
const SHORTEST_ID = 7;

/**
 * Lifts what a waiver excuses: a fail or an unknown becomes a `skip` that keeps its code and names the waiver.
 * A waiver that gives several targets holds only where all of them meet. Under `provedOnly` a declared one lifts nothing.
 */
export function waive(
  findings: readonly JudgedFinding[],
  evidence: Evidence,
  { provedOnly }: { readonly provedOnly: boolean },
): readonly JudgedFinding[] {
  const usable = evidence.waivers.filter(
    (waiver) => inForce(waiver, evidence.at) && !(provedOnly && waiver.proof !== "proved"),
  );
  if (usable.length === 0) return findings;
  return findings.map((finding) => {
    if (finding.outcome !== "fail" && finding.outcome !== "unknown") return finding;
    const waiver = usable.find((candidate) => excuses(candidate, finding, evidence));
    return waiver === undefined
      ? finding
      : { ...finding, outcome: "skip", blocking: false, waiver: waiver.id };
  });
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/** Whether a waiver lifts anything at a time. What can't be read is not in force. */
export function inForce(waiver: Pick<Waiver, "created" | "expires">, at: string): boolean {
  const [now, from] = [secondsOf(at), secondsOf(waiver.created)];
  return now !== null && from !== null && from <= now && isOverdue(waiver, at) === false;
}

/** Whether its last day is over: a date alone is good until the end of that day in UTC. Null: nobody can tell. */
export function isOverdue({ expires }: Pick<Waiver, "expires">, at: string): boolean | null {
  const [now, until] = [secondsOf(at), secondsOf(expires)];
  if (now === null || until === null) return null;
  return DATE.test(expires) ? at.slice(0, expires.length) > expires : now > until;
}

function excuses(waiver: Waiver, finding: JudgedFinding, evidence: Evidence): boolean {
  if (!waiver.rules.includes(finding.rule)) return false;
  const { pr, commits, paths, ticket } = waiver.for;
  const targets = [
    pr && coversPullRequest(pr, evidence),
    commits && coversCommits(commits, finding, evidence),
    paths && coversPaths(paths, finding, evidence),
    ticket && coversTicket(ticket, finding, evidence),
  ].filter((target) => target !== undefined);
  return targets.length > 0 && targets.every(Boolean);
}

function coversPullRequest(numbers: readonly number[], { change }: Evidence): boolean {
  return change.kind === "pull-request" && numbers.includes(change.number);
}

/** A finding about the whole change is covered when every commit of it is. */
function coversCommits(ids: readonly string[], { about }: JudgedFinding, { change }: Evidence): boolean {
  const commits = commitsOf(change).filter(
    (_, index) => about.commit === undefined || about.commit === index,
  );
  return (
    commits.length > 0 && commits.every(({ id }) => ids.some((start) => startsId(start.toLowerCase(), id)))
  );
}

/** Whether a commit's id begins with `start` (lower-case hex), which has to say enough of it. */
export function startsId(start: string, id: string | null): boolean {
  return id !== null && start.length >= SHORTEST_ID && id.startsWith(start);
}

/** Without a path of its own a finding is covered when every changed path of its commits is. */
function coversPaths(entries: readonly string[], { about }: JudgedFinding, evidence: Evidence): boolean {
  const covers = coverageOf(entries, evidence.globs);
  if (about.path !== undefined) return covers(about.path);
  const commits = commitsOf(evidence.change).filter(
    (_, index) => about.commit === undefined || about.commit === index,
  );
  const paths = commits.flatMap((commit) => commit.paths ?? []);
  return (
    paths.length > 0 &&
    commits.every((commit) => commit.paths !== null) &&
    paths.every(({ path }) => covers(path))
  );
}

/** The ticket that the finding speaks of, or one that its commit refers to and that is really there. */
function coversTicket(tickets: readonly string[], { about }: JudgedFinding, evidence: Evidence): boolean {
  const wanted = new Set(tickets.map((ticket) => ticket.toLowerCase()));
  if (about.ticket !== undefined) return wanted.has(about.ticket.toLowerCase());
  return evidence.references.some(({ remote, id, commit }) => {
    if (remote === null || !wanted.has(id.toLowerCase())) return false;
    if (commit !== null && about.commit !== undefined && commit !== about.commit) return false;
    return evidence.lookups[lookupKey(remote, id)]?.status === "found";
  });
}
