import { HOSTILE, type Seed, UNICODE_TITLE } from "../tracker-server.ts";
import { ADA, BOB, make, OTHER_SPACE, SPACE, type Task } from "./model.ts";

const DESCRIPTION = [
  "Login fails after **token refresh**",
  "See https://github.com/acme/shop/commit/0123456789abcdef0123456789abcdef01234567.",
  "## Acceptance criteria",
  "- [ ] It logs in\n- [x] It stays in",
].join("\n\n");

const field = (name: string, type: string, value?: unknown) => ({
  id: "f4d2a20d-6759-4420-b897-222dbe2587d4",
  name,
  type,
  type_config: {},
  required: false,
  ...(value === undefined ? {} : { value }),
});

/** All that the server holds at first. */
export function tasks(): readonly Task[] {
  return [
    make("86ew42633", {
      customId: "SHOP-42",
      type: 1004,
      name: "Login fails after token refresh",
      markdown: DESCRIPTION,
      assignees: [ADA],
      tags: ["auth", "regression"],
      parent: "86ew42600",
      checklists: [{ id: "c1", name: "Definition of done", items: [{ name: "Reviewed", resolved: true }] }],
      fields: [
        field("Pull request", "url", "https://github.com/acme/shop/pull/45"),
        field("Points", "number", 3),
        field("Nothing", "url"),
        field("Trap", "url", "javascript:alert(1)"),
      ],
    }),
    make("86ew42600", { type: 1, name: "Sign-in" }),
    make("86ew42634", { status: "in progress" }),
    make("86ew42635", { status: "Closed" }),
    make("86ew42636", { archived: true }),
    make("86ew42637", { secret: true }),
    make("86ew42638", { deleted: true }),
    make("86ew4263i", { deleted: true }),
    make("86ew42639", { name: UNICODE_TITLE, markdown: UNICODE_TITLE }),
    make("86ew4263a", { name: HOSTILE.title, markdown: HOSTILE.text, tags: [HOSTILE.title] }),
    make("86ew4263b", { markdown: "All work and **no** play. ".repeat(80_000) }),
    make("86ew4263c", { name: "Findable first" }),
    make("86ew4263d", { name: "Findable second", status: "in progress", updated: Date.UTC(2026, 10, 3) }),
    make("86ew4263e", { space: OTHER_SPACE, list: "902", status: "Open" }),
    make("86ew4263f", { team: "9002" }),
    make("86ew4263g", { list: "902", status: "done" }),
    make("86ew4263h", { type: 4711 }),
  ];
}

/** The tasks by what they are for. Only what was deleted is known to be absent. */
export const SEED: Seed = {
  open: {
    id: "86ew42633",
    ticket: {
      id: "86ew42633",
      key: "CU-86ew42633",
      url: "https://app.clickup.com/t/86ew42633",
      title: "Login fails after token refresh",
      type: { name: "Bug", category: "bug" },
      state: { name: "to do", category: "open" },
      project: SPACE,
      assignees: [{ name: ADA.username, email: ADA.email, account: "182" }],
      createdBy: { name: ADA.username, email: ADA.email, account: "182" },
      labels: ["auth", "regression"],
      parent: "86ew42600",
      createdAt: "2026-10-20T08:00:00.000Z",
      updatedAt: "2026-11-01T09:30:00.000Z",
      description: DESCRIPTION,
      criteria: [
        { text: "It logs in", done: false },
        { text: "It stays in", done: true },
        { text: "Reviewed", done: true },
      ],
    },
  },
  inProgress: "86ew42634",
  done: "86ew42635",
  canceled: null,
  archived: "86ew42636",
  absent: "86ew42638",
  forbidden: { id: "86ew42637", as: "forbidden" },
  deleted: "86ew4263i",
  moved: null,
  notATicket: null,
  unicode: "86ew42639",
  hostile: "86ew4263a",
  huge: "86ew4263b",
  edits: false,
  pasts: false,
  other: { name: BOB.username, email: BOB.email, account: "183" },
  linked: "86ew42633",
  targets: { open: "to do", in_progress: "in progress", done: "Closed" },
  search: { word: "findable", ids: ["86ew4263c", "86ew4263d"] },
};
