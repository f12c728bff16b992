import { Fault } from "../../core/fault.ts";
import type { CodeLink } from "../../core/tracker.ts";
import { readJson } from "../answer.ts";
import { codeLink } from "../code-link.ts";
import { cleanLine } from "../text.ts";
import { type Client, refusal } from "./client.ts";
import { fetchIssue, issuePath } from "./one.ts";
import { devDetailShape, devSummaryShape, remoteLinksShape } from "./schema.ts";

/** Links that people and programs left on the ticket, then what the development panel shows, each once. */
export async function linksOf(client: Client, id: string): Promise<readonly CodeLink[]> {
  const reply = await client.ask({ path: `${issuePath(id)}/remotelink` });
  if (reply.status !== 200) throw await refusal(client, reply, id, "show the links of");
  const left = (await readJson(client.remote, reply, remoteLinksShape)).map(({ relationship, object }) =>
    codeLink(object.url, titleOf(object.title), CLOSES.test(relationship ?? "") ? "closes" : "mentions"),
  );
  const all = [...left, ...(await developmentOf(client, id))];
  return [
    ...new Map(all.reverse().map((link) => [`${link.kind} ${link.url ?? link.ref}`, link])).values(),
  ].reverse();
}

const CLOSES = /\b(?:close|fix|resolve)/i;

function titleOf(title: string | null | undefined): string | null {
  return title ? cleanLine(title) : null;
}

/** The development panel has no documented API: whatever goes wrong there, the other links are still right. */
async function developmentOf(client: Client, id: string): Promise<readonly CodeLink[]> {
  try {
    const { id: issueId } = await fetchIssue(client, id);
    const version = (await client.flavour()) === "cloud" ? "1.0" : "latest";
    const base = `/rest/dev-status/${version}/issue`;
    const summary = await client.http.send({ path: `${base}/summary`, query: { issueId } });
    if (summary.status !== 200) return [];
    const asked = (await readJson(client.remote, summary, devSummaryShape)).summary;
    const kinds = Object.entries(asked).flatMap(([dataType, { byInstanceType }]) =>
      Object.keys(byInstanceType ?? {}).map((applicationType) => ({ dataType, applicationType })),
    );
    const found: CodeLink[] = [];
    for (const kind of kinds.filter(({ dataType }) => DATA_TYPES.has(dataType)))
      found.push(...(await detailOf(client, `${base}/detail`, { issueId, ...kind })));
    return found;
  } catch (thrown) {
    if (thrown instanceof Fault) return [];
    throw thrown;
  }
}

const DATA_TYPES = new Set(["pullrequest", "branch", "repository"]);

async function detailOf(
  client: Client,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<readonly CodeLink[]> {
  const reply = await client.http.send({ path, query });
  if (reply.status !== 200) return [];
  const { detail } = await readJson(client.remote, reply, devDetailShape);
  return detail.flatMap(({ branches, pullRequests, repositories }) => [
    ...(pullRequests ?? []).map((one) =>
      told("pull-request", one.id.replace(/^#/, ""), one.repositoryName, one.url, one.name),
    ),
    ...(branches ?? []).map((one) => told("branch", one.name, one.repository?.name, one.url, null)),
    ...(repositories ?? []).flatMap(({ name, commits }) =>
      (commits ?? []).map((one) => told("commit", one.id, name, one.url, one.message)),
    ),
  ]);
}

function told(
  kind: CodeLink["kind"],
  ref: string,
  repository: string | null | undefined,
  url: string | null | undefined,
  title: string | null | undefined,
): CodeLink {
  return {
    kind,
    ref,
    repository: repository ?? null,
    url: url ?? null,
    title: titleOf(title),
    relation: "mentions",
  };
}
