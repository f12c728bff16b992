import type { Ticket } from "../core/ticket.ts";
import type { KeptLink } from "../store/task-links.ts";
import type { FileEdit } from "../tasks/edit.ts";
import { editTask } from "../tasks/write.ts";
import type { EditValue } from "../tasks/yaml-emit.ts";
import { isYamlList, listAt, type YamlMapping, type YamlValue } from "../tasks/yaml-value.ts";
import type { DeskTask } from "./desk.ts";
import { WHY } from "./edit-file.ts";
import type { TaskLink } from "./link.ts";
import type { Settled } from "./settle-fields.ts";
import type { SyncField, SyncValue } from "./three-way.ts";

/** A task file as it stands at this moment, and the ticket that it follows. */
export interface SyncItem extends DeskTask {
  readonly link: TaskLink;
  readonly text: string;
  readonly kept: KeptLink | null;
}

/** A task's text with what was taken from its ticket. Fields that it can't hold are conflicts by now, for the reason in `why`. */
export interface WrittenFields {
  readonly text: string;
  readonly settled: readonly Settled[];
  readonly why: ReadonlyMap<SyncField, string>;
}

/** Puts the settled values into the text of a task file, field by field; one that can't be written harms no other. */
export async function writeFields(
  { text, backlog, task }: Pick<SyncItem, "text" | "backlog" | "task">,
  settled: readonly Settled[],
): Promise<WrittenFields> {
  let current = text;
  const why = new Map<SyncField, string>();
  const after: Settled[] = [];
  for (const one of settled) {
    const values = task.frontmatter?.values ?? new Map();
    const edits = one.local === null ? [] : editsOf(one.field, one.local, values);
    const edited = await editTask(current, backlog.dialect, edits);
    if (edited.ok) current = edited.text;
    else why.set(one.field, `The file can't take it: ${WHY[edited.code]}.`);
    after.push(edited.ok ? one : { ...one, local: null, remote: null, base: null, conflict: "differ" });
  }
  return { text: current, settled: after, why };
}

function editsOf(field: SyncField, value: SyncValue, values: YamlMapping): readonly FileEdit[] {
  if (field === "description") return [{ kind: "section", name: "description", text: String(value) }];
  if (typeof value === "string") return [{ kind: "set", key: field, value }];
  if (field === "assignees") return [assigneeEdit(value, values)];
  const tags = listAt(values, "tags");
  const hasTags = values.has("tags");
  const isTag = (label: string): boolean => tags.includes(label);
  // The toolkit knows tags, Backlog.md labels; a file that has both keeps each where it stands.
  if (!hasTags) return [{ kind: "set", key: "labels", value }];
  if (!values.has("labels")) return [{ kind: "set", key: "tags", value }];
  return [
    { kind: "set", key: "tags", value: value.filter(isTag) },
    { kind: "set", key: "labels", value: value.filter((label) => !isTag(label)) },
  ];
}

/** People who stay are written as they were; a key that held one name as plain text still does. */
function assigneeEdit(names: readonly string[], values: YamlMapping): FileEdit {
  const written = listAt(values, "assignee");
  const handles = names.map((name) => (/[\s@]/.test(name) ? name : `@${name}`));
  const stays = written.filter((one) => isOneOf(one, handles));
  const all = [...stays, ...handles.filter((one) => !isOneOf(one, written))];
  const isText = typeof values.get("assignee") === "string" && all.length <= 1;
  return { kind: "set", key: "assignee", value: isText ? (all[0] ?? UNASSIGNED) : all };
}

/** What the toolkit writes where nobody is. */
const UNASSIGNED = "unassigned";

function isOneOf(name: string, names: readonly string[]): boolean {
  const key = handleIn(name);
  return names.some((one) => handleIn(one) === key);
}

function handleIn(text: string): string {
  return (/^([^<]+)</.exec(text)?.[1] ?? text).trim().replace(/^@/, "").toLowerCase();
}

/** The text with a new `upstream.last_sync`, where the file keeps one that is older than the ticket; null: there is nothing to say. */
export async function stampEdits(
  { task, text, backlog }: Pick<SyncItem, "task" | "text" | "backlog">,
  { updatedAt }: Pick<Ticket, "updatedAt">,
  now: Date,
): Promise<string | null> {
  const upstream = task.frontmatter?.values.get("upstream");
  const last = task.upstream?.lastSync ?? null;
  if (!(upstream instanceof Map) || !upstream.has("last_sync") || updatedAt === null || last === null)
    return null;
  if (Date.parse(last) >= secondOf(updatedAt)) return null;
  const at = new Date(Math.max(now.getTime(), secondOf(updatedAt))).toISOString();
  const value = editValue(new Map([...upstream, ["last_sync", `${at.slice(0, 19)}Z`]]));
  if (value === null) return null;
  const edited = await editTask(text, backlog.dialect, [{ kind: "set", key: "upstream", value }]);
  return edited.ok ? edited.text : null;
}

/** Files tell whole seconds. */
function secondOf(time: string): number {
  return Math.floor(Date.parse(time) / 1000) * 1000;
}

/** A value of a file, to be written again; null: it holds more than can be written. */
function editValue(value: YamlValue): EditValue | null {
  if (typeof value === "string") return value;
  if (isYamlList(value)) return value.every((one) => typeof one === "string") ? value : null;
  const pairs: [string, EditValue][] = [];
  for (const [key, inner] of value) {
    const edit = editValue(inner);
    if (edit === null) return null;
    pairs.push([key, edit]);
  }
  return Object.fromEntries(pairs);
}
