import { type Answer, segments } from "../kit.ts";
import type { PullCommit } from "../pull-model.ts";
import type { Objects, TreeEntry } from "./objects.ts";
import { commitJson, pullJson } from "./pull-json.ts";
import { api } from "./represent.ts";
import { type Ask, NOT_FOUND, paged, refusal } from "./rest.ts";
import type { Repository } from "./store.ts";

/** Entries of a tree that are told recursively; then it says that it was cut. */
const MOST_ENTRIES = 100_000;

/** Bytes of a file that the contents are told of. */
const MOST_BYTES = 1024 * 1024;

/** Commits of a comparison that is asked without pages. */
const MOST_COMPARED = 250;

const RAW = /^application\/vnd\.github(?:\.v3)?\.raw(?:\+json)?$/;

/** What is asked of a repository whose objects are there. */
interface ObjectsAsk extends Ask {
  readonly repository: Repository;
  readonly objects: Objects;
}

/** Answers what a real repository's objects tell; null: it is about something else, or there are none. */
export function objectsAnswer(ask: Ask, repository: Repository, parts: readonly string[]): Answer | null {
  const objects = ask.store.objects.get(repository.id);
  if (objects === undefined) return null;
  const asked: ObjectsAsk = { ...ask, repository, objects };
  const [room, name = "", more] = parts;
  switch (room) {
    case "git":
      return gitAnswer(asked, name, parts.slice(2).join("/"));
    case "contents":
      return contents(asked, parts.slice(1).join("/"));
    case "compare":
      return comparison(asked, name);
    case "commits":
      if (name === "") return commitList(asked);
      return more === undefined
        ? oneCommit(asked, name)
        : more === "pulls"
          ? pullsOfCommit(asked, name)
          : null;
    default:
      return null;
  }
}

function place({ store, repository }: ObjectsAsk, path: string): string {
  return api(store, `/repos/${repository.owner}/${repository.name}/${path}`);
}

function gitAnswer(ask: ObjectsAsk, room: string, name: string): Answer {
  switch (room) {
    case "trees":
      return tree(ask, name);
    case "blobs":
      return blob(ask, name);
    case "commits":
      return gitCommit(ask, name);
    case "ref":
      return gitRef(ask, name);
    default:
      return NOT_FOUND;
  }
}

/** A tree, or that of a commit. */
function tree(ask: ObjectsAsk, name: string): Answer {
  const { objects, call } = ask;
  const { mostEntries = MOST_ENTRIES } = ask.store;
  const found = objects.find(`${name}^{tree}`);
  if (found === null) return NOT_FOUND;
  const all = objects.tree(found.sha, call.query.has("recursive"));
  const rooms = { blob: "blobs", tree: "trees", commit: "commits" } as const;
  const entries = all.slice(0, mostEntries).map(({ size, ...entry }) => ({
    ...entry,
    ...(size === null ? {} : { size }),
    ...(entry.type === "commit" ? {} : { url: place(ask, `git/${rooms[entry.type]}/${entry.sha}`) }),
  }));
  const url = place(ask, `git/trees/${found.sha}`);
  return {
    status: 200,
    json: { sha: found.sha, url, tree: entries, truncated: all.length > mostEntries },
  };
}

function blob(ask: ObjectsAsk, sha: string): Answer {
  const { objects, call } = ask;
  if (objects.find(sha)?.type !== "blob") return NOT_FOUND;
  const bytes = objects.blob(sha);
  if (RAW.test(call.headers.accept ?? "")) return { status: 200, bytes };
  const content = inLines(bytes);
  return {
    status: 200,
    json: {
      ...{ sha, node_id: `B_${sha}`, size: bytes.byteLength, url: place(ask, `git/blobs/${sha}`) },
      ...{ content, encoding: "base64" },
    },
  };
}

/** Base64 as GitHub writes it: lines of 60. */
function inLines(bytes: Buffer): string {
  return bytes.toString("base64").replace(/.{60}/g, "$&\n");
}

function gitCommit(ask: ObjectsAsk, sha: string): Answer {
  const commit = ask.objects.find(sha)?.type === "commit" ? ask.objects.commit(sha) : null;
  if (commit === null || commit.id !== sha) return NOT_FOUND;
  const url = place(ask, `git/commits/${sha}`);
  const author = { name: commit.name, email: commit.email, date: commit.at };
  const html_url = `${ask.store.origin()}/${ask.repository.owner}/${ask.repository.name}/commit/${sha}`;
  return {
    status: 200,
    json: {
      ...{ sha, node_id: `C_${sha}`, url, html_url, message: commit.message, author },
      committer: commit.committer ?? author,
      tree: { sha: commit.tree ?? "", url: place(ask, `git/trees/${commit.tree}`) },
      parents: commit.parents.map((parent) => ({
        sha: parent,
        url: place(ask, `git/commits/${parent}`),
        html_url,
      })),
      verification: {
        verified: false,
        reason: "unsigned",
        signature: null,
        payload: null,
        verified_at: null,
      },
    },
  };
}

function gitRef(ask: ObjectsAsk, name: string): Answer {
  const found = ask.objects.find(`refs/${name}`);
  if (found === null) return NOT_FOUND;
  const { sha, type } = found;
  return {
    status: 200,
    json: {
      ref: `refs/${name}`,
      node_id: `REF_${sha}`,
      url: place(ask, `git/refs/${name}`),
      object: { sha, type, url: place(ask, `git/commits/${sha}`) },
    },
  };
}

/** A file with its bytes, or a folder's entries. `ref`: a commit, branch or tag; left out: the default branch. */
function contents(ask: ObjectsAsk, path: string): Answer {
  const { objects, call } = ask;
  const revision = call.query.get("ref") ?? "main";
  const commit = objects.resolve(revision);
  const found = commit === null ? null : objects.find(`${commit}:${path}`);
  if (commit === null || found === null) return NOT_FOUND;
  if (found.type === "tree") {
    const entries = objects.tree(found.sha, false);
    return { status: 200, json: entries.map((entry) => entryJson(ask, commit, { path, entry })) };
  }
  const bytes = objects.blob(found.sha);
  if (RAW.test(call.headers.accept ?? "")) return { status: 200, bytes };
  if (bytes.byteLength > MOST_BYTES * 100)
    return refusal(403, "This API returns blobs up to 100 MB in size.", "rest/repos/contents");
  const isLarge = bytes.byteLength > MOST_BYTES;
  const entry = { mode: "100644", type: "blob", sha: found.sha, size: bytes.byteLength, path: "" } as const;
  const content = isLarge
    ? { content: "", encoding: "none" }
    : { content: inLines(bytes), encoding: "base64" };
  return { status: 200, json: { ...entryJson(ask, commit, { path, entry }), ...content } };
}

function entryJson(
  ask: ObjectsAsk,
  commit: string,
  { path, entry }: { readonly path: string; readonly entry: TreeEntry },
) {
  const { owner, name } = ask.repository;
  const whole = [path, entry.path].filter(Boolean).join("/");
  const url = place(ask, `contents/${whole}?ref=${commit}`);
  const git_url = place(ask, `git/${entry.type}s/${entry.sha}`);
  const html_url = `${ask.store.origin()}/${owner}/${name}/${entry.type}/${commit}/${whole}`;
  const type = entry.type === "tree" ? "dir" : "file";
  return {
    ...{ name: whole.split("/").at(-1), path: whole, sha: entry.sha, size: entry.size ?? 0, type },
    ...{ url, git_url, html_url, download_url: type === "dir" ? null : html_url },
    _links: { self: url, git: git_url, html: html_url },
  };
}

function commitList(ask: ObjectsAsk): Answer {
  const { objects, call, store, repository } = ask;
  const tip = objects.resolve(call.query.get("sha") ?? "main");
  if (tip === null) return NOT_FOUND;
  const told = [...objects.range(null, tip)].reverse();
  return paged(
    ask,
    told.map((one) => commitJson(store, repository, one)),
  );
}

/** A name that is no commit is unprocessable, as GitHub has it. */
function oneCommit(ask: ObjectsAsk, name: string): Answer {
  const commit = ask.objects.commit(name);
  if (commit === null)
    return refusal(422, `No commit found for SHA: ${name}`, "rest/commits/commits#get-a-commit");
  const more = { stats: { additions: 0, deletions: 0, total: 0 }, files: [] };
  return { status: 200, json: { ...commitJson(ask.store, ask.repository, commit), ...more } };
}

/** Open and merged pull requests that have the commit, the newest first. */
function pullsOfCommit(ask: ObjectsAsk, name: string): Answer {
  const { store, repository, objects } = ask;
  const id = objects.resolve(name);
  const pulls = [...(store.forges.get(repository.id)?.pulls.values() ?? [])].filter(
    ({ state, commits, mergeCommit }) =>
      state !== "closed" && (mergeCommit === id || commits.some((one) => one.id === id)),
  );
  return paged(
    ask,
    pulls
      .sort((one, other) => other.number - one.number)
      .flatMap((pull) => {
        const issue = repository.issues.get(pull.number);
        return issue === undefined ? [] : [pullJson(store, repository, { pull, issue })];
      }),
  );
}

/** From where the two part to the head. Asked for a page, it tells every commit in the end; without one, the oldest 250. */
function comparison(ask: ObjectsAsk, basehead: string): Answer {
  const { store, repository, objects, call } = ask;
  const [from = "", to = ""] = basehead.split("...").map((side) => side.replace(/^\w+:/, ""));
  const [base, head] = [objects.commit(from), objects.commit(to)];
  const fork = base && head ? objects.commit(objects.mergeBase(base.id, head.id) ?? "") : null;
  if (base === null || head === null || fork === null) return NOT_FOUND;
  const told = (one: PullCommit) => commitJson(store, repository, one);
  const all = objects.range(base.id, head.id);
  const behind = objects.range(head.id, base.id).length;
  const page = call.query.has("page") || call.query.has("per_page");
  const commits = page
    ? paged(ask, all.map(told))
    : { status: 200, json: all.slice(0, MOST_COMPARED).map(told) };
  const url = place(ask, `compare/${basehead}`);
  const status = all.length > 0 ? (behind > 0 ? "diverged" : "ahead") : behind > 0 ? "behind" : "identical";
  return {
    ...commits,
    json: {
      ...{ url, html_url: url, permalink_url: url, diff_url: url, patch_url: url },
      ...{ status, ahead_by: all.length, behind_by: behind, total_commits: all.length, files: [] },
      ...{ base_commit: told(base), merge_base_commit: told(fork), commits: commits.json },
    },
  };
}

/** Path and operation of git's own protocol, as clients ask for them; null: it is none. */
export function gitPathOf(path: string): { readonly repository: string; readonly service: string } | null {
  const found = /^\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(path);
  if (found === null) return null;
  const [, repository = "", service = ""] = found;
  return { repository: segments(repository).join("/"), service };
}
