import type { Tree } from "../core/ports.ts";
import type { Lookup, Ticket } from "../core/ticket.ts";
import { type Backlog, folderOf } from "./backlog.ts";
import { findBacklogs } from "./dialects.ts";
import { idsOfFileName, prefixOf } from "./id.ts";
import type { ParsedTask, TaskOptions } from "./parse.ts";
import { type FileProblem, relationProblems } from "./relations.ts";
import { agrees, type Copy, copyOf, idsOf, resolve } from "./resolve.ts";
import { isMarkdown, listTaskFiles, parseBytes, readTaskFile, type TaskFile } from "./task-file.ts";

/** Files read at one time: enough to keep a pipe to git full, few enough to keep their texts small in memory. */
const BATCH = 128;

/** Drafts authorise nothing, and the word with a number is common in text (`draft-07`): no prefix of references. */
const DRAFT_PREFIX = "DRAFT";

/** The local tasks of one tree, as they stood when they were opened. */
export interface Tasks {
  readonly backlogs: readonly Backlog[];
  /** Configured prefixes, and those of ids in file names; upper case, sorted. */
  readonly prefixes: readonly string[];
  /** Task folders' Markdown files, root-relative, by folder and name. */
  readonly paths: readonly string[];
  /** One answer for each canonical id. Reads what the names point to; all files only for an id in no name. */
  byId(ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>>;
  /** Every ticket that an id leads to without doubt. */
  all(): Promise<readonly Ticket[]>;
  /** Every file, parsed one batch at a time. */
  each(): AsyncIterable<ParsedTask>;
  /** Everything that is wrong with the files, one by one and in each other's company, and with the configuration. */
  problems(): Promise<readonly FileProblem[]>;
  /** Where the task of a canonical id stands, or null. */
  fileOf(id: string): Promise<string | null>;
  /** Would a file of this path be a task file here? It need not exist. */
  isTaskPath(path: string): boolean;
  /** Parses bytes as the file at this path; null where that is no task file. */
  parse(path: string, bytes: Uint8Array): Promise<ParsedTask | null>;
}

/** Finds a tree's backlogs and lists their files; no task file is read before it is asked for. */
export async function openTasks(tree: Tree, options: TaskOptions = {}): Promise<Tasks> {
  const backlogs = await findBacklogs(tree);
  const files = await listTaskFiles(tree, backlogs);
  const near = nearFiles(files);
  const known = new Map<string, Lookup>();
  let everything: Promise<ReadonlyMap<string, Lookup>> | null = null;

  const lookUpAll = (): Promise<ReadonlyMap<string, Lookup>> => {
    everything ??= copiesOf(tree, files, options).then(resolveAll);
    return everything;
  };

  const byId = async (ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>> => {
    const missing = ids.filter((id) => !known.has(id));
    // Who has read everything need not read again.
    const copies = groupById(everything === null ? await copiesOf(tree, near(missing), options) : []);
    for (const id of missing) {
      const own = copies.get(id) ?? [];
      // Only a file whose name agrees rules out that a file of another name has the better claim.
      const sure = own.some((copy) => agrees(copy, id));
      known.set(id, sure ? resolve(id, own) : ((await lookUpAll()).get(id) ?? { status: "absent" }));
    }
    return new Map(ids.map((id) => [id, known.get(id) ?? { status: "absent" }]));
  };

  return {
    backlogs,
    prefixes: prefixesOf(backlogs, files),
    paths: files.map(({ path }) => path),
    byId,
    all: async () =>
      [...(await lookUpAll()).values()].flatMap((look) => (look.status === "found" ? [look.ticket] : [])),
    each: () => readEach(tree, files, options),
    problems: () => problemsOf(backlogs, readEach(tree, files, options)),
    async fileOf(id) {
      const look = (await byId([id])).get(id);
      return look?.status === "found" ? look.ticket.path : null;
    },
    isTaskPath: (path) => placeOf(backlogs, path) !== null,
    async parse(path, bytes) {
      const place = placeOf(backlogs, path);
      return place === null ? null : parseBytes(bytes, place, options);
    },
  };
}

async function problemsOf(
  backlogs: readonly Backlog[],
  tasks: AsyncIterable<ParsedTask>,
): Promise<readonly FileProblem[]> {
  const all: ParsedTask[] = [];
  for await (const task of tasks) all.push(task);
  const configured = backlogs.flatMap(({ configFile, folder, problems }) =>
    problems.map((problem) => ({ path: configFile ?? folder, ...problem })),
  );
  const own = all.flatMap(({ path, problems }) => problems.map((problem) => ({ path, ...problem })));
  return [...configured, ...own, ...relationProblems(all)];
}

function placeOf(backlogs: readonly Backlog[], path: string): Omit<TaskFile, "entry"> | null {
  if (!isMarkdown(path)) return null;
  for (const backlog of backlogs) {
    const folder = folderOf(backlog, path);
    if (folder !== null) return { path, backlog, kind: folder.kind, named: idsOfFileName(path) };
  }
  return null;
}

function prefixesOf(backlogs: readonly Backlog[], files: readonly TaskFile[]): readonly string[] {
  const configured = backlogs.flatMap((backlog) => backlog.prefixes);
  const met = files.flatMap(({ named }) => named.map(prefixOf)).filter((prefix) => prefix !== DRAFT_PREFIX);
  return [...new Set([...configured, ...met])].sort();
}

/** Files that may be the task of one of some ids, by name; a file whose name tells nothing may be anyone's. */
function nearFiles(files: readonly TaskFile[]): (ids: readonly string[]) => readonly TaskFile[] {
  const byName = new Map<string, TaskFile[]>();
  for (const file of files) {
    for (const id of file.named.length === 0 ? [""] : file.named) {
      const group = byName.get(id);
      if (group === undefined) byName.set(id, [file]);
      else group.push(file);
    }
  }
  return (ids) => (ids.length === 0 ? [] : [...new Set([...ids, ""].flatMap((id) => byName.get(id) ?? []))]);
}

async function copiesOf(
  tree: Tree,
  files: readonly TaskFile[],
  options: TaskOptions,
): Promise<readonly Copy[]> {
  const copies: Copy[] = [];
  for await (const [task, file] of readBatches(tree, files, options)) copies.push(copyOf(task, file.named));
  return copies;
}

async function* readEach(
  tree: Tree,
  files: readonly TaskFile[],
  options: TaskOptions,
): AsyncIterable<ParsedTask> {
  for await (const [task] of readBatches(tree, files, options)) yield task;
}

async function* readBatches(
  tree: Tree,
  files: readonly TaskFile[],
  options: TaskOptions,
): AsyncIterable<readonly [ParsedTask, TaskFile]> {
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH);
    const tasks = await Promise.all(batch.map((file) => readTaskFile(tree, file, options)));
    for (const [index, file] of batch.entries()) {
      const task = tasks[index];
      if (task !== null && task !== undefined) yield [task, file];
    }
  }
}

function groupById(copies: readonly Copy[]): ReadonlyMap<string, readonly Copy[]> {
  const groups = new Map<string, Copy[]>();
  for (const copy of copies) {
    for (const id of idsOf(copy)) {
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [copy]);
      else group.push(copy);
    }
  }
  return groups;
}

function resolveAll(copies: readonly Copy[]): ReadonlyMap<string, Lookup> {
  return new Map([...groupById(copies)].map(([id, own]) => [id, resolve(id, own)]));
}
