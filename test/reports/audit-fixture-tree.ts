import type { AuditFiles, AuditFolder, FileLink, Standing } from "../../src/core/audit.ts";
import { chance, type MadeCommits, mix } from "./audit-fixture-commits.ts";

const TOPS: Readonly<Record<string, readonly string[]>> = {
  src: [
    "cart",
    "checkout",
    "catalog/search",
    "catalog/images",
    "payments/cards",
    "payments/refunds",
    "accounts",
  ],
  services: ["mailer", "exporter/nightly", "webhooks"],
  web: ["pages", "components/forms", "components/tables", "styles"],
  docs: ["guides", "reference"],
  test: ["unit", "end-to-end"],
};
const WORDS = [
  "index",
  "model",
  "view",
  "route",
  "client",
  "store",
  "price",
  "queue",
  "format",
  "session",
  "rules",
];

/** A tree: its files, its folders, and which of these each commit touched. */
export interface MadeTree {
  readonly files: AuditFiles;
  readonly folders: readonly AuditFolder[];
  readonly touched: (index: number) => readonly number[];
  readonly uncovered: Uint32Array;
}

/** A tree of the folders above, in which every file's history is made of the commits that touched its folder. */
export function madeTree(commits: MadeCommits, tickets: number, hostile: boolean): MadeTree {
  const leaves = Object.entries(TOPS).flatMap(([top, names]) => names.map((name) => `${top}/${name}`));
  const odd = hostile ? ["src/cart/<img src=x onerror=alert(1)>.ts"] : [];
  const paths = [...leaves.flatMap((leaf, at) => namesIn(leaf, at)), ...odd].sort();
  const isExempt = (path: string): boolean => path.startsWith("docs/");
  const linksOf = (index: number): readonly number[] => {
    const count = chance(index, 31) < 0.16 + 0.3 * riskOf(paths[index] ?? "") ? 0 : 1 + (mix(index, 32) % 5);
    const links = Array.from({ length: count }, (_, at) => mix(index * 7 + at, 33) % tickets);
    return [...new Set(links)].sort((a, b) => a - b);
  };
  const lines = (index: number): number | null =>
    chance(index, 34) < 0.02 ? null : 20 + (mix(index, 35) % 700);
  const files: AuditFiles = {
    count: paths.length,
    path: (index) => paths[index] ?? "",
    lines,
    named: (index) => linksOf(index).slice(0, 1).map(linkTo),
    through: linksOf,
    live: (index) => liveOf(index, lines(index) ?? 0),
    exempt: (index) => isExempt(paths[index] ?? ""),
  };
  const uncovered = paths.flatMap((path, at) => (linksOf(at).length === 0 && !isExempt(path) ? [at] : []));
  const names = [...new Set(paths.flatMap(foldersOf))].sort();
  const at = new Map(names.map((name, index) => [name, index]));
  const touched = (index: number): readonly number[] => {
    const hit = [mix(index, 36), ...(chance(index, 37) < 0.3 ? [mix(index, 38)] : [])];
    return [...new Set(hit.map((one) => at.get(leaves[one % leaves.length] ?? "") ?? 0))].sort(
      (a, b) => a - b,
    );
  };
  const folders = foldersFrom({ names, at, paths, files, commits, touched });
  return { files, folders, touched, uncovered: Uint32Array.from(uncovered) };
}

/** Some corners are kept worse than others. */
function riskOf(path: string): number {
  return path.startsWith("src/payments") || path.startsWith("services/exporter") ? 1 : 0;
}

function namesIn(leaf: string, at: number): readonly string[] {
  const count = 6 + (mix(at, 30) % 22);
  return Array.from({ length: count }, (_, n) => {
    const word = WORDS[n % WORDS.length] ?? "index";
    return `${leaf}/${word}${n < WORDS.length ? "" : `-${n}`}.ts`;
  });
}

function linkTo(ticket: number): FileLink {
  return { ticket, line: 1 + (mix(ticket, 39) % 20), where: "comment" };
}

function liveOf(index: number, lines: number): Readonly<Record<Standing, number>> {
  const bad = Math.floor(lines * chance(index, 40) * 0.2);
  const exempt = Math.floor(lines * 0.1);
  return { authorised: lines - bad - exempt, exempt, unauthorised: 0, unreferenced: bad, unknown: 0 };
}

/** `a/b/c.ts` -> `.`, `a`, `a/b`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return [".", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))];
}

interface Parts {
  readonly names: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  readonly paths: readonly string[];
  readonly files: AuditFiles;
  readonly commits: MadeCommits;
  readonly touched: (index: number) => readonly number[];
}

function foldersFrom({ names, at, paths, files, commits, touched }: Parts): readonly AuditFolder[] {
  const none = { authorised: 0, exempt: 0, unauthorised: 0, unreferenced: 0, unknown: 0 };
  const made = names.map((name) => ({ name, ...none, commits: 0, files: 0, covered: 0, lines: 0 }));
  for (const [index, path] of paths.entries()) {
    for (const folder of foldersOf(path)) {
      const one = made[at.get(folder) ?? 0];
      if (one === undefined) continue;
      one.lines += files.lines(index) ?? 0;
      if (files.exempt(index)) continue;
      one.files++;
      if ((files.through(index) ?? []).length > 0) one.covered++;
    }
  }
  for (let index = 0; index < commits.count; index++) {
    const all = new Set(touched(index).flatMap((folder) => foldersOf(`${names[folder] ?? ""}/x`)));
    for (const folder of all) {
      const one = made[at.get(folder) ?? 0];
      if (one === undefined) continue;
      one.commits++;
      one[commits.standing(index)]++;
    }
  }
  return made;
}
