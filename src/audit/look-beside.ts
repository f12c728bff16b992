import type { AuditPart } from "../core/audit.ts";
import { lookupKey } from "../core/ticket.ts";
import type { Gate } from "../gate.ts";
import { lookUp } from "../gather/lookups.ts";
import { isJoin } from "../history/kin.ts";
import type { Progress } from "../history/read.ts";
import { readTexts } from "../history/texts.ts";
import { type LiveLines, liveLines } from "../trace/blame.ts";
import type { ScannedFiles } from "../trace/file-columns.ts";
import { scanFiles } from "../trace/scan-files.ts";
import type { TicketFacts } from "../trace/tickets.ts";
import { type Brought, broughtBy } from "./brought.ts";
import { changesOf } from "./changes.ts";
import { allIds } from "./lineage.ts";
import type { AuditRows, Shard } from "./partial.ts";
import type { Lack } from "./parts.ts";
import { ticketFacts } from "./tickets.ts";
import { isOfShard } from "./tree.ts";

/** What is looked at beside the messages. */
interface Beside {
  readonly rows: Pick<AuditRows, "count" | "ids" | "idBytes" | "told">;
  readonly tip: string | null;
  readonly asked: ReadonlySet<AuditPart>;
  readonly shard: Shard;
  readonly progress?: Progress | undefined;
}

/** What was seen there. */
interface Seen {
  readonly columns: Pick<AuditRows, "paths" | "lines" | "brought">;
  readonly tree: ScannedFiles | null;
  readonly blamed: LiveLines | null;
  /** Tickets that files name. */
  readonly named: readonly TicketFacts[];
  readonly lacks: Partial<Record<AuditPart, Lack | null>>;
}

/** Looks at what commits changed, at the tree and at where its lines are from, as far as it was asked for. */
export async function lookBeside(gate: Gate, beside: Beside): Promise<Seen> {
  const { rows, asked, progress } = beside;
  const ids = asked.has("paths") || asked.has("lines") || asked.has("proposals") ? allIds(rows) : [];
  const isCounted = asked.has("paths") || asked.has("lines");
  const counted = isCounted
    ? await changesOf(gate.repo, ids, { isMerge: mergesIn(rows, ids), progress })
    : NOT_COUNTED;
  const brought = asked.has("proposals") ? await broughtBy(gate.forge, ids, progress) : NOT_BROUGHT;
  const tree = await treeOf(gate, beside);
  return {
    columns: {
      paths: asked.has("paths") ? counted.paths : null,
      lines: asked.has("lines") ? counted.lines : null,
      brought: brought.numbers,
    },
    ...tree,
    lacks: { proposals: brought.lack, ...tree.lacks },
  };
}

function mergesIn({ told }: Pick<AuditRows, "told">, ids: readonly string[]): (id: string) => boolean {
  const kin = readTexts(told.kin);
  const merges = new Set(ids.filter((_, index) => isJoin(kin(index))));
  return (id) => merges.has(id);
}

const NOT_COUNTED = { paths: null, lines: null } as const;
const NOT_BROUGHT: Brought = { numbers: null, lack: null };
const NO_TREE = { tree: null, blamed: null, named: [], lacks: {} } as const;

/** The first shard reads the tree, which is one child's work; whose lines they are, each shard says of its own files. */
async function treeOf(
  gate: Gate,
  { tip, asked, shard, progress }: Beside,
): Promise<Pick<Seen, "tree" | "blamed" | "named" | "lacks">> {
  const isMine = shard.number === 1;
  if (tip === null || !(asked.has("tree") || asked.has("blame")) || !(isMine || asked.has("blame")))
    return NO_TREE;
  const { repo, reader, law } = gate;
  const how = { lines: true, ...(progress === undefined ? {} : { progress }) };
  const tree = await scanFiles(repo, tip, reader, law, how);
  const texts = tree.paths.filter((path, index) => (tree.lines?.[index] ?? 0) > 0 && isOfShard(shard, path));
  const blamed = asked.has("blame") ? await liveLines(repo, tip, texts, how) : null;
  if (!isMine) return { ...NO_TREE, blamed };
  return { tree, blamed, named: await factsOf(gate, tree), lacks: { tree: lackOf(tree.skipped) } };
}

async function factsOf({ law, anew }: Gate, { references }: ScannedFiles): Promise<readonly TicketFacts[]> {
  const lookups = await lookUp(law, anew, references);
  return ticketFacts(references, (remote, id) => lookups[lookupKey(remote, id)]);
}

function lackOf(skipped: readonly string[]): Lack | null {
  if (skipped.length === 0) return null;
  return {
    state: "partial",
    why: `Files that are too large to be searched, or could not be read: ${skipped.length}.`,
    fix: null,
  };
}
