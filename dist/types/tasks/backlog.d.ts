import type { TaskProblem } from "../core/evidence.js";
/** Whose files they are: Backlog.md's (`tasks/`), or the Backlog Toolkit's (`data/pending/`). */
export type Dialect = "backlog.md" | "toolkit";
/** What a folder says about its tasks. Drafts and archived tasks never authorise. */
export type FolderKind = "active" | "draft" | "completed" | "archived";
/** A folder whose Markdown files are tasks. */
export interface TaskFolder {
    /** Root-relative with `/`. */
    readonly path: string;
    readonly kind: FolderKind;
}
/** One backlog of a repository: where its task files are and how they are to be read. */
export interface Backlog {
    readonly dialect: Dialect;
    /** Root-relative folder that holds everything of this backlog; `""` is the root itself. */
    readonly folder: string;
    readonly configFile: string | null;
    /** Configured prefixes in upper case, the default for new tasks first. Drafts have ids of their own (`DRAFT-1`), which are no references. */
    readonly prefixes: readonly string[];
    /** Configured statuses in their order: the first is open, the last is terminal. */
    readonly statuses: readonly string[];
    readonly folders: readonly TaskFolder[];
    /** What is wrong with the configuration files; `detail` begins with the file's path. */
    readonly problems: readonly TaskProblem[];
}
/** The folder of a backlog in which a file stands directly, or null. */
export declare function folderOf(backlog: Backlog, path: string): TaskFolder | null;
