export const TEAM = "9001";
export const SPACE = "701";
export const OTHER_SPACE = "702";

export interface Member {
  readonly id: number;
  readonly username: string;
  readonly email: string;
}

export const ADA: Member = { id: 182, username: "Ada Dev", email: "ada@example.com" };
export const BOB: Member = { id: 183, username: "Bob Ops", email: "bob@example.com" };
export const MEMBERS = [ADA, BOB] as const;

export interface Status {
  readonly status: string;
  readonly type: string;
  readonly color: string;
}

const column = (status: string, type: string): Status => ({ status, type, color: "#d3d3d3" });

/** Statuses by list; every list may have its own. */
export const LISTS: Readonly<Record<string, readonly Status[]>> = {
  "901": [
    column("to do", "open"),
    column("in progress", "custom"),
    column("blocked", "custom"),
    column("done", "done"),
    column("Closed", "closed"),
  ],
  "902": [column("Open", "open"), column("done", "custom"), column("Closed", "closed")],
};

export interface Comment {
  readonly id: string;
  text: string;
  readonly by: Member;
  readonly date: number;
  resolved: boolean;
}

export interface Task {
  readonly id: string;
  readonly customId: string | null;
  readonly type: number;
  name: string;
  markdown: string;
  status: string;
  list: string;
  readonly space: string;
  readonly team: string;
  readonly archived: boolean;
  readonly deleted: boolean;
  readonly secret: boolean;
  readonly parent: string | null;
  assignees: readonly Member[];
  tags: readonly string[];
  readonly checklists: readonly unknown[];
  readonly fields: readonly unknown[];
  readonly created: number;
  updated: number;
  /** When it came into each status, the last time. */
  readonly since: Map<string, number>;
  readonly comments: Comment[];
}

/** Makes a task; what is not told is as plain as can be. */
export function make(id: string, more: Partial<Task> = {}): Task {
  const created = Date.UTC(2026, 9, 20, 8);
  const status = more.status ?? "to do";
  return {
    id,
    customId: null,
    type: 0,
    name: `Task ${id}`,
    markdown: "",
    status,
    list: "901",
    space: SPACE,
    team: TEAM,
    archived: false,
    deleted: false,
    secret: false,
    parent: null,
    assignees: [],
    tags: [],
    checklists: [],
    fields: [],
    created,
    updated: Date.UTC(2026, 10, 1, 9, 30),
    since: new Map([[status, created]]),
    comments: [],
    ...more,
  };
}

/** The status of a task as its list has it. */
export function statusOf({ list, status }: Task): Status | undefined {
  return LISTS[list]?.find((one) => one.status === status);
}

/** A task as the API writes it. */
export function told(task: Task, markdown: boolean) {
  const status = statusOf(task) ?? column(task.status, "custom");
  const user = (member: Member) => ({ ...member, color: "#000000", initials: "XX", profilePicture: null });
  const plain = task.markdown.replace(/[*`#]/g, "");
  return {
    id: task.id,
    custom_id: task.customId,
    custom_item_id: task.type,
    name: task.name,
    text_content: plain,
    description: plain,
    status: { id: `p9001_${status.status.slice(0, 4)}`, ...status, orderindex: 1 },
    orderindex: "1.00000000000000000000000000000000",
    date_created: String(task.created),
    date_updated: String(task.updated),
    date_closed: null,
    date_done: null,
    archived: task.archived,
    creator: user(ADA),
    assignees: task.assignees.map(user),
    group_assignees: [],
    watchers: [],
    checklists: task.checklists,
    tags: task.tags.map((name) => ({ name, tag_fg: "#000000", tag_bg: "#ffffff", creator: ADA.id })),
    parent: task.parent,
    priority: null,
    custom_fields: task.fields,
    team_id: task.team,
    url: `https://app.clickup.com/t/${task.id}`,
    list: { id: task.list, name: "Sprint 12", access: true },
    folder: { id: "801", name: "Shop", hidden: false, access: true },
    space: { id: task.space },
    ...(markdown ? { markdown_description: task.markdown } : {}),
  };
}
