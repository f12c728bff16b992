import { HOSTILE, type Seed, UNICODE_TITLE } from "../tracker-server.ts";
import { type Issue, newIssue, type Project, type User } from "./store.ts";

export const ADA: User = { id: 7, username: "ada", name: "Ada Dev" };
export const REX: User = { id: 8, username: "rex", name: "Rex Reader" };
export const BOB: User = { id: 10, username: "project_42_bot_1a2b", name: "Bob Bot" };
export const GUS: User = { id: 9, username: "gus", name: "Gus Guest" };

const SHA = "3f2a1b4c5d6e7f8090a1b2c3d4e5f60718293a4b";

/** `acme/shop` with all kinds of issues, `acme/depot` that one was moved to, `acme/vault` that nobody here sees. */
export function seedProjects(): readonly Project[] {
  const project = (id: number, path: string, issues: readonly Issue[], isPrivate = false): Project => ({
    id,
    path,
    isPrivate,
    issues: new Map(issues.map((issue) => [issue.iid, issue])),
  });
  return [
    project(42, "acme/shop", shopIssues()),
    project(43, "acme/depot", [newIssue(7, ADA, { title: "Moved here" })]),
    project(44, "acme/vault", [newIssue(1, ADA, { title: "Secret" })], true),
  ];
}

function system(id: number, body: string) {
  const createdAt = "2026-11-01T08:00:00.000Z";
  return { id, body, author: ADA, system: true, createdAt, updatedAt: createdAt };
}

function shopIssues(): readonly Issue[] {
  const closed = { state: "closed", closedAt: "2026-11-01T09:30:00.000Z" } as const;
  return [
    newIssue(42, ADA, {
      title: "Login fails after token refresh",
      description:
        "Login fails after **token refresh**\n\n## Acceptance criteria\n\n- [ ] add test\n- [x] reproduce",
      labels: ["auth", "bug"],
      assignees: [ADA],
      type: "incident",
      milestone: "v2.0",
      epic: 5,
      iteration: "Week 45",
      notes: [system(201, `mentioned in commit ${SHA}`), system(202, "mentioned in merge request !45")],
      events: [{ id: 1, user: ADA, createdAt: "2026-10-21T08:00:00.000Z", label: "bug", action: "add" }],
      closedBy: [45],
      related: [44, 45],
    }),
    newIssue(46, ADA, { title: "Pay by card", ...closed }),
    newIssue(48, ADA, { title: `${UNICODE_TITLE} zu schwer`, description: "x" }),
    newIssue(49, ADA, {
      title: HOSTILE.title,
      description: HOSTILE.text,
      labels: [HOSTILE.title],
      milestone: HOSTILE.title,
    }),
    newIssue(50, ADA, {
      title: "Moved here",
      movedTo: 43_007,
      notes: [system(203, "moved to depot#7")],
      ...closed,
    }),
    newIssue(52, ADA, {
      title: "Secret",
      movedTo: 44_001,
      notes: [system(204, "moved to acme/vault#1")],
      ...closed,
    }),
    newIssue(60, ADA, {
      title: "A long one",
      description: "lorem ipsum **dolor** <b>sit</b> amet\n".repeat(55_000),
    }),
    newIssue(61, ADA, { title: "Feed the quokka" }),
    newIssue(62, ADA, { title: "Quokka, again", labels: ["animals"] }),
  ];
}

export const SEED: Seed = {
  open: {
    id: "acme/shop#42",
    ticket: {
      key: "acme/shop#42",
      title: "Login fails after token refresh",
      type: { name: "incident", category: "bug" },
      state: { name: "opened", category: "open" },
      project: "acme/shop",
      assignees: [{ name: "Ada Dev", email: "", account: "7", login: "ada" }],
      createdBy: { name: "Ada Dev", email: "", account: "7", login: "ada" },
      labels: ["auth", "bug"],
      parent: "acme&5",
      createdAt: "2026-10-20T08:00:00.000Z",
      updatedAt: "2026-11-01T09:30:00.000Z",
      criteria: [
        { text: "add test", done: false },
        { text: "reproduce", done: true },
      ],
      versions: ["v2.0"],
      iteration: "Week 45",
    },
  },
  inProgress: null,
  done: "acme/shop#46",
  canceled: null,
  archived: null,
  absent: "acme/shop#999999",
  forbidden: { id: "acme/vault#1", as: "forbidden" },
  deleted: "acme/shop#51",
  moved: { from: "acme/shop#50", to: "acme/depot#7" },
  notATicket: "acme/shop!45",
  unicode: "acme/shop#48",
  hostile: "acme/shop#49",
  huge: "acme/shop#60",
  other: { name: "Rex Reader", email: "", account: "8", login: "rex" },
  linked: "acme/shop#42",
  targets: { done: "closed", open: "opened" },
  search: { word: "quokka", ids: ["acme/shop#61", "acme/shop#62"] },
};
