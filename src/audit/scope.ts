import type { AuditScope } from "../core/audit.ts";
import type { ForgeHome } from "../core/forge.ts";
import { forgeSite } from "../core/forge-remote.ts";
import type { Law } from "../core/law.ts";
import { repositoryAddress } from "../core/repository-address.ts";
import { originUrl } from "../git/names.ts";
import type { CommitRange } from "../git/range.ts";
import type { Repository } from "../git/repository.ts";

/** What of a request and its repository says which history it is. */
interface ScopeInput {
  readonly range: CommitRange;
  /** What was asked for. */
  readonly named: string;
  readonly since: string | null;
  readonly complete: boolean;
  /** Full name of the ref, where whoever asks knows it better than the repository. */
  readonly refName: string | null;
  /** Where the repository lives, where that is known better than by its origin. */
  readonly home: ForgeHome | null;
  readonly law: Pick<Law, "remotes">;
}

/** Which history was audited, in words that mean the same on every machine. */
export async function scopeOf(
  repo: Repository,
  { range, named, since, complete, refName, home, law }: ScopeInput,
): Promise<AuditScope> {
  const [repository, ref] = await Promise.all([
    home === null ? ownAddress(repo) : `${home.site}/${home.repository}`,
    refName ?? fullRef(repo, named),
  ]);
  const forge = forgeSite(law, repository);
  return {
    repository,
    ...(forge === null ? {} : { forge }),
    ref,
    tip: range.include[0] ?? null,
    behind: range.exclude,
    since,
    complete,
  };
}

async function ownAddress(repo: Repository): Promise<string | null> {
  const url = await originUrl(repo);
  const address = url === null ? null : repositoryAddress(url);
  return address && `https://${address.host}/${address.path}`;
}

/** Of a range the ref at its end; what names a commit alone has none. */
async function fullRef({ git }: Repository, named: string): Promise<string | null> {
  const end = named.slice(named.lastIndexOf("..") + 1).replace(/^\./, "");
  const args = ["rev-parse", "--quiet", "--symbolic-full-name", "--end-of-options", end];
  const text = await git.text(args, { codes: [0, 1, 128] });
  const ref = text.split("\n").findLast((line) => line.startsWith("refs/"));
  return ref ?? null;
}
