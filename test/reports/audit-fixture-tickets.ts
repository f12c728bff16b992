import type { AuditTicket } from "../../src/core/audit.ts";
import { timeOf } from "../../src/core/time.ts";
import { chance, type MadeCommits, mix, NEWEST } from "./audit-fixture-commits.ts";
import { CORPUS } from "./hostile.ts";

const TITLES = [
  "Guests can pay by card",
  "Refunds reach the ledger",
  "Search answers within 200 ms",
  "Nightly export",
];
const STATES = [
  { name: "To do", category: "open" },
  { name: "In progress", category: "in_progress" },
  { name: "Done", category: "done" },
  { name: "Won't do", category: "canceled" },
] as const;

type Sums = { -readonly [Name in "commits" | "standing" | "added" | "deleted"]: number } & {
  first: number;
  last: number;
  readonly changes: Set<number>;
};

/** Tickets with the sums of their commits, sorted by `at`; the last tenth has none. */
export function madeTickets(commits: MadeCommits, count: number, hostile: boolean): readonly AuditTicket[] {
  const sums = Array.from({ length: count }, noSums);
  for (let index = 0; index < commits.count; index++) {
    const sum = sums[commits.ticket(index)];
    if (sum !== undefined) addTo(sum, commits, index);
  }
  return sums.map((sum, at) => ticketOf(at, sum, hostile));
}

function noSums(): Sums {
  return { commits: 0, standing: 0, added: 0, deleted: 0, first: 0, last: 0, changes: new Set() };
}

function addTo(sum: Sums, commits: MadeCommits, index: number): void {
  const time = commits.time(index);
  const { added, deleted } = commits.lines(index);
  const change = commits.change(index);
  sum.commits++;
  if (commits.standing(index) === "authorised") sum.standing++;
  sum.added += added;
  sum.deleted += deleted;
  sum.first = sum.first === 0 ? time : Math.min(sum.first, time);
  sum.last = Math.max(sum.last, time);
  if (change !== null && sum.changes.size < 40) sum.changes.add(change);
}

function ticketOf(at: number, sum: Sums, hostile: boolean): AuditTicket {
  const isLost = at % 37 === 5;
  const id = `SHOP-${String(1000 + at).padStart(6, "0")}`;
  const key = `SHOP-${1000 + at}`;
  const titled = `${TITLES[at % TITLES.length]}, part ${1 + (mix(at, 50) % 9)}`;
  const title = hostile && at % 5 === 2 ? (CORPUS[at % CORPUS.length] ?? "") : titled;
  const digest = mix(at, 51).toString(16).padStart(8, "0").repeat(8);
  const early = chance(at, 52) < 0.03;
  const made = sum.first === 0 ? NEWEST - 30 * 86_400 : sum.first + (early ? 86_400 : -5 * 86_400);
  return {
    at: `jira:${id}`,
    remote: "jira",
    id,
    key,
    status: isLost ? "absent" : "found",
    source: isLost ? null : at % 4 === 0 ? "ledger" : "api",
    title: isLost ? null : title,
    url: isLost ? null : `https://shop.atlassian.example/browse/${key}`,
    type: isLost ? null : "Story",
    state: isLost ? null : (STATES[mix(at, 53) % STATES.length] ?? null),
    path: null,
    digest: isLost ? null : digest,
    asOf: null,
    spec:
      isLost || chance(at, 54) < 0.3
        ? null
        : { source: "path", path: `specs/${key}/spec.md`, digest: digest.split("").reverse().join("") },
    createdAt: isLost ? null : timeOf(made),
    criteria: isLost || at % 3 === 0 ? null : { done: mix(at, 55) % 6, total: 5 + (mix(at, 56) % 3) },
    commits: sum.commits,
    standing: sum.standing,
    firstAt: sum.first === 0 ? null : sum.first,
    lastAt: sum.last === 0 ? null : sum.last,
    changes: [...sum.changes].sort((a, b) => a - b),
    files: mix(at, 57) % 8,
    lines: { added: sum.added, deleted: sum.deleted },
    live: Math.floor(sum.added / 2),
  };
}
