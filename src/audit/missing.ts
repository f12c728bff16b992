import type { AuditPart, PartState } from "../core/audit.ts";
import type { Joined } from "./join.ts";
import { UNTOLD } from "./partial.ts";

/** What brings the parents that a shallow clone hides: what its edge changed is not known without them. */
const DEEPEN = ["git", "fetch", "--unshallow"] as const;

/** What brings objects that are missing, where a remote has them. */
const FETCH = ["git", "fetch", "--refetch", "--no-filter"] as const;

/** The states of parts, with what could not be read since objects are missing here: counted where all shards are joined. */
export function withMissing(
  joined: Pick<Joined, "head" | "rows" | "tree" | "blamed" | "tickets">,
): readonly PartState[] {
  const { head, rows } = joined;
  const fix = head.scope.complete ? FETCH : DEEPEN;
  const ofCommits = (part: AuditPart, untold: number) =>
    lackOf(part, { untold, count: rows.count, of: "commits", fix });
  const lacks: Partial<Record<AuditPart, PartState | null>> = {
    paths: ofCommits("paths", untoldPaths(joined)),
    lines: ofCommits("lines", uncounted(joined)),
    blame: blameLack(joined),
    tickets: ticketsLack(joined),
  };
  return head.parts.map((state) => {
    const lack = lacks[state.part] ?? null;
    if (state.state === "not-asked" || lack === null) return state;
    return { ...lack, why: [lack.why, state.why].join(" ").trim() };
  });
}

function untoldPaths({ rows: { paths, count } }: Pick<Joined, "rows">): number {
  let untold = 0;
  for (let index = 0; paths !== null && index < count; index++) {
    const start = paths.start[index] ?? 0;
    if (start < (paths.start[index + 1] ?? 0) && paths.entries[start] === UNTOLD) untold++;
  }
  return untold;
}

function uncounted({ rows: { lines } }: Pick<Joined, "rows">): number {
  return lines === null ? 0 : lines.added.reduce((sum, added) => sum + Number(Number.isNaN(added)), 0);
}

function blameLack({ tree, blamed }: Pick<Joined, "tree" | "blamed">): PartState | null {
  if (tree === null || blamed === null) return null;
  const texts = tree.paths.filter((_, index) => (tree.lines?.[index] ?? 0) > 0);
  const untold = texts.filter((path) => !blamed.files.has(path)).length;
  return lackOf("blame", { untold, count: texts.length, of: "files", fix: FETCH, or: BY_NAME });
}

/** Who starts git hands it names in UTF-8 alone. */
const BY_NAME = ", or their names are not UTF-8";

interface Untold {
  readonly untold: number;
  readonly count: number;
  readonly of: string;
  readonly fix: readonly string[];
  /** What else may be the reason. */
  readonly or?: string;
}

function lackOf(part: AuditPart, { untold, count, of, fix, or = "" }: Untold): PartState | null {
  if (untold === 0) return null;
  const why = `${untold} of ${count} ${of} can't be read in full: this clone lacks objects${or}.`;
  return { part, state: untold === count ? "unavailable" : "partial", why, fix };
}

/** What nobody was told of is neither there nor absent. */
function ticketsLack({ tickets }: Pick<Joined, "tickets">): PartState | null {
  const untold = tickets.filter(({ status }) => !/^(?:found|absent|claimed)$/.test(status)).length;
  if (untold === 0) return null;
  const why = `Of ${untold} of ${tickets.length} tickets nobody could say whether they exist.`;
  const state = untold === tickets.length ? "unavailable" : "partial";
  return { part: "tickets", state, why, fix: ["golden-thread", "remote", "check"] };
}
