import type { JudgedFinding } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
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
 * The commits with a fail that a new message mends, by id. None where a whole history was judged, which nobody writes anew,
 * or where they are more than anybody rewords.
 */
export function rewordable(report: Report, metas: Metas): readonly string[] {
  const { commits, keys, subject } = report;
  if (commits === null || (commits.count > 1 && !isUponBase(subject))) return [];
  const failed = keys.map(({ findings }) => findings.some((finding) => isReworded(finding, metas)));
  const ids: string[] = [];
  for (let index = 0; index < commits.count; index++)
    if (failed[commits.key(index)]) ids.push(commits.id(index));
  return ids.length > MOST_REWORDED ? [] : ids;
}

/** A range with more of them wants another base, not an editor. */
const MOST_REWORDED = 500;

/** `A..B`, `A...B` and a pull request: commits upon a base, of which somebody still can make others. */
export function isUponBase({ kind, label }: Report["subject"]): boolean {
  return kind === "pull-request" || /[^.]\.{2,3}/u.test(label);
}

/** What a command of its own mends needs no other message. */
function isReworded({ outcome, rule, fix }: JudgedFinding, metas: Metas): boolean {
  return outcome === "fail" && fix.argv === null && metas.get(rule)?.mends === "message";
}
