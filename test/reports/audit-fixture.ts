import type {
  Audit,
  AuditGroup,
  AuditTicket,
  Coverage,
  Gap,
  PartState,
  Ratio,
  Standing,
} from "../../src/core/audit.ts";
import type { FactsKey } from "../../src/core/report.ts";
import { timeOf } from "../../src/core/time.ts";
import { type MadeCommits, madeCommits } from "./audit-fixture-commits.ts";
import { keysOf } from "./audit-fixture-keys.ts";
import { madeTickets } from "./audit-fixture-tickets.ts";
import { type MadeTree, madeTree } from "./audit-fixture-tree.ts";
import { messageReport } from "./reports.ts";

/** What a made-up audit is to be like. */
export interface AuditFixtureOptions {
  /** 400 where nothing is said. */
  readonly commits?: number;
  /** One for about eight commits where nothing is said; at least 40. */
  readonly tickets?: number;
  /** Titles, subjects, names and paths are of the kinds that people have tried. */
  readonly hostile?: boolean;
  /** False: nobody looked at tree, paths and lines. */
  readonly tree?: boolean;
}

/** An audit that nobody made, whose every sum is that of its own rows: the same for the same options. */
export function auditFixture(options: AuditFixtureOptions = {}): Audit {
  const { commits: count = 400, hostile = false, tree: isTreeKnown = true } = options;
  const commits = madeCommits(count, options.tickets ?? Math.max(40, Math.floor(count / 8)), hostile);
  const tickets = madeTickets(commits, options.tickets ?? Math.max(40, Math.floor(count / 8)), hostile);
  const tree = isTreeKnown ? madeTree(commits, tickets.length, hostile) : null;
  const { keys, keyOf } = keysOf(commits, tickets);
  const coverage = coverageFrom(commits, tickets, tree, keys);
  return {
    schemaVersion: 1,
    kind: "audit",
    report: reportFrom(commits, tickets, { keys, keyOf }, coverage),
    asOf: "2026-03-04T05:06:07Z",
    scope: {
      repository: "https://github.com/acme/shop",
      ref: "refs/heads/main",
      tip: count === 0 ? null : commits.id(0),
      behind: [],
      since: null,
      complete: true,
    },
    ledger: {
      digest: "9b".repeat(32),
      issuedAt: "2026-03-04T00:00:00Z",
      expiresAt: "2026-03-05T00:00:00Z",
      signer: "ledger-2026",
    },
    parts: partsOf(isTreeKnown),
    history: {
      count,
      subject: commits.subject,
      standing: commits.standing,
      tickets: (index) => (commits.ticket(index) < 0 ? [] : [commits.ticket(index)]),
      change: commits.change,
      lineage: commits.lineage,
      lines: (index) => (isTreeKnown ? commits.lines(index) : null),
      ...(tree === null ? {} : { folders: tree.touched }),
    },
    tickets,
    files: tree?.files ?? null,
    coverage,
    gaps: gapsFrom(commits, tickets, tree),
    months: groupsOf(commits, (index) => timeOf(commits.time(index)).slice(0, "YYYY-MM".length)).sort(
      (a, b) => (a.name < b.name ? -1 : 1),
    ),
    authors: groupsOf(commits, commits.author).sort((a, b) => uncovered(b) - uncovered(a)),
    folders: tree?.folders ?? [],
  };
}

function reportFrom(
  commits: MadeCommits,
  tickets: readonly AuditTicket[],
  { keys, keyOf }: ReturnType<typeof keysOf>,
  { commits: numbers }: Coverage,
): Audit["report"] {
  const { count, id, time, author } = commits;
  const failed = numbers.unauthorised + numbers.unreferenced;
  return messageReport({
    place: "ci",
    subject: { kind: "commits", label: "refs/heads/main", branch: "main", complete: true, subject: null },
    verdict: failed > 0 ? "fail" : "pass",
    findings: [],
    commits: { count, id, time, author, key: keyOf, recordedAt: null },
    keys,
    counts: {
      ...messageReport().counts,
      commits: count,
      referenced: numbers.referenced,
      passed: numbers.authorised + numbers.exempt,
      failed,
      undecided: numbers.unknown,
    },
    tickets: () => tickets,
    waivers: [
      {
        id: "W-7",
        rules: ["ticket-authorised"],
        for: { ticket: ["SHOP-1003"] },
        reason: "The tracker was down while the outage was mended.",
        incident: "INC-90",
        approver: "alice",
        created: "2026-02-20",
        expires: "2026-02-27",
        proof: "proved",
      },
    ],
    notices: ["Pull requests were not asked for."],
  });
}

function partsOf(isTreeKnown: boolean): readonly PartState[] {
  const done = (part: PartState["part"]): PartState => ({ part, state: "done", why: "", fix: null });
  const fix = ["golden-thread", "audit", "--parts", "blame"];
  const rest = isTreeKnown ? done : missing;
  return [
    done("messages"),
    ...(["paths", "lines", "tree"] as const).map(rest),
    { part: "blame", state: "not-asked", why: "It takes git a blame of every file.", fix },
    { part: "proposals", state: "partial", why: "The forge told only of the last 90 days.", fix: null },
    done("tickets"),
  ];
}

function missing(part: PartState["part"]): PartState {
  const why = "The history has more than 20,000 commits.";
  return { part, state: "not-asked", why, fix: ["golden-thread", "audit", "--parts", part] };
}

type Group = { -readonly [Name in keyof AuditGroup]: AuditGroup[Name] };

function noGroup(name: string): Group {
  return { name, commits: 0, authorised: 0, exempt: 0, unauthorised: 0, unreferenced: 0, unknown: 0 };
}

function groupsOf(commits: MadeCommits, nameOf: (index: number) => string): Group[] {
  const groups = new Map<string, Group>();
  for (let index = 0; index < commits.count; index++) {
    const name = nameOf(index);
    const group = groups.get(name) ?? noGroup(name);
    group.commits++;
    group[commits.standing(index)]++;
    groups.set(name, group);
  }
  return [...groups.values()];
}

function uncovered({ unauthorised, unreferenced, unknown }: AuditGroup): number {
  return unauthorised + unreferenced + unknown;
}

function ratio(covered: number, total: number): Ratio {
  return { covered, total, percent: total === 0 ? null : Math.floor((covered * 1000) / total) / 10 };
}

function coverageFrom(
  commits: MadeCommits,
  tickets: readonly AuditTicket[],
  tree: MadeTree | null,
  keys: readonly FactsKey[],
): Coverage {
  const all = groupsOf(commits, () => "all")[0] ?? noGroup("all");
  const linked = tickets.filter(({ commits: own, files }) => own + files > 0);
  const root = tree?.folders.find(({ name }) => name === ".");
  const worked = tickets.filter((ticket) => ticket.commits > 0);
  const boxes = worked.flatMap(({ criteria }) => criteria ?? []);
  const before = keys.find(({ findings }) => findings.some(({ code }) => code === "before-baseline"));
  return {
    linkedItems: linked.map(({ key }) => key),
    unlinkedItems: tickets.filter((ticket) => !linked.includes(ticket)).map(({ key }) => key),
    totalItems: tickets.length,
    linkedCount: linked.length,
    unlinkedCount: tickets.length - linked.length,
    coveragePercent: ratio(linked.length, tickets.length).percent ?? 0,
    commits: {
      authorised: all.authorised,
      exempt: all.exempt,
      unauthorised: all.unauthorised,
      unreferenced: all.unreferenced,
      unknown: all.unknown,
      total: commits.count,
      referenced: commits.count - all.exempt - all.unreferenced,
      beforeBaseline: before?.count ?? 0,
      ratio: ratio(all.authorised, commits.count - all.exempt),
    },
    proposals: null,
    files: root === undefined ? null : ratio(root.covered, root.files),
    liveLines: null,
    changedLines: tree === null ? null : ratio(88_123, 104_551),
    specs: ratio(worked.filter(({ spec }) => spec !== null).length, worked.length),
    criteria: ratio(
      boxes.reduce((sum, { done, total }) => sum + Math.min(done, total), 0),
      boxes.reduce((sum, { total }) => sum + total, 0),
    ),
  };
}

function gapsFrom(
  commits: MadeCommits,
  tickets: readonly AuditTicket[],
  tree: MadeTree | null,
): readonly Gap[] {
  const ofTickets = (code: Gap["code"], holds: (ticket: AuditTicket) => boolean): Gap => ({
    code,
    of: "ticket",
    indexes: Uint32Array.from(tickets.flatMap((ticket, at) => (holds(ticket) ? [at] : []))),
  });
  const ofCommits = (code: Gap["code"], standing: Standing): Gap => {
    const hits: number[] = [];
    for (let index = 0; index < commits.count; index++)
      if (commits.standing(index) === standing) hits.push(index);
    return { code, of: "commit", indexes: Uint32Array.from(hits) };
  };
  const isDone = ({ state }: AuditTicket): boolean => state?.category === "done";
  const hasOpenBoxes = ({ criteria }: AuditTicket): boolean =>
    criteria !== null && criteria.done < criteria.total;
  const gaps = [
    ofCommits("commit-unauthorised", "unauthorised"),
    ofCommits("commit-without-ticket", "unreferenced"),
    ofTickets("ticket-not-found", ({ status, commits: own }) => status === "absent" && own > 0),
    ofTickets("reverted-but-done", (ticket) => isDone(ticket) && ticket.commits > 0 && ticket.standing === 0),
    ofTickets("closed-without-code", (ticket) => isDone(ticket) && ticket.commits + ticket.files === 0),
    ofTickets("ticket-without-commit", ({ commits: own, files }) => own + files === 0),
    ofTickets(
      "ticket-younger-than-commit",
      ({ createdAt, firstAt }) => createdAt !== null && firstAt !== null && createdAt > timeOf(firstAt),
    ),
    ofTickets("done-with-open-criteria", (ticket) => isDone(ticket) && hasOpenBoxes(ticket)),
    ofTickets("mega-ticket", ({ commits: own }) => own > 20 && own > commits.count * 0.03),
    { code: "file-without-ticket", of: "file", indexes: tree?.uncovered ?? new Uint32Array() },
    { code: "waiver-overdue", of: "waiver", indexes: Uint32Array.of(0) },
  ] as const;
  return gaps.filter(({ indexes }) => indexes.length > 0);
}
