import type { CodeLink } from "../../core/tracker.ts";
import { codeUrl } from "../code-url.ts";
import { cleanLine } from "../text.ts";
import { askJson, type Boards, inProject } from "./ask.ts";
import { type WorkItem, workItem } from "./schema.ts";

type Relation = NonNullable<WorkItem["relations"]>[number];

/** What a work item is linked to. Azure Boards calls every linked commit "fixed in", so none counts as closing. */
export async function links(boards: Boards, id: string): Promise<readonly CodeLink[]> {
  const { relations } = await askJson(
    boards,
    {
      path: inProject(boards.settings.project, `wit/workitems/${encodeURIComponent(id)}`),
      query: { $expand: "relations" },
    },
    { shape: workItem, about: `work item ${id}` },
  );
  return (relations ?? []).flatMap((relation) => linkOf(boards.http.base, relation) ?? []);
}

function linkOf(base: string, { rel, url, attributes }: Relation): CodeLink | null {
  const name = attributes?.name ?? null;
  if (rel === "Hyperlink") return codeUrl(url, attributes?.comment ?? name);
  return rel === "ArtifactLink" ? artifact(base, url, name) : null;
}

/** `vstfs:///TOOL/TYPE/ID`; the parts of an id are separated by encoded slashes, in either case. */
function artifact(base: string, address: string, name: string | null): CodeLink | null {
  const [, kind, id] = /^vstfs:\/\/\/([A-Za-z0-9]+\/[A-Za-z]+)\/(.+)$/.exec(address) ?? [];
  if (kind === undefined || id === undefined) return null;
  const [first = "", second = "", ...rest] = id.split(/%2f|\//i).map(plain);
  const last = rest.join("/");
  const link = { title: name === null ? null : cleanLine(name), relation: "mentions" } as const;
  const place = `${base}/${encodeURIComponent(first)}/_git/${encodeURIComponent(second)}`;
  const inRepository = { repository: second, ...link };
  switch (kind) {
    case "Git/Commit":
      return {
        kind: "commit",
        ref: last,
        url: `${place}/commit/${encodeURIComponent(last)}`,
        ...inRepository,
      };
    case "Git/PullRequestId":
      return {
        kind: "pull-request",
        ref: last,
        url: `${place}/pullrequest/${encodeURIComponent(last)}`,
        ...inRepository,
      };
    case "Git/Ref":
      return refLink(place, last, inRepository);
    case "Build/Build":
      return {
        kind: "build",
        ref: first,
        repository: null,
        url: `${base}/_build/results?buildId=${first}`,
        ...link,
      };
    // The first part is an inner number of the connection: which repository it is can't be told.
    case "GitHub/PullRequest":
      return { kind: "pull-request", ref: second, repository: null, url: null, ...link };
    case "GitHub/Commit":
      return { kind: "commit", ref: second, repository: null, url: null, ...link };
    default:
      return { kind: "other", ref: cleanLine(address), repository: null, url: null, ...link };
  }
}

/** `GB` before a branch's name, `GT` before a tag's. */
function refLink(
  place: string,
  ref: string,
  rest: Pick<CodeLink, "repository" | "title" | "relation">,
): CodeLink {
  const kind = ref.startsWith("GB") ? "branch" : "other";
  return { kind, ref: ref.slice(2), url: `${place}?version=${encodeURIComponent(ref)}`, ...rest };
}

function plain(part: string): string {
  try {
    return cleanLine(decodeURIComponent(part));
  } catch {
    return cleanLine(part);
  }
}
