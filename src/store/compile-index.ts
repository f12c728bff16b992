import { BUILD } from "../core/build.ts";
import { milliseconds } from "../core/duration.ts";
import type { Law, RemoteLaw } from "../core/law.ts";
import type { TicketFiles } from "../core/ports.ts";
import type { Rule } from "../core/rule.ts";
import type { Repository } from "../git/repository.ts";
import { writeAtomic } from "./atomic.ts";
import { INDEX_FORMAT, type IndexHeader, type IndexRow, indexFile, type Spot } from "./compiled.ts";
import { isCurrent, type WorkTree } from "./current.ts";
import { encodeIndex } from "./encode-index.ts";
import type { FileClock } from "./fingerprint.ts";
import { type ConfigState, configState } from "./git-config.ts";
import { decideRows, namelessFiles, type Rows } from "./index-rows.ts";
import { rowJudge } from "./judge-row.ts";
import { isReusable, type KnownIndex, knownIndex } from "./known-index.ts";
import { areSettled, originsOf, workTreeOf } from "./origins.ts";
import { decideTold, type ToldRows, type ToldSource } from "./told-rows.ts";

/** What an index is compiled from. */
export interface IndexInput {
  readonly repo: Repository;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly law: Law;
  readonly rules: readonly Rule[];
  /** Root-relative files and folders that the law and the list of tickets were read from, also absent ones. */
  readonly watched: readonly string[];
  /** Tickets that are files, and the remote that they belong to; null: there are none. */
  readonly source: TicketSource | null;
  /** What trackers told a short while ago. */
  readonly told: readonly ToldSource[];
  /** Canonical ids that the user has just named: looked at anew, whatever is known of them. */
  readonly named: readonly string[];
  readonly branch: string | null;
  /** Taken before anything was read. */
  readonly began: FileClock;
  /** Decision time, RFC 3339 in UTC. */
  readonly at: string;
}

/** Files of tickets, and whose they are. */
export interface TicketSource {
  readonly remote: RemoteLaw;
  readonly tickets: TicketFiles;
}

/** Files of tickets whose names tell no id have to be looked at in every commit; where there are more, the engine does it. */
const MOST_NAMELESS = 64;

/** Branches without a ticket in their name that are remembered: the shared ones, and some to spare. */
const MOST_BRANCHES = 64;

/** A branch that no list of exceptions can mean. */
const NO_BRANCH = "\u0001";

/**
 * Brings the work tree's index up to date: rows that still hold are kept, the rest is read and judged by the rules. Writes
 * nothing where nothing changed. Throws Fault("storage") where it can't be written.
 */
export async function refreshIndex(input: IndexInput): Promise<void> {
  const { repo, env, law, source, began } = input;
  const tree = workTreeOf(repo);
  const file = indexFile(tree.gitDir);
  const found = knownIndex(file);
  const config = configOf(found, tree, input) ?? (await configState(repo, env));
  const nameless = source === null ? [] : namelessFiles(source.tickets).slice(0, MOST_NAMELESS);
  const origins = originsOf(tree, env, [...input.watched, ...nameless], config.files);
  const settled = areSettled(origins, began);
  const known = found !== null && isReusable(found, law.digest, origins, nameless) ? found : null;
  const { rows, spots, freeBranches } = await decide(input, tree.root, known);
  const header: Omit<IndexHeader, "rows"> = {
    format: INDEX_FORMAT,
    version: BUILD,
    ...origins,
    slow: config.slow ?? slowLaw(input) ?? (settled ? null : "recent changes"),
    settled,
    law: law.digest,
    scan: law.scan,
    spots,
    trailer: law.sections.references.trailer,
    freeBranches,
    comment: config.comment,
    freshMs: milliseconds(law.cache.fresh),
  };
  const bytes = encodeIndex(header, rows);
  if (found === null || !bytes.equals(found.bytes)) writeAtomic(file, bytes);
}

/** What an index that still holds says of git's configuration: asking git costs three children. */
function configOf(found: KnownIndex | null, tree: WorkTree, { env, law }: IndexInput): ConfigState | null {
  if (found === null) return null;
  const { header } = found;
  if (!header.settled || header.law !== law.digest || !isCurrent(header, tree, env)) return null;
  // What is said of tickets, not of the configuration, is found out anew.
  const slow = header.slow === NO_TICKETS ? null : header.slow;
  return { files: header.configs.map(([path]) => path), comment: header.comment, slow };
}

/** Why an index without rows is of no use. */
const NO_TICKETS = "no tickets at hand";

type Decided = Pick<Rows, "rows" | "spots"> & Pick<IndexHeader, "freeBranches">;

async function decide(input: IndexInput, root: string, known: KnownIndex | null): Promise<Decided> {
  const { law, rules, source, began, at } = input;
  const before = known?.rows() ?? new Map<string, IndexRow>();
  const judge = source === null ? null : rowJudge(law, rules, source.remote, at);
  const files =
    source === null || judge === null
      ? NO_ROWS
      : await decideRows({
          ...source,
          root,
          judge,
          began,
          named: new Set(input.named),
          known: before,
          spots: known?.header.spots ?? [],
        });
  const told = decideTold(input.told, { law, rules, at, known: before, spots: files.spots });
  const sample = judge !== null && files.sample !== null ? { judge, ticket: files.sample } : told.sample;
  const rows = [...files.rows, ...told.rows];
  return { rows, spots: told.spots, freeBranches: branchesOf(sample, told.spots, known, input.branch) };
}

const NO_ROWS: Rows = { rows: [], spots: [], sample: null };

/** Null: under this law a branch may be called anything. */
function branchesOf(
  sample: ToldRows["sample"],
  [spot]: readonly Spot[],
  known: KnownIndex | null,
  branch: string | null,
): IndexHeader["freeBranches"] {
  const before = known === null ? [] : known.header.freeBranches;
  if (sample === null || spot === undefined || before === null) return before;
  const { judge, ticket } = sample;
  const source = ticket.path === null ? "api" : "file";
  const accepts = (name: string) => judge.acceptsBranch({ ticket, source }, spot, name);
  if (accepts(NO_BRANCH)) return null;
  if (branch === null || before.includes(branch) || !accepts(branch)) return before;
  return [branch, ...before].slice(0, MOST_BRANCHES);
}

/** Why a law needs the engine for every message; null: it does not. */
function slowLaw({ law, rules, source, told }: IndexInput): string | null {
  const asked = rules.find(({ meta }) => {
    const level = law.rules[meta.id]?.level ?? "off";
    return (
      level !== "off" && meta.on.includes("commit-message") && !meta.needs.includes("paths") && !meta.fast
    );
  });
  if (asked !== undefined) return `rule ${asked.meta.id}`;
  if (source === null && told.length === 0) return NO_TICKETS;
  if (source !== null && namelessFiles(source.tickets).length > MOST_NAMELESS)
    return "ticket files without an id in their names";
  if (law.scopes.some((scope) => !scope.exempt && isTighter(scope.rules, law.rules, rules)))
    return "scopes that are stricter";
  const owners = [...(source === null ? [] : [source.remote]), ...told.map(({ remote }) => remote)];
  return owners.some(({ grammar }) => hasRivals(law, grammar)) ? "several remotes with the same ids" : null;
}

function hasRivals({ remotes }: Law, grammar: string): boolean {
  return remotes.filter((remote) => remote.grammar === grammar).length > 1;
}

const LEVELS = ["off", "warn", "enforce"] as const;

/** A commit that falls under such a scope may fail where the law's own rules pass. */
function isTighter(scope: Law["rules"], own: Law["rules"], rules: readonly Rule[]): boolean {
  return rules.some(({ meta }) => {
    const [here, there] = [scope[meta.id], own[meta.id]];
    if (!meta.on.includes("commit-message") || here === undefined || there === undefined) return false;
    const stricter = LEVELS.indexOf(here.level) > LEVELS.indexOf(there.level);
    return (
      stricter || (here.level !== "off" && JSON.stringify(here.options) !== JSON.stringify(there.options))
    );
  });
}
