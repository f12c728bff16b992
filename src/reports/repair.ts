import type { JudgedFinding } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import { SHORT_ID } from "./layout.ts";
import type { RenderOptions } from "./options.ts";
import { codeOf, type Metas } from "./prose.ts";

/** The command that mends this one finding: its own, or its code's; null where there is none. */
export function ownRepair(finding: JudgedFinding, metas: Metas): readonly string[] | null {
  return finding.fix.argv ?? codeOf(finding, metas)?.run ?? null;
}

/** The same, or where a message has to be written anew the one command that opens all of those. */
export function repairOf(finding: JudgedFinding, { metas, repair }: RenderOptions): readonly string[] | null {
  return ownRepair(finding, metas) ?? (isReworded(finding, metas) ? repair : null);
}

/**
 * The commit at which rewording has to begin: the oldest with a fail that a new message mends. Null: there is none, or
 * what was judged is a whole history, which nobody writes anew.
 */
export function rewordFrom(report: Report, metas: Metas): string | null {
  const { commits, keys, subject } = report;
  if (commits === null || (commits.count > 1 && !isRange(subject.label))) return null;
  const failed = keys.map(({ findings }) => findings.some((finding) => isReworded(finding, metas)));
  for (let index = commits.count - 1; index >= 0; index--) {
    if (failed[commits.key(index)]) return commits.id(index);
  }
  return null;
}

/** The command that lets a person reword a commit and those after it (git-rebase(1)); a root has no parent to begin at. */
export function rewordCommand(id: string, isRoot: boolean): readonly string[] {
  return ["git", "rebase", "--interactive", isRoot ? "--root" : `${id.slice(0, SHORT_ID)}^`];
}

/** `A..B` and `A...B`: commits upon a base. */
export function isRange(label: string): boolean {
  return /[^.]\.{2,3}/u.test(label);
}

function isReworded({ outcome, rule }: JudgedFinding, metas: Metas): boolean {
  return outcome === "fail" && metas.get(rule)?.mends === "message";
}
