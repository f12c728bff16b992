import { HOSTILE, type Seed, UNICODE_TITLE } from "../tracker-server.ts";
import { type Issue, newIssue, type Repository, type User } from "./store.ts";

export const OCTO: User = { login: "octo-dev", id: 101, name: "Octo Dev", type: "User" };
export const READER: User = { login: "reader", id: 102, name: "A Reader", type: "User" };
export const TRIAGE: User = { login: "triage", id: 103, name: "Triage Only", type: "User" };
export const BOT: User = { login: "github-actions[bot]", id: 41_898_282, name: "Actions", type: "Bot" };

/** Somebody without rights. */
const EVE: User = { login: "eve", id: 104, name: "Eve", type: "User" };
/** What an import leaves of an account. */
const GHOST: User = { login: "imported", id: 105, name: "Imported", type: "Mannequin" };

const SHA = "3f2a1b4c5d6e7f8090a1b2c3d4e5f60718293a4b";

/** `acme/shop` with all kinds of issues, `acme/depot` that one was moved to, `acme/vault` that nobody here sees. */
export function seedRepositories(): readonly Repository[] {
  const depot = repository(987, "depot", [newIssue(7, OCTO, { title: "Moved here" })]);
  const hidden = {
    ...repository(2, "vault", [newIssue(1, OCTO, { title: "Secret" })], true),
    isHidden: true,
  };
  const shop = repository(1, "shop", shopIssues());
  shop.moved.set(50, { to: depot, number: 7 });
  shop.moved.set(52, { to: hidden, number: 1 });
  shop.deleted.add(51);
  const strangers = [
    repository(3, "plaza", strangersIssues()),
    repository(4, "cellar", strangersIssues(), true),
  ];
  return [shop, depot, hidden, ...strangers];
}

function repository(id: number, name: string, issues: readonly Issue[], isPrivate = false): Repository {
  const numbered = new Map(issues.map((issue) => [issue.number, issue]));
  return {
    id,
    owner: "acme",
    name,
    isPrivate,
    issues: numbered,
    deleted: new Set(),
    moved: new Map(),
    isHidden: false,
  };
}

/** What somebody without rights opened: left alone, or taken up by those that count and those that don't. */
function strangersIssues(): readonly Issue[] {
  const strange = (number: number, ...events: readonly Record<string, unknown>[]) =>
    newIssue(number, EVE, {
      title: `Let me in ${number}`,
      association: number === 6 ? "CONTRIBUTOR" : "NONE",
      events: events.map((event, at) => ({
        ...entry(9100 + number * 10 + at, event),
        actor: event.actor ?? OCTO,
      })),
    });
  const label = { name: "bug", color: "d73a4a" };
  const created_at = "2026-11-01T08:20:00Z";
  const labeled = (actor: User) => ({ event: "labeled", label, created_at, actor });
  return [
    strange(1),
    strange(2, labeled(BOT), labeled(GHOST), labeled(EVE)),
    strange(3, labeled(BOT), labeled(OCTO), labeled(OCTO)),
    strange(4, { event: "assigned", assignee: OCTO, assigner: TRIAGE, actor: TRIAGE, created_at }),
    strange(5, { event: "milestoned", milestone: { title: "v2.0" }, created_at }),
    strange(6, { event: "closed", state_reason: "completed", created_at }),
    newIssue(7, OCTO, { title: "Ours", association: "OWNER" }),
  ];
}

function shopIssues(): readonly Issue[] {
  const closedAt = "2026-11-01T09:30:00Z";
  return [
    newIssue(40, OCTO, { title: "Signing in", type: "Epic" }),
    newIssue(42, OCTO, {
      title: "Login fails after token refresh",
      body: "## Why\n\nLogin fails after **token refresh**.\n\n## Acceptance criteria\n\n- [ ] add test\n- [x] reproduce",
      assignees: [OCTO],
      labels: ["bug", "auth"],
      type: "Bug",
      milestone: "v2.0",
      parent: 40,
      closedBy: [45],
      branches: ["42-login"],
      events: [
        {
          event: "cross-referenced",
          actor: OCTO,
          created_at: "2026-11-01T08:00:00Z",
          updated_at: "2026-11-01T08:00:00Z",
          source: 45,
        },
        {
          event: "cross-referenced",
          actor: OCTO,
          created_at: "2026-11-01T08:10:00Z",
          updated_at: "2026-11-01T08:10:00Z",
          source: 44,
        },
        entry(9001, {
          event: "labeled",
          label: { name: "bug", color: "d73a4a" },
          created_at: "2026-11-01T08:20:00Z",
        }),
        entry(9002, {
          event: "referenced",
          commit_id: SHA,
          commit_url: `https://api.github.com/repos/acme/shop/commits/${SHA}`,
          created_at: "2026-11-01T08:30:00Z",
        }),
      ],
    }),
    newIssue(43, OCTO, { title: "Drop IE11", state: "closed", reason: "not_planned", closedAt }),
    newIssue(44, OCTO, { title: "Add retry", isPull: true }),
    newIssue(45, OCTO, { title: "Fix login loop", isPull: true }),
    newIssue(46, OCTO, { title: "Pay by card", state: "closed", reason: "completed", closedAt }),
    newIssue(47, OCTO, { title: "Pay by card again", state: "closed", reason: "duplicate", closedAt }),
    newIssue(48, OCTO, { title: `${UNICODE_TITLE} zu schwer`, body: "x" }),
    newIssue(49, OCTO, {
      title: HOSTILE.title,
      body: HOSTILE.text,
      labels: [HOSTILE.title],
      milestone: HOSTILE.title,
    }),
    newIssue(60, OCTO, {
      title: "A long one",
      body: "lorem ipsum **dolor** <b>sit</b> amet\n".repeat(55_000),
    }),
    newIssue(61, OCTO, { title: "Feed the quokka", body: "It is hungry." }),
    newIssue(62, OCTO, { title: "Quokka, again", body: "Still.", labels: ["animals"] }),
  ];
}

function entry(id: number, more: Record<string, unknown>): Record<string, unknown> {
  const url = `https://api.github.com/repos/acme/shop/issues/events/${id}`;
  const none = { commit_id: null, commit_url: null, performed_via_github_app: null };
  return { id, node_id: `EV_${id}`, url, actor: OCTO, ...none, ...more };
}

export const SEED: Seed = {
  open: {
    id: "acme/shop#42",
    ticket: {
      key: "acme/shop#42",
      title: "Login fails after token refresh",
      type: { name: "Bug", category: "bug" },
      state: { name: "open", category: "open" },
      project: "acme/shop",
      assignees: [{ name: "octo-dev", email: "", account: "101", login: "octo-dev" }],
      createdBy: { name: "octo-dev", email: "", account: "101", login: "octo-dev" },
      labels: ["bug", "auth"],
      parent: "acme/shop#40",
      createdAt: "2026-10-20T08:00:00.000Z",
      updatedAt: "2026-11-01T09:30:00.000Z",
      criteria: [
        { text: "add test", done: false },
        { text: "reproduce", done: true },
      ],
      versions: ["v2.0"],
    },
  },
  inProgress: null,
  done: "acme/shop#46",
  canceled: "acme/shop#43",
  archived: null,
  absent: "acme/shop#999999",
  forbidden: { id: "acme/vault#1", as: "forbidden" },
  deleted: "acme/shop#51",
  moved: { from: "acme/shop#50", to: "acme/depot#7" },
  notATicket: "acme/shop#44",
  unicode: "acme/shop#48",
  hostile: "acme/shop#49",
  huge: "acme/shop#60",
  other: { name: "reader", email: "", account: "102", login: "reader" },
  linked: "acme/shop#42",
  targets: { done: "closed", canceled: "not_planned", open: "open" },
  search: { word: "quokka", ids: ["acme/shop#61", "acme/shop#62"] },
};
