import type { AuditScope } from "../core/audit.ts";
import type { PageLinks } from "../core/audit-page.ts";
import { azureRepository, repositoryAddress } from "../core/repository-address.ts";
import { pageOf, visible } from "./escape.ts";

/**
 * Where the forge shows what an audit is about; null: the address is none of a forge whose pages are known. Those of the
 * vendors' own hosts are, and of the server that the policy names: any other name may be anybody's, and nothing tells which forge answers there.
 */
export function pageLinks({
  repository,
  forge,
  tip,
}: Pick<AuditScope, "repository" | "forge" | "tip">): PageLinks | null {
  const address = pageOf(repository) === null ? null : repositoryAddress(repository ?? "");
  if (address === null) return null;
  const { host, path } = address;
  if (forge !== undefined)
    return pageOf(forge.site) === null ? null : FORGES[forge.kind](forge.site, path, tip);
  switch (host) {
    case "github.com":
      return FORGES.github(`https://${host}`, path, tip);
    case "gitlab.com":
      return FORGES.gitlab(`https://${host}`, path, tip);
    case "dev.azure.com":
      return azure(path, tip);
    default:
      return null;
  }
}

/** The address of one part, fit to stand in a link of Markdown; null: it has none. */
export function linkTo(way: PageLinks["commit"] | null | undefined, part: string | undefined): string | null {
  if (way === null || way === undefined || part === undefined || visible(part) !== part) return null;
  return pageOf(`${way[0]}${part.split("/").map(encodeURIComponent).join("/")}${way[1]}`);
}

type Pages = (site: string, path: string, tip: string | null) => PageLinks | null;

const FORGES: Readonly<Record<"github" | "gitlab", Pages>> = {
  github: (site, path, tip) => (/^[^/]+\/[^/]+$/.test(path) ? below(`${site}/${path}`, "pull", tip) : null),
  gitlab: (site, path, tip) =>
    path.includes("/") ? below(`${site}/${path}/-`, "merge_requests", tip) : null,
};

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
