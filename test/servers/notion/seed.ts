import { HOSTILE, type Seed, UNICODE_TITLE } from "../tracker-server.ts";
import { make, OTHER_SOURCE, type Page, PEOPLE, SOURCE } from "./model.ts";

const [ada] = PEOPLE;
const TEXT =
  "## Why\n\nLogin fails after **token refresh**.\n\n## Acceptance criteria\n\n- [ ] add test\n- [x] read logs";

/** All that the server holds at first. */
export function pages(): readonly Page[] {
  return [
    make(42, {
      title: "Login fails after token refresh",
      type: "Bug",
      sprint: "Sprint 12",
      tags: ["auth", "regression"],
      people: [ada.id],
      pr: "https://github.com/acme/shop/pull/45",
      parent: make(41).id,
      markdown: TEXT,
    }),
    make(41),
    make(43, { status: "In progress" }),
    make(44, { status: "Done" }),
    make(45, { archived: true }),
    make(46, { secret: true }),
    make(47, { trashed: true }),
    make(48, { title: UNICODE_TITLE }),
    make(49, { title: HOSTILE.title, markdown: HOSTILE.text, tags: [HOSTILE.title] }),
    make(50, { markdown: "All work and **no** play. ".repeat(80_000) }),
    make(51, { title: "Findable first" }),
    make(52, { title: "Findable second", status: "In progress", edited: "2026-11-03T09:30:00.000Z" }),
    make(53, { source: OTHER_SOURCE, status: "Done" }),
    make(54, { source: null }),
    make(55, { status: null }),
    make(56, { status: "Shipping" }),
  ];
}

export const idOf = (number: number): string => make(number).id.replaceAll("-", "");

/** The pages by what they are for. */
export const SEED: Seed = {
  open: {
    id: idOf(42),
    ticket: {
      id: idOf(42),
      key: "TASK-42",
      url: `https://www.notion.so/Page-${idOf(42)}`,
      title: "Login fails after token refresh",
      type: { name: "Bug", category: "bug" },
      state: { name: "Not started", category: "open" },
      project: SOURCE,
      assignees: [{ name: ada.name, email: ada.person.email, account: ada.id }],
      createdBy: { name: "", email: "", account: ada.id },
      labels: ["auth", "regression"],
      parent: idOf(41),
      createdAt: "2026-10-20T08:00:00.000Z",
      updatedAt: "2026-11-01T09:30:00.000Z",
      description: TEXT,
      criteria: [
        { text: "add test", done: false },
        { text: "read logs", done: true },
      ],
      iteration: "Sprint 12",
    },
  },
  inProgress: idOf(43),
  done: idOf(44),
  canceled: null,
  archived: idOf(45),
  absent: idOf(999_999),
  forbidden: { id: idOf(46), as: "absent" },
  deleted: idOf(47),
  moved: null,
  notATicket: null,
  unicode: idOf(48),
  hostile: idOf(49),
  huge: idOf(50),
  other: { name: "", email: "", account: PEOPLE[1].id },
  linked: idOf(42),
  targets: { open: "Not started", in_progress: "In progress", done: "Done" },
  search: { word: "Findable", ids: [idOf(51), idOf(52)] },
  pasts: false,
  history: false,
};
