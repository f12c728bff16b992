import { frame } from "../check.ts";
import { BUILD } from "../core/build.ts";
import { disclosureOf } from "../core/disclosure.ts";
import { evaluate } from "../core/evaluate.ts";
import { secondsOf, timeOf } from "../core/time.ts";
import { type Gate, type GateWorld, openGate } from "../gate.ts";
import { arrivedSince } from "../git/arrived-since.ts";
import type { CommitRange } from "../git/range.ts";
import { type CaseOfRange, historyCase } from "../history/case.ts";
import { judgeHistory } from "../history/judge-history.ts";
import type { KeepRow } from "../history/keep.ts";
import { keptFacts } from "../history/stored-facts.ts";
import { FLAG, idAt } from "../history/table.ts";
import { readTexts } from "../history/texts.ts";
import type { JudgedHistory } from "../history/verdicts.ts";
import { startOpening } from "../opening.ts";
import { rules } from "../rules/index.ts";
import { allTickets, listTickets, openLedgerOf } from "./listing.ts";
import { lookBeside } from "./look-beside.ts";
import { cloneNotices, sortedNotices } from "./notices.ts";
import type { AuditPartial, Shard } from "./partial.ts";
import { askedParts, type Lack, statesOf } from "./parts.ts";
import type { AuditRequest } from "./request.ts";
import { rowsOf } from "./rows.ts";
import { scopeOf } from "./scope.ts";
import { judgesCommit } from "./shard.ts";
import { silentPicks } from "./silent-picks.ts";
import { ticketFacts } from "./tickets.ts";

/** Looks at a history, or at a shard of it. Throws `Fault("repository")` for a range that git does not know. */
export async function look(world: GateWorld, request: AuditRequest): Promise<AuditPartial> {
  const asOf = request.asOf ?? timeOf(Math.floor(world.now().getTime() / 1000));
  const then = worldAt(world, asOf);
  const gate = await gateAt(then, request, asOf);
  const named = request.range ?? request.ref ?? "HEAD";
  const commits = await gate.commits({ range: named });
  const shard = request.shard ?? WHOLE;
  const from = request.since === null ? null : secondsOf(request.since);
  const arrived = from === null ? null : await arrivedSince(gate.repo, commits, from);
  const ranged = await caseOf(gate, request, { range: named, commits, keep: keeping(shard, arrived) });
  const judged = await judgeHistory(ranged);
  const asked = askedParts(request, ranged.readWhole.count);
  const scope = await scopeOf(gate.repo, {
    range: commits,
    named,
    since: request.since,
    complete: ranged.subject.complete,
    refName: request.refName ?? null,
    home: request.terms?.home ?? null,
    law: gate.law,
  });
  const picks = await silentPicks(gate.repo, ranged.readWhole, ranged.table);
  const rows = rowsOf(ranged.table, await withClaims(gate, ranged, judged), picks);
  const beside = await lookBeside(gate, { rows, tip: scope.tip, asked, shard, progress: request.progress });
  const open = await openLedgerOf(gate, then);
  const listing = asked.has("tickets") ? await listTickets(gate, open?.ledger ?? null) : null;
  // As it counted for the history goes before what a file names.
  const facts = [...beside.named, ...ticketFacts(judged.named(), judged.lookup)];
  return {
    head: {
      tool: BUILD,
      asOf,
      scope,
      ledger: open?.facts ?? null,
      parts: statesOf(asked, {
        ...beside.lacks,
        messages: messagesLack(scope.complete),
        tickets: listing?.lack ?? null,
      }),
      frame: frameOf(gate, ranged, await cloneNotices(gate)),
      commits: countIn(ranged, arrived),
      beforeBaseline: ranged.beforeBaseline,
      bots: gate.law.exempt.bots,
      terms: await termsOf(gate, request.isPrivate ?? null),
    },
    shard,
    rows: { ...rows, ...beside.columns },
    tree: beside.tree,
    blamed: beside.blamed,
    tickets: allTickets(facts, listing?.tickets ?? []),
  };
}

const WHOLE: Shard = { number: 1, of: 1 };

/** A clock that stands at a time and goes on from there: deadlines and pauses need one that does. */
function worldAt(world: GateWorld, asOf: string): GateWorld {
  const began = world.now().getTime();
  const start = Date.parse(asOf);
  return { ...world, now: () => new Date(start + world.now().getTime() - began) };
}

/** Opened as if it were that time: law, waivers, ledger and tickets count as of then. */
async function gateAt(
  world: GateWorld,
  { place, policyRef, terms = {} }: AuditRequest,
  asOf: string,
): Promise<Gate> {
  const gate = await openGate(world, {
    ...terms,
    place,
    haste: "command",
    opening: startOpening(world, null),
    ...(policyRef === undefined ? {} : { policyRef }),
  });
  return { ...gate, at: asOf };
}

async function caseOf(
  gate: Gate,
  { progress }: AuditRequest,
  range: { readonly range: string; readonly commits: CommitRange; readonly keep: KeepRow | undefined },
): Promise<CaseOfRange> {
  return historyCase(
    { ...gate, sources: gate.anew },
    {
      ...range,
      told: true,
      past: true,
      ...(progress === undefined ? {} : { progress }),
    },
    (evidence) => evaluate(evidence, gate.law, rules),
  );
}

function keeping(shard: Shard, arrived: ReadonlySet<string> | null): KeepRow | undefined {
  if (shard.of === 1 && arrived === null) return undefined;
  return (id) => (arrived?.has(id) ?? true) && judgesCommit(shard, id);
}

/** How many commits all shards judge together. */
function countIn({ readWhole }: CaseOfRange, arrived: ReadonlySet<string> | null): number {
  if (arrived === null) return readWhole.count;
  return Array.from({ length: readWhole.count }, (_, index) => idAt(readWhole, index)).filter((id) =>
    arrived.has(id),
  ).length;
}

/** A commit that passes by its own words is not asked whether it undoes or repeats another one; whoever counts what stands has to know. */
async function withClaims(gate: Gate, { table }: CaseOfRange, judged: JudgedHistory): Promise<JudgedHistory> {
  const open: number[] = [];
  const kin = table.told === null ? () => "" : readTexts(table.told.kin);
  for (let index = 0; index < table.count; index++)
    if (((table.flags[index] ?? 0) & FLAG.claim) !== 0 && !judged.confirmed.has(index) && claims(kin(index)))
      open.push(index);
  if (open.length === 0) return judged;
  const facts = await keptFacts(
    gate.repo,
    gate.reader,
    gate.law,
    open.map((index) => idAt(table, index)),
  );
  const more = open.flatMap((index) => {
    const own = facts.get(idAt(table, index));
    return own === undefined ? [] : [[index, own] as const];
  });
  return { ...judged, confirmed: new Map([...judged.confirmed, ...more]) };
}

function claims(kin: string): boolean {
  return kin.startsWith("r") || kin.startsWith("p");
}

function frameOf(
  gate: Gate,
  { subject, whole, notices }: CaseOfRange,
  more: readonly string[],
): AuditPartial["head"]["frame"] {
  const findings = whole === null ? [] : evaluate(whole, gate.law, rules);
  return {
    ...frame(gate, subject),
    findings,
    notices: sortedNotices([...gate.notices, ...notices(), ...more]),
  };
}

/** On one's own machine everything is shown. */
async function termsOf(
  { law, own }: Gate,
  isPrivate: boolean | null,
): Promise<AuditPartial["head"]["terms"]> {
  if (law.place === "hook") return { disclosure: "full", own: null };
  return { disclosure: disclosureOf(law, { isPrivate }), own: await own() };
}

function messagesLack(complete: boolean): Lack | null {
  if (complete) return null;
  const why = "This is a shallow clone, which hides commits.";
  return { state: "partial", why, fix: ["git", "fetch", "--unshallow"] };
}
