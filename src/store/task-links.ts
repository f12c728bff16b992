import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeAtomic } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";

/** What a task and its ticket both say, as it was when they last agreed. */
export interface SyncFields {
  readonly title: string;
  /** Markdown with LF line ends. */
  readonly description: string;
  /** The tracker's own name of the state. */
  readonly status: string;
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
}

/** The state of the last synchronisation: what both sides' changes are measured from. */
export interface SyncBase {
  /** RFC 3339 in UTC. */
  readonly at: string;
  /** When the tracker said that the ticket was last changed; null: not told. */
  readonly updatedAt: string | null;
  readonly local: SyncFields;
  readonly remote: SyncFields;
  /** What the task said before. All branches share the base, and a file of another one may still say it. */
  readonly older?: readonly OlderValue[];
}

/** A value that another one took the place of. */
export interface OlderValue {
  /** Hex SHA-256 of the field's name and its value. */
  readonly digest: string;
  /** The branch that was checked out then; null: none was. */
  readonly branch: string | null;
}

/** Which ticket a task follows, kept beside the task file because Backlog.md drops keys that it does not know. */
export interface KeptLink {
  readonly schemaVersion: 1;
  readonly kind: "task-link";
  /** Canonical id of the task. */
  readonly task: string;
  /** Name of the policy's remote. */
  readonly remote: string;
  /** Canonical id of the ticket there. */
  readonly id: string;
  readonly url: string | null;
  /** Null: they were linked and never synchronised. */
  readonly base: SyncBase | null;
}

/** The links of one repository with all its work trees: a file for each task, so that two commands never write the same one twice. */
export interface TaskLinks {
  get(task: string): KeptLink | null;
  /** By task id. */
  all(): readonly KeptLink[];
  /** Throws Fault("storage"). */
  put(link: Omit<KeptLink, "schemaVersion" | "kind">): void;
  remove(task: string): void;
}

/** Opens them. A file that is torn or of another kind counts as none. */
export function taskLinks(commonDir: string): TaskLinks {
  const folder = join(commonDir, STORE_FOLDER, "links");
  const fileOf = (task: string): string => join(folder, `${encodeURIComponent(task)}.json`);
  return {
    get: (task) => readLink(fileOf(task)),
    all: () => filesIn(folder).flatMap((name) => readLink(join(folder, name)) ?? []),
    put: (link) =>
      writeAtomic(fileOf(link.task), `${JSON.stringify({ schemaVersion: 1, kind: "task-link", ...link })}\n`),
    remove: (task) => rmSync(fileOf(task), { force: true }),
  };
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort();
  } catch {
    // Nothing was ever linked here.
    return [];
  }
}

function readLink(path: string): KeptLink | null {
  try {
    const link: KeptLink = JSON.parse(readFileSync(path, "utf8"));
    const texts = [link.task, link.remote, link.id];
    return link.kind === "task-link" && texts.every((text) => typeof text === "string") ? link : null;
  } catch {
    return null;
  }
}
