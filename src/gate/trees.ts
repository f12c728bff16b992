import { join } from "node:path";
import { isObjectId } from "../core/object-id.ts";
import { remembered } from "../core/once.ts";
import type { Tree } from "../core/ports.ts";
import type { Person } from "../core/ticket.ts";
import { type MailmapPlace, mappedAuthors } from "../git/mailmap.ts";
import { commitCalled, type Repository, resolveCommit } from "../git/repository.ts";
import { commitTree } from "../git/tree.ts";
import type { CommitTrees } from "./options.ts";

/** The tree of a commit by its full id, wherever it is told; each is opened once. Throws Fault("repository") where nobody tells it. */
export function treeReader(
  repo: Repository,
  trees: CommitTrees | undefined,
): (commit: string) => Promise<Tree> {
  return remembered(async (commit) => {
    const told = trees === undefined || !isObjectId(commit) ? null : await trees(commit);
    return told ?? commitTree(repo, commit);
  });
}

/** Where commits are told: by the clone, and by whatever else tells trees. */
export interface CommitPlace {
  readonly repo: Repository;
  readonly trees: CommitTrees | undefined;
}

/** The full id of a revision whose tree can be read here. Throws Fault("repository") for any other. */
export async function commitNamed(place: CommitPlace, rev: string): Promise<string> {
  return (await commitKnown(place, rev)) ?? resolveCommit(place.repo, rev);
}

/** The same; null: nobody here tells it. */
export async function commitKnown({ repo, trees }: CommitPlace, rev: string): Promise<string | null> {
  const own = await commitCalled(repo, rev);
  if (own !== null || trees === undefined || !isObjectId(rev)) return own;
  return (await trees(rev)) === null ? null : rev;
}

/** Where the trusted tree's .mailmap stands, and whose names it maps. A tree without one costs no child; a link is none. */
export async function mailmapOf(
  repo: Repository,
  tree: Tree,
  { base, trees }: { readonly base: string | null; readonly trees: CommitTrees | undefined },
  authors: readonly Person[],
): Promise<Readonly<Record<string, Person>>> {
  const bytes = await tree.read(MAILMAP);
  if (bytes === null) return {};
  return mappedAuthors(repo, placeOf(repo, { base, isTold: trees !== undefined, bytes }), authors);
}

function placeOf(
  repo: Repository,
  {
    base,
    isTold,
    bytes,
  }: { readonly base: string | null; readonly isTold: boolean; readonly bytes: Uint8Array },
): MailmapPlace {
  if (base === null && repo.root !== null) return { file: join(repo.root, MAILMAP) };
  // Of a tree that is told, git may have nothing to read.
  return isTold ? { bytes } : { blob: `${base ?? "HEAD"}:${MAILMAP}` };
}

const MAILMAP = ".mailmap";
