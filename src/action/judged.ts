import type { AuditContext } from "../attest/context.ts";
import type { EvidenceSigner } from "../attest/sign.ts";
import type { Audit } from "../core/audit.ts";
import type { Report } from "../core/report.ts";
import type { Gate } from "../gate.ts";
import type { RenderOptions } from "../reports/options.ts";
import { rewordable } from "../reports/repair.ts";
import { namedCommits } from "../reports/text.ts";
import { ruleMetas } from "../rules/index.ts";
import type { ActionScene, Pull } from "./scene.ts";

/** One verdict of a step, ready to be told. */
export interface Judged {
  /** As it may be shown: nothing of a ticket that the policy does not disclose. */
  readonly report: Report;
  /** The whole history and tree, of which that report is a part; null: only commits were judged. */
  readonly audit: Audit | null;
  readonly render: Omit<RenderOptions, "color" | "columns">;
  /** Null: no pull request was judged. */
  readonly pull: Pull | null;
  /** Where and by which law it was judged. */
  readonly context: AuditContext;
  /** What signs the evidence; null: nothing does. */
  readonly signer: EvidenceSigner | null;
  /** The ref that the policy names for records of what landed; null: none. */
  readonly notes: string | null;
}

/** Every subject is shown of as many commits; of a longer history those that failed. */
const MOST_SUBJECTS = 1000;

/** What a report's renderers are told beside it. `subjects`: of commits that the clone does not have. */
export async function renderOf(
  { job }: Pick<ActionScene, "job">,
  gate: Pick<Gate, "labels" | "reword">,
  report: Report,
  { range, subjects }: { readonly range: string | null; readonly subjects?: ReadonlyMap<string, string> },
): Promise<Judged["render"]> {
  const metas = ruleMetas();
  const [labels, repair] = await Promise.all([
    gate.labels(subjects === undefined ? shownCommits(report) : []),
    range === null ? null : gate.reword(rewordable(report, metas), { range }),
  ]);
  const page = `${job.home.site}/${job.home.repository}`;
  return {
    metas,
    repair,
    subject: (id) => subjects?.get(id) ?? labels.get(id)?.subject ?? null,
    links: {
      commit: (id) => `${page}/commit/${id}`,
      change: report.proposal?.url ?? null,
      run: job.run,
    },
  };
}

function shownCommits(report: Report): readonly string[] {
  const { commits } = report;
  if (commits === null || commits.count > MOST_SUBJECTS) return namedCommits(report);
  return Array.from({ length: commits.count }, (_, index) => commits.id(index));
}
