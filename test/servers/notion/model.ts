export const DATABASE = "842a0286-cef0-46a8-abba-eac4c8ca644e";
export const SOURCE = "2f26ee68-df30-4251-aad4-8ddc420cba3d";
const OTHER_DATABASE = "9d000000-0000-4000-8000-000000000001";
export const OTHER_SOURCE = "9e000000-0000-4000-8000-000000000001";

export const PEOPLE = [
  {
    object: "user",
    id: "d40e767c-d7af-4b18-a86d-55c61f1e39a4",
    name: "Ada Dev",
    type: "person",
    person: { email: "ada@example.com" },
  },
  {
    object: "user",
    id: "d40e767c-d7af-4b18-a86d-55c61f1e39a5",
    name: "Bob Ops",
    type: "person",
    person: { email: "bob@example.com" },
  },
] as const;

const option = (id: string, name: string) => ({ id, name, color: "default", description: null });
const group = (id: string, name: string, option_ids: readonly string[]) => ({
  id,
  name,
  color: "gray",
  option_ids,
});

const STATUS = {
  options: [
    option("st1", "Not started"),
    option("st2", "In progress"),
    option("st4", "Shipping"),
    option("st3", "Done"),
  ],
  groups: [
    group("gr1", "To-do", ["st1"]),
    group("gr2", "In progress", ["st2", "st4"]),
    group("gr3", "Complete", ["st3"]),
  ],
};

/** What each data source keeps of its pages; the second one has other names and groups. */
export const SOURCES = [
  {
    id: SOURCE,
    database: DATABASE,
    properties: {
      Name: { id: "title", name: "Name", type: "title", title: {} },
      Status: { id: "S%3Aab", name: "Status", type: "status", status: STATUS },
      ID: { id: "uid1", name: "ID", type: "unique_id", unique_id: { prefix: "TASK" } },
      Reviewer: { id: "rev1", name: "Reviewer", type: "people", people: {} },
      Assignee: { id: "asg1", name: "Assignee", type: "people", people: {} },
      Type: { id: "typ1", name: "Type", type: "select", select: { options: [option("t1", "Bug")] } },
      Area: { id: "are1", name: "Area", type: "multi_select", multi_select: { options: [] } },
      Tags: { id: "tag1", name: "Tags", type: "multi_select", multi_select: { options: [] } },
      Sprint: { id: "spr1", name: "Sprint", type: "select", select: { options: [] } },
      "Parent item": {
        id: "par1",
        name: "Parent item",
        type: "relation",
        relation: { data_source_id: SOURCE },
      },
      PR: { id: "pr1", name: "PR", type: "url", url: {} },
    },
  },
  {
    id: OTHER_SOURCE,
    database: OTHER_DATABASE,
    properties: {
      Titel: { id: "title", name: "Titel", type: "title", title: {} },
      Stand: {
        id: "sta1",
        name: "Stand",
        type: "status",
        status: {
          options: [option("o1", "Offen"), option("o2", "Done")],
          groups: [group("g1", "A", ["o1"]), group("g2", "B", ["o2"]), group("g3", "C", [])],
        },
      },
    },
  },
] as const;

export interface Page {
  readonly id: string;
  readonly number: number;
  readonly source: string | null;
  title: string;
  status: string | null;
  type: string | null;
  sprint: string | null;
  tags: readonly string[];
  people: readonly string[];
  readonly pr: string | null;
  readonly parent: string | null;
  readonly trashed: boolean;
  readonly archived: boolean;
  readonly secret: boolean;
  markdown: string;
  edited: string;
  readonly comments: {
    readonly id: string;
    markdown: string;
    readonly by: string;
    readonly created: string;
    edited: string;
  }[];
}

/** Makes a page; what is not told is empty. */
export function make(number: number, more: Partial<Page> = {}): Page {
  return {
    id: `1f0de922-1179-449f-ab80-${number.toString(16).padStart(12, "0")}`,
    number,
    source: SOURCE,
    title: `Page ${number}`,
    status: "Not started",
    type: null,
    sprint: null,
    tags: [],
    people: [],
    pr: null,
    parent: null,
    trashed: false,
    archived: false,
    secret: false,
    markdown: "",
    edited: "2026-11-01T09:30:00.000Z",
    comments: [],
    ...more,
  };
}

/** Rich text of at most 2000 characters a piece. */
export function richText(text: string) {
  const pieces = text.match(/[\s\S]{1,2000}/gu) ?? [];
  return pieces.map((content) => ({
    type: "text",
    text: { content, link: null },
    plain_text: content,
    href: null,
  }));
}

const some = (name: string | null) => (name === null ? null : { id: name, name, color: "gray" });

/** A page as the API writes it. */
export function told(page: Page) {
  const url = `https://www.notion.so/Page-${page.id.replaceAll("-", "")}`;
  const source = SOURCES.find(({ id }) => id === page.source);
  return {
    object: "page",
    id: page.id,
    created_time: "2026-10-20T08:00:00.000Z",
    last_edited_time: page.edited,
    created_by: { object: "user", id: PEOPLE[0].id },
    last_edited_by: { object: "user", id: PEOPLE[1].id },
    parent:
      source === undefined
        ? { type: "workspace", workspace: true }
        : { type: "data_source_id", data_source_id: source.id, database_id: source.database },
    in_trash: page.trashed,
    archived: page.trashed,
    is_archived: page.archived,
    url,
    public_url: null,
    properties: page.source === SOURCE ? properties(page) : foreign(page),
  };
}

function properties(page: Page) {
  return {
    Name: { id: "title", type: "title", title: richText(page.title) },
    Status: { id: "S%3Aab", type: "status", status: some(page.status) },
    ID: { id: "uid1", type: "unique_id", unique_id: { prefix: "TASK", number: page.number } },
    Reviewer: { id: "rev1", type: "people", people: [PEOPLE[1]] },
    Assignee: { id: "asg1", type: "people", people: PEOPLE.filter(({ id }) => page.people.includes(id)) },
    Type: { id: "typ1", type: "select", select: some(page.type) },
    Area: { id: "are1", type: "multi_select", multi_select: [some("web")] },
    Tags: { id: "tag1", type: "multi_select", multi_select: page.tags.map(some) },
    Sprint: { id: "spr1", type: "select", select: some(page.sprint) },
    "Parent item": {
      id: "par1",
      type: "relation",
      relation: page.parent === null ? [] : [{ id: page.parent }],
    },
    PR: { id: "pr1", type: "url", url: page.pr },
  };
}

function foreign(page: Page) {
  return {
    Titel: { id: "title", type: "title", title: richText(page.title) },
    Stand: { id: "sta1", type: "status", status: some(page.status) },
  };
}
