import { frame } from "../check.ts";
import { BUILD } from "../core/build.ts";
import { evaluate } from "../core/evaluate.ts";
import { secondsOf, timeOf } from "../core/time.ts";
import { type Gate, type GateWorld, openGate } from "../gate.ts";
import { historyCase } from "../history/case.ts";
import { judgeHistory } from "../history/judge-history.ts";
import type { KeepRow } from "../history/keep.ts";
import { startOpening } from "../opening.ts";
import { rules } from "../rules/index.ts";
import type { AuditPartial, Shard } from "./partial.ts";
import type { AuditRequest } from "./request.ts";
import { rowsOf } from "./rows.ts";
import { scopeOf } from "./scope.ts";
import { ticketFacts } from "./tickets.ts";

/** Looks at a history, or at a shard of it. Throws `Fault("repository")` for a range that git does not know. */
export async function look(world: GateWorld, request: AuditRequest): Promise<AuditPartial> {
  const asOf = request.asOf ?? timeOf(Math.floor(world.now().getTime() / 1000));
  const gate = await gateAt(world, request, asOf);
  const named = request.range ?? request.ref ?? "HEAD";
  const commits = await gate.commits({ range: named });
  const shard = request.shard ?? WHOLE;
  const { subject, beforeBaseline, whole, notices, readWhole, ...history } = await historyCase(
    { ...gate, sources: gate.anew },
    {
      range: named,
      commits,
      told: true,
      past: true,
      keep: keeping(shard, request.since),
      ...(request.progress === undefined ? {} : { progress: request.progress }),
    },
    (evidence) => evaluate(evidence, gate.law, rules),
  );
  const judged = await judgeHistory(history);
  const findings = whole === null ? [] : evaluate(whole, gate.law, rules);
  const scope = await scopeOf(gate.repo, {
    range: commits,
    named,
    since: request.since,
    complete: subject.complete,
  });
  return {
    head: {
      tool: BUILD,
      asOf,
      scope,
      ledger: null,
      parts: [],
      frame: { ...frame(gate, subject), findings, notices: [...gate.notices, ...notices()] },
      beforeBaseline,
      bots: gate.law.exempt.bots,
    },
    shard,
    rows: { ...rowsOf(history.table, judged, new Map()), paths: null, lines: null },
    tickets: ticketFacts(judged.named(), judged.lookup),
  };
}

const WHOLE: Shard = { number: 1, of: 1 };

/** Opened as if it were that time: law, waivers, ledger and tickets count as of then. */
async function gateAt(world: GateWorld, { place, policyRef }: AuditRequest, asOf: string): Promise<Gate> {
  const began = world.now().getTime();
  const start = Date.parse(asOf);
  // Deadlines and pauses still need a clock that goes on.
  const then = { ...world, now: () => new Date(start + world.now().getTime() - began) };
  const gate = await openGate(then, {
    place,
    haste: "command",
    opening: startOpening(world, null),
    ...(policyRef === undefined ? {} : { policyRef }),
  });
  return { ...gate, at: asOf };
}

/** Eight digits of an id are enough to deal commits out evenly. */
const DEALT_DIGITS = 8;

function keeping({ number, of }: Shard, since: string | null): KeepRow | undefined {
  if (of === 1 && since === null) return undefined;
  const from = since === null ? Number.NEGATIVE_INFINITY : (secondsOf(since) ?? Number.NEGATIVE_INFINITY);
  return (id, committedAt) =>
    committedAt >= from && Number.parseInt(id.slice(0, DEALT_DIGITS), 16) % of === number - 1;
}
