import type { AuditScope } from "../core/audit.ts";
import type { PageLinks } from "../core/audit-page.ts";
import { azureRepository, repositoryAddress } from "../core/repository-address.ts";
import { pageOf } from "./escape.ts";

/**
 * Where the forge shows what an audit is about; null: the address is none of a forge whose pages are known. Only the vendors' own hosts are:
 * any other name may be anybody's, and nothing tells which forge answers there.
 */
export function pageLinks({ repository, tip }: Pick<AuditScope, "repository" | "tip">): PageLinks | null {
  const address = pageOf(repository) === null ? null : repositoryAddress(repository ?? "");
  if (address === null) return null;
  const { host, path } = address;
  switch (host) {
    case "github.com":
      return /^[^/]+\/[^/]+$/.test(path) ? below(`https://${host}/${path}`, "pull", tip) : null;
    case "gitlab.com":
      return path.includes("/") ? below(`https://${host}/${path}/-`, "merge_requests", tip) : null;
    case "dev.azure.com":
      return azure(path, tip);
    default:
      return null;
  }
}

/** docs.github.com, "Getting permanent links to files"; docs.gitlab.com, "Repository files". */
function below(page: string, changes: string, tip: string | null): PageLinks {
  return {
    commit: [`${page}/commit/`, ""],
    change: [`${page}/${changes}/`, ""],
    file: tip === null ? null : [`${page}/blob/${tip}/`, ""],
  };
}

/** Azure Repos names a file's version `GC` and a commit's id; its ssh addresses stand for the same pages. */
function azure(path: string, tip: string | null): PageLinks | null {
  const found = azureRepository(path);
  if (found === null) return null;
  const [organization, project, repository] = [found.organization, found.project, found.repository].map(
    encodeURIComponent,
  );
  const page = `https://dev.azure.com/${organization}/${project}/_git/${repository}`;
  return {
    commit: [`${page}/commit/`, ""],
    change: [`${page}/pullrequest/`, ""],
    file: tip === null ? null : [`${page}?path=/`, `&version=GC${tip}`],
  };
}
