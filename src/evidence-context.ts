import { bodyDigest } from "./attest/body-digest.ts";
import { type AuditContext, NO_ADDRESS } from "./attest/context.ts";
import type { Law } from "./core/law.ts";
import type { Report } from "./core/report.ts";
import type { Gate } from "./gate.ts";
import { commitSignatures } from "./git/commit-signatures.ts";
import { originUrl } from "./git/names.ts";
import type { CommitRange } from "./git/range.ts";
import type { Repository } from "./git/repository.ts";
import { audienceOf } from "./ledger/audience.ts";

/** What whoever had something judged knows of where it goes. */
export interface JudgedWhere
  extends Pick<
    AuditContext,
    "targetRef" | "event" | "phase" | "invocation" | "attempt" | "method" | "since"
  > {
  /** https URL of the repository, without `.git`; null: its origin tells. */
  readonly repository: string | null;
  /** What was judged; null: a pull request, and the report tells its ends. */
  readonly commits: CommitRange | null;
  /** The pull request's description; left out: there is none. */
  readonly body?: string;
  /** Whether git is to say of each commit what its own signature is worth. */
  readonly signatures?: boolean;
}

/** Where and by which law a report was judged, for its evidence; git alone is asked. */
export async function evidenceContext(
  { repo, law, lawAt }: Pick<Gate, "repo" | "lawAt"> & { readonly law: Pick<Law, "ledger"> },
  report: Pick<Report, "proposal" | "commits">,
  where: JudgedWhere,
): Promise<AuditContext> {
  const alone = contextAlone({ ...where, repository: where.repository ?? (await addressOf(repo, law)) });
  const { proposal } = report;
  const ends = proposal === null ? alone : { base: proposal.base.commit, head: proposal.head.commit };
  const { head = null } = ends;
  const { body, signatures = false } = where;
  return {
    ...alone,
    ...ends,
    tree: head === null ? null : await treeOf(repo, head),
    lawAt,
    ...(body === undefined ? {} : { bodyDigest: bodyDigest(body) }),
    ...(signatures ? { signatures: await commitSignatures(repo, idsOf(report)) } : {}),
  };
}

/** The same as far as no git is needed. */
export function contextAlone({
  body: _body,
  signatures: _signatures,
  repository,
  commits,
  ...where
}: JudgedWhere): AuditContext {
  const ends =
    commits === null
      ? {}
      : {
          base: commits.exclude[0] ?? null,
          head: commits.include[0] ?? null,
          beside: commits.exclude.slice(1),
        };
  return { ...where, ...ends, repository: repository ?? NO_ADDRESS };
}

/** A server has no origin more often than not; the policy's ledger tells for whom it is made. */
async function addressOf(repo: Repository, { ledger }: Pick<Law, "ledger">): Promise<string> {
  const url = await originUrl(repo);
  const audience = ledger?.audience ?? (url === null ? null : audienceOf(url));
  return audience === null ? NO_ADDRESS : `https://${audience}`;
}

/** Id of a commit's tree; null: the clone does not have it. */
async function treeOf({ git }: Pick<Repository, "git">, commit: string): Promise<string | null> {
  const id = await git.text(["rev-parse", "--quiet", "--verify", "--end-of-options", `${commit}^{tree}`], {
    codes: [0, 1, 128],
  });
  return id === "" ? null : id;
}

function idsOf({ commits }: Pick<Report, "commits">): readonly string[] {
  return Array.from({ length: commits?.count ?? 0 }, (_, index) => commits?.id(index) ?? "");
}
