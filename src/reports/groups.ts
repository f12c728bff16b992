import type { JudgedFinding } from "../core/finding.ts";
import type { Report } from "../core/report.ts";

/** One commit that shows what a group is about. */
export interface GroupExample {
  readonly id: string;
  readonly finding: JudgedFinding;
}

/** All commits that got one answer of one rule: what a reader of a history wants to see once. */
export interface FindingGroup {
  readonly rule: string;
  readonly code: string;
  readonly outcome: JudgedFinding["outcome"];
  readonly blocking: boolean;
  readonly commits: number;
  /** Newest first; fewer than `commits` where there are many. */
  readonly examples: readonly GroupExample[];
}

interface Draft {
  readonly first: JudgedFinding;
  commits: number;
  /** Facts key -> the finding that commits of that key have in this group. */
  readonly byKey: Map<number, JudgedFinding>;
  readonly examples: GroupExample[];
}

/** Groups the fails and unknowns of a history, what blocks first, then by number of commits. `most`: examples a group. */
export function groupFindings(report: Report, most: number): readonly FindingGroup[] {
  const drafts = collect(report);
  addExamples(report, drafts, most);
  return drafts
    .map(({ first, commits, examples }) => {
      const { rule, code, outcome, blocking } = first;
      return { rule, code, outcome, blocking, commits, examples };
    })
    .sort(
      (a, b) =>
        weight(b) - weight(a) || b.commits - a.commits || compare(a.rule, b.rule) || compare(a.code, b.code),
    );
}

function collect(report: Report): readonly Draft[] {
  const drafts = new Map<string, Draft>();
  report.keys.forEach((key, index) => {
    for (const finding of key.findings) {
      if (finding.outcome !== "fail" && finding.outcome !== "unknown") continue;
      const name = [finding.rule, finding.code, finding.outcome, finding.blocking].join("\n");
      const draft = drafts.get(name) ?? { first: finding, commits: 0, byKey: new Map(), examples: [] };
      drafts.set(name, draft);
      if (draft.byKey.has(index)) continue;
      draft.byKey.set(index, finding);
      draft.commits += key.count;
    }
  });
  return [...drafts.values()];
}

/** One walk over the columns, newest first, that ends as soon as every group has its examples. */
function addExamples(report: Report, drafts: readonly Draft[], most: number): void {
  const { commits } = report;
  if (commits === null) return;
  let wanting = drafts.filter((draft) => draft.commits > 0);
  for (let index = 0; index < commits.count && wanting.length > 0; index++) {
    const key = commits.key(index);
    for (const draft of wanting) {
      const finding = draft.byKey.get(key);
      if (finding !== undefined) draft.examples.push({ id: commits.id(index), finding });
    }
    wanting = wanting.filter((draft) => draft.examples.length < Math.min(most, draft.commits));
  }
}

function weight(group: Pick<FindingGroup, "outcome" | "blocking">): number {
  return (group.blocking ? 2 : 0) + (group.outcome === "fail" ? 1 : 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
