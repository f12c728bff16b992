import type { Actor, ChangeHead, LiveChange, WantedChange } from "../../core/forge.ts";
import { ask } from "../line.ts";
import { type AzureRepos, repositoryPath } from "./line.ts";
import { type AzurePerson, type Pull, pullShape, pullsShape, refsShape, repositoryShape } from "./schema.ts";

const HEADS = "refs/heads/";

/** Accounts that the service makes for pipelines: `Project Collection Build Service (acme)`. */
const BUILD_SERVICE = /\bBuild Service \(/;

/** An account, as pull requests name it. */
export function actorOf({ id, displayName, uniqueName }: AzurePerson): Actor {
  const name = displayName ?? uniqueName ?? id;
  return { account: id, name, isBot: BUILD_SERVICE.test(name) };
}

/** A pull request as Azure Repos words it. */
export async function pullOf(azure: AzureRepos, number: number): Promise<Pull> {
  return ask(
    azure,
    { path: `${azure.path}/pullrequests/${number}` },
    { about: `pull request ${number}`, shape: pullShape },
  );
}

/** A pull request, with the tip of its target branch: the commit of its last merge may be older. */
export async function changeOf(azure: AzureRepos, number: number): Promise<LiveChange> {
  const pull = await pullOf(azure, number);
  const base = branchOf(pull.targetRefName);
  const state = stateOf(pull);
  const isFork = pull.forkSource !== null && pull.forkSource !== undefined;
  const fork = pull.forkSource?.repository;
  return {
    ...textsOf(pull),
    number: pull.pullRequestId,
    state,
    author: actorOf(pull.createdBy),
    base: { branch: base, commit: await tipOf(azure, base) },
    head: {
      branch: branchOf(pull.sourceRefName),
      commit: pull.lastMergeSourceCommit?.commitId ?? "",
      repository: isFork ? (fork ? `${fork.project.name}/${fork.name}` : null) : ownName(azure),
      isFork,
    },
    labels: (pull.labels ?? []).flatMap(({ name, active }) => (active === false ? [] : name)),
    mergeCommit: state === "merged" ? (pull.lastMergeCommit?.commitId ?? null) : null,
  };
}

function ownName({ project, repository }: AzureRepos): string {
  return `${project}/${repository}`;
}

/** The parts that people write, and the page where they do, which the service does not tell. */
export function textsOf({ title, description, isDraft, pullRequestId, repository }: Pull) {
  const url = `${repository.remoteUrl ?? ""}/pullrequest/${pullRequestId}`;
  return { title, body: description ?? "", url, draft: isDraft ?? false };
}

function stateOf({ status }: Pull): LiveChange["state"] {
  if (status === "completed") return "merged";
  return status === "abandoned" ? "closed" : "open";
}

function branchOf(ref: string): string {
  return ref.startsWith(HEADS) ? ref.slice(HEADS.length) : ref;
}

/** The tip of a branch; the filter is a prefix, so more may come. Null: there is no such branch. */
export async function tipOf(azure: AzureRepos, branch: string): Promise<string | null> {
  const request = { path: `${azure.path}/refs`, query: { filter: `heads/${branch}` } };
  const { value } = await ask(azure, request, { about: `branch ${branch}`, shape: refsShape });
  return value.find(({ name }) => name === `${HEADS}${branch}`)?.objectId ?? null;
}

/** The newest open pull request of a branch. */
export async function forBranch(azure: AzureRepos, head: ChangeHead, base?: string): Promise<number | null> {
  const fork = await forkOf(azure, head);
  const query = {
    "searchCriteria.status": "active",
    "searchCriteria.sourceRefName": `${HEADS}${head.branch}`,
    "searchCriteria.targetRefName": base === undefined ? undefined : `${HEADS}${base}`,
    "searchCriteria.sourceRepositoryId": fork?.id,
  };
  const { value } = await ask(
    azure,
    { path: `${azure.path}/pullrequests`, query },
    { about: `pull request of ${head.branch}`, shape: pullsShape },
  );
  const own = value.filter(({ forkSource }) => (forkSource ?? null) === null || fork !== null);
  return own.length === 0 ? null : Math.max(...own.map(({ pullRequestId }) => pullRequestId));
}

/** Null: the branch is in the repository that is asked. */
async function forkOf(azure: AzureRepos, { repository }: ChangeHead) {
  if (repository === null || repository === ownName(azure)) return null;
  const [project = "", ...name] = repository.split("/");
  const path = repositoryPath(project, name.join("/"));
  return ask(azure, { path }, { about: `repository ${repository}`, shape: repositoryShape });
}

/** Opens a pull request. */
export async function create(azure: AzureRepos, { head, base, title, body, draft }: WantedChange) {
  const fork = await forkOf(azure, head);
  const json = {
    sourceRefName: `${HEADS}${head.branch}`,
    targetRefName: `${HEADS}${base}`,
    ...{ title, description: body, isDraft: draft },
    ...(fork === null ? {} : { forkSource: { repository: { id: fork.id } } }),
  };
  const pull = await ask(
    azure,
    { method: "POST", path: `${azure.path}/pullrequests`, json },
    { about: `a pull request of ${head.branch}`, shape: pullShape, wanted: 201 },
  );
  return { number: pull.pullRequestId, url: textsOf(pull).url };
}

/** Sets title, description or both. */
export async function write(
  azure: AzureRepos,
  number: number,
  { title, body }: { readonly title?: string; readonly body: string },
): Promise<void> {
  const json = { ...(title === undefined ? {} : { title }), description: body };
  await ask(
    azure,
    { method: "PATCH", path: `${azure.path}/pullrequests/${number}`, json },
    { about: `pull request ${number}`, shape: pullShape },
  );
}
