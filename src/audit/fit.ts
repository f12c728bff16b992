import { canonical } from "../core/canonical.ts";
import { Fault } from "../core/fault.ts";
import { allIds } from "./lineage.ts";

import type { AuditPartial, Shard } from "./partial.ts";
import { judgesCommit } from "./shard.ts";

/** A partial by the name of its folder. */
export interface NamedPartial {
  readonly name: string;
  readonly partial: AuditPartial;
}

/** What must be the same everywhere, in words, and how it reads. */
const SAME: readonly (readonly [string, (partial: AuditPartial) => unknown])[] = [
  ["tool version", ({ head }) => head.tool],
  ["time (--as-of)", ({ head }) => head.asOf],
  ["policy", ({ head }) => head.frame.policyDigest],
  ["ledger", ({ head }) => head.ledger?.digest ?? "none"],
  ["tip", ({ head }) => head.scope.tip ?? "none"],
  ["range", ({ head }) => head.scope],
  ["parts", ({ head }) => head.parts.filter(({ state }) => state !== "not-asked").map(({ part }) => part)],
  ["place", ({ head }) => head.frame.place],
  ["disclosure", ({ head }) => head.terms],
  ["waivers", ({ head }) => head.frame.waivers],
  ["number of shards", ({ shard }) => shard.of],
  ["number of commits", ({ head }) => head.commits],
];

/** Partials that make one audit, in the order of their numbers. Throws Fault("usage") that names what does not fit. */
export function fitting(all: readonly NamedPartial[]): readonly AuditPartial[] {
  const [first, ...others] = all;
  if (first === undefined)
    throw new Fault("usage", "No shard was named.", { fix: "golden-thread audit merge DIR… --out DIR" });
  for (const [what, read] of SAME) {
    const wanted = canonical(read(first.partial));
    const other = others.find(({ partial }) => canonical(read(partial)) !== wanted);
    if (other !== undefined) throw mixed(what, first, other, read);
  }
  demandAll(all, first.partial.shard.of);
  demandCommits(all, first.partial.head.commits);
  demandSameTickets(all);
  return all.map(({ partial }) => partial).sort((a, b) => a.shard.number - b.shard.number);
}

function mixed(
  what: string,
  first: NamedPartial,
  other: NamedPartial,
  read: (partial: AuditPartial) => unknown,
): Fault {
  const told = ({ name, partial }: NamedPartial) => `${name}: ${plain(read(partial))}`;
  return new Fault("usage", `These shards are not of one audit: their ${what} differs.`, {
    found: `${told(first)}; ${told(other)}`,
    wanted: `shards of the same ${what}`,
    fix: "golden-thread audit --shard i/n --as-of TIME --out DIR, for every i with the same TIME",
  });
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Every number once. */
function demandAll(all: readonly NamedPartial[], of: number): void {
  const seen = new Map<number, string>();
  for (const { name, partial } of all) {
    const { number } = partial.shard;
    const before = seen.get(number);
    if (before !== undefined)
      throw new Fault("usage", "A shard is there twice.", {
        found: `${shardText({ number, of })} in ${before} and ${name}`,
        wanted: "each shard once",
      });
    seen.set(number, name);
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !seen.has(number));
  if (missing.length > 0)
    throw new Fault("usage", "A shard is missing.", {
      found: [...seen.keys()]
        .sort((a, b) => a - b)
        .map((number) => shardText({ number, of }))
        .join(", "),
      wanted: missing.map((number) => shardText({ number, of })).join(", "),
      fix: `golden-thread audit --shard ${missing[0]}/${of} --out DIR`,
    });
}

/** Every commit once, in the shard that judges it: what was taken out or put in elsewhere changes the sum of all. */
function demandCommits(all: readonly NamedPartial[], wanted: number): void {
  for (const { name, partial } of all) {
    const { rows, shard } = partial;
    const seen = new Set(allIds(rows));
    const isOwn = seen.size === rows.count && [...seen].every((id) => judgesCommit(shard, id));
    if (!isOwn)
      throw new Fault("usage", "A shard tells of commits that are not its own.", {
        found: `${shardText(shard)} in ${name}`,
        wanted: "each commit once",
        fix: `golden-thread audit --shard ${shardText(shard)} --out DIR`,
      });
  }
  const found = all.reduce((sum, { partial }) => sum + partial.rows.count, 0);
  if (found !== wanted)
    throw new Fault("usage", "The shards do not tell of all commits.", {
      found: `${found} commits`,
      wanted: `${wanted} commits`,
      fix: "golden-thread audit --shard i/n --out DIR, for every i",
    });
}

/** As people write it: `1/4`. */
function shardText({ number, of }: Shard): string {
  return `${number}/${of}`;
}

/** A tracker that answered otherwise meanwhile told of another time. */
function demandSameTickets(all: readonly NamedPartial[]): void {
  const known = new Map<string, { readonly text: string; readonly name: string }>();
  for (const { name, partial } of all) {
    for (const ticket of partial.tickets) {
      const text = canonical(ticket);
      const before = known.get(ticket.at);
      if (before === undefined) known.set(ticket.at, { text, name });
      else if (before.text !== text)
        throw new Fault("usage", "A ticket changed while the shards were looked at.", {
          found: `${ticket.key} in ${before.name} and ${name}`,
          wanted: "the same tickets in all shards: a ledger tells them all the same",
          fix: "golden-thread ledger build",
        });
    }
  }
}
