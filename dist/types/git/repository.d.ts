import type { Git } from "./run.js";
/** Where a repository's parts lie. Paths are absolute. */
export interface Repository {
    readonly git: Git;
    /** Top of the work tree; null in a bare repository, or inside the git folder. */
    readonly root: string | null;
    /** The work tree's own git folder: linked work trees and submodules have theirs. */
    readonly gitDir: string;
    /** The git folder that all linked work trees share. */
    readonly commonDir: string;
    readonly objectFormat: "sha1" | "sha256";
    readonly shallow: boolean;
    readonly bare: boolean;
}
/** Finds the repository around `git.cwd` (or the one that GIT_DIR names) with one child. Throws Fault("repository") where there is none. */
export declare function openRepository(git: Git): Promise<Repository>;
/** The same, and what some revisions are, with the same one child. Null: git knows one of them not, or can't say all at once. */
export declare function openWith(git: Git, revisions: string): Promise<RepositoryAt | null>;
/** A repository, and revisions by id; what is left out has a `^` before it. */
export interface RepositoryAt {
    readonly repo: Repository;
    readonly ids: readonly string[];
}
/** The top of the work tree; throws Fault("repository") in a bare repository. */
export declare function workTreeRoot(repo: Repository): string;
/** Branch (short name, null when detached) and commit (null on an unborn branch) that are checked out. */
export declare function head(repo: Repository): Promise<{
    readonly branch: string | null;
    readonly oid: string | null;
}>;
/** Absolute path of a file of the git folder (`git rev-parse --git-path`), which a linked work tree may keep elsewhere. */
export declare function gitPath(repo: Repository, name: string): Promise<string>;
/** Full id of the commit that people name; tags are peeled. Throws Fault("repository") with the nearest ref's name. */
export declare function resolveCommit({ git }: Pick<Repository, "git">, rev: string): Promise<string>;
/** The same; null: this clone has no such commit. */
export declare function commitCalled({ git }: Pick<Repository, "git">, rev: string): Promise<string | null>;
