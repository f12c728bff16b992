import type { TaskProblem, TaskSnapshot } from "../core/evidence.js";
import type { Followed, Ticket } from "../core/ticket.js";
import { type Backlog, type FolderKind } from "./backlog.js";
import { type TaskBody } from "./body.js";
import { type TaskDetails } from "./details.js";
import { type Frontmatter } from "./frontmatter.js";
import { type Compliance, type SpecLink, type Upstream } from "./satellite.js";
import { type Categories } from "./status.js";
/** A task file as read: a ticket where it can be one, and everything that is wrong with it. */
export interface ParsedTask {
    readonly path: string;
    readonly kind: FolderKind;
    /** Null: the frontmatter can't be read, or no id is to be had. */
    readonly ticket: Ticket | null;
    readonly problems: readonly TaskProblem[];
    /** Null where the frontmatter can't be read; so are all that follow. */
    readonly frontmatter: Frontmatter | null;
    readonly details: TaskDetails | null;
    readonly body: TaskBody | null;
    readonly upstream: Upstream | null;
    readonly compliance: Compliance | null;
    readonly spec: SpecLink | null;
    readonly guarded: TaskSnapshot["guarded"] | null;
}
/** What a policy says about how task files are to be read. */
export interface TaskOptions {
    /** Name of the remote that the tickets carry; `tasks` unless the policy names it otherwise. */
    readonly remote?: string | undefined;
    readonly categories?: Categories | undefined;
    /** Which ticket a task follows, for those who ask. */
    readonly follow?: ((task: Pick<ParsedTask, "upstream" | "details">) => Followed | null) | undefined;
}
/**
 * Reads one task file of a backlog: pure, and never throws, whatever the text. The folder is part of the answer: a
 * file under `completed` is done, one under `archive` archived, and a draft has the state `Draft` of no category, so
 * that neither of the last two can authorise.
 */
export declare function parseTask(text: string, path: string, backlog: Backlog, options?: TaskOptions): Promise<ParsedTask>;
/** A file of which nothing but its problem is known. */
export declare function unreadable(path: string, kind: FolderKind, what: TaskProblem): ParsedTask;
