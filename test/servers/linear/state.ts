import { HOSTILE, type Seed, UNICODE_TITLE } from "../tracker-server.ts";

export interface User {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly email: string;
  readonly active: boolean;
}

export interface Team {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface State {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly position: number;
  readonly team: Team;
}

export interface Label {
  readonly id: string;
  readonly name: string;
  readonly team: Team | null;
}

/** One entry of an issue's history; what did not change is left out. */
export interface Change {
  readonly id: string;
  readonly createdAt: string;
  readonly actor: User | null;
  readonly fromState?: State;
  readonly toState?: State;
  readonly fromTitle?: string;
  readonly toTitle?: string;
  readonly fromAssignee?: User | null;
  readonly toAssignee?: User | null;
  readonly updatedDescription?: boolean;
  readonly addedLabels?: readonly Label[];
  readonly removedLabels?: readonly Label[];
}

export interface Comment {
  readonly id: string;
  body: string;
  readonly user: User;
  readonly createdAt: string;
  editedAt: string | null;
}

/** An issue as the server keeps it. */
export interface Issue {
  readonly id: string;
  readonly team: Team;
  readonly number: number;
  readonly previousIdentifiers: readonly string[];
  title: string;
  description: string | null;
  state: State;
  assignee: User | null;
  readonly creator: User;
  labels: readonly Label[];
  readonly parent: string | null;
  readonly cycle: { readonly id: string; readonly number: number; readonly name: string | null } | null;
  readonly createdAt: string;
  updatedAt: string;
  readonly archivedAt: string | null;
  readonly trashed: boolean | null;
  readonly attachments: readonly { readonly id: string; readonly url: string; readonly title: string }[];
  readonly comments: Comment[];
  readonly history: Change[];
}

/** All that one workspace holds. */
export interface Workspace {
  readonly issues: Issue[];
  readonly users: readonly User[];
  readonly states: readonly State[];
  readonly labels: readonly Label[];
  /** By UUID, identifier or an identifier that it had before. */
  find(id: string): Issue | null;
  add(identifier: string, given?: Partial<Issue>): Issue;
  tick(): string;
  nextId(): string;
}

const person = (last: string, displayName: string): User => ({
  id: `00000000-0000-4000-8000-0000000000${last}`,
  name: `${displayName[0]?.toUpperCase()}${displayName.slice(1)} Dev`,
  displayName,
  email: `${displayName}@example.com`,
  active: true,
});

/** Whose keys the good and the dead one are. */
export const ADA = person("01", "ada");
/** Who may read and nothing else. */
export const ROB = person("02", "rob");

const ENG: Team = { id: "t1", key: "ENG", name: "Engineering" };
const OPS: Team = { id: "t2", key: "OPS", name: "Operations" };
/** A private team that nobody who asks here is in. */
const SEC: Team = { id: "t3", key: "SEC", name: "Security" };
const TEAMS = [ENG, OPS, SEC];

const NAMES: readonly (readonly [string, string])[] = [
  ["Triage", "triage"],
  ["Backlog", "backlog"],
  ["Todo", "unstarted"],
  ["In Progress", "started"],
  ["Done", "completed"],
  ["Canceled", "canceled"],
  ["Duplicate", "duplicate"],
];

/** The name of an issue as people write it. */
export function identifierOf({ team, number }: Pick<Issue, "team" | "number">): string {
  return `${team.key}-${number}`;
}

/** A workspace with one issue of every sort that the contract asks for. */
export function seededWorkspace(): Workspace {
  let count = 100;
  let time = Date.parse("2026-11-20T10:00:00Z");
  const nextId = () => `2fb4a5f8-0000-4000-8000-${String(++count).padStart(12, "0")}`;
  const states = TEAMS.flatMap((team) =>
    NAMES.map(([name, type], position) => ({ id: `${team.key}-s${position}`, name, type, position, team })),
  );
  const labels = ["Bug", "auth", "alpha", "beta"].map((name, at) => ({
    id: `l${at}`,
    name,
    team: at === 0 ? ENG : null,
  }));
  const issues: Issue[] = [];
  const workspace: Workspace = {
    issues,
    users: [ADA, ROB],
    states,
    labels,
    nextId,
    tick() {
      time += 1000;
      return new Date(time).toISOString();
    },
    find: (id) =>
      issues.find((issue) => [issue.id, identifierOf(issue), ...issue.previousIdentifiers].includes(id)) ??
      null,
    add(identifier, given = {}) {
      const [key, number] = identifier.split("-");
      const team = TEAMS.find((one) => one.key === key) ?? ENG;
      const issue: Issue = {
        id: nextId(),
        team,
        number: Number(number),
        previousIdentifiers: [],
        title: `Issue ${identifier}`,
        description: null,
        state: stateNamed(workspace, team.key, "Todo"),
        assignee: null,
        creator: ADA,
        labels: [],
        parent: null,
        cycle: null,
        createdAt: "2026-10-20T08:00:00.000Z",
        updatedAt: "2026-11-01T09:30:00.000Z",
        archivedAt: null,
        trashed: null,
        attachments: [],
        comments: [],
        history: [],
        ...given,
      };
      issues.push(issue);
      return issue;
    },
  };
  fill(workspace);
  return workspace;
}

/** A state of a team by its name. */
export function stateNamed({ states }: Workspace, team: string, name: string): State {
  const state = states.find((one) => one.team.key === team && one.name.toLowerCase() === name.toLowerCase());
  if (state === undefined) throw new Error(`no state ${name}`);
  return state;
}

function fill(workspace: Workspace): void {
  const { add, labels } = workspace;
  const state = (name: string) => ({ state: stateNamed(workspace, "ENG", name) });
  add("ENG-1", { title: "Sessions" });
  add("ENG-42", {
    title: "Login fails after token refresh",
    description:
      "Login fails after **token refresh**\n\n## Acceptance criteria\n\n- [x] the token is renewed\n- [ ] nobody is logged out",
    assignee: ADA,
    labels: labels.slice(0, 2),
    parent: "ENG-1",
    cycle: { id: "c1", number: 12, name: null },
  });
  add("ENG-43", state("In Progress"));
  add("ENG-44", state("Done"));
  add("ENG-45", state("Canceled"));
  add("ENG-46", { archivedAt: "2026-11-02T00:00:00.000Z" });
  add("ENG-47", { trashed: true, archivedAt: "2026-11-02T00:00:00.000Z" });
  add("SEC-1");
  add("OPS-7", { previousIdentifiers: ["ENG-48"], title: "Moved one" });
  add("ENG-49", { title: UNICODE_TITLE });
  add("ENG-50", {
    title: HOSTILE.title,
    description: HOSTILE.text,
    labels: [{ id: "lh", name: "<script>x</script> \u202Eevil \u001b[31m", team: null }],
  });
  add("ENG-51", { title: "A long one", description: "all work and no play\n".repeat(100_000) });
  add("ENG-52", {
    title: "Linked to code",
    attachments: [
      { id: "a1", url: "https://github.com/acme/shop/pull/45", title: "Fix login loop" },
      {
        id: "a2",
        url: "https://github.com/acme/shop/commit/3f2a1b4c5d6e7f8091a2b3c4d5e6f708192a3b4c",
        title: "3f2a1b4",
      },
      { id: "a3", url: "https://figma.example/file/1", title: "A design" },
    ],
  });
  add("ENG-53", { title: "Find the quokka here" });
  add("ENG-54", { title: "Another Quokka", ...state("In Progress") });
}

/** What the seeded workspace holds, as the contract names it. */
export const seed: Seed = {
  open: {
    id: "ENG-42",
    ticket: {
      key: "ENG-42",
      title: "Login fails after token refresh",
      type: null,
      state: { name: "Todo", category: "open" },
      project: "ENG",
      labels: ["Bug", "auth"],
      parent: "ENG-1",
      iteration: "Cycle 12",
      createdAt: "2026-10-20T08:00:00.000Z",
      updatedAt: "2026-11-01T09:30:00.000Z",
      criteria: [
        { text: "the token is renewed", done: true },
        { text: "nobody is logged out", done: false },
      ],
    },
  },
  inProgress: "ENG-43",
  done: "ENG-44",
  canceled: "ENG-45",
  archived: "ENG-46",
  absent: "ENG-4040",
  forbidden: { id: "SEC-1", as: "absent" },
  deleted: "ENG-47",
  moved: { from: "ENG-48", to: "OPS-7" },
  notATicket: null,
  unicode: "ENG-49",
  hostile: "ENG-50",
  huge: "ENG-51",
  other: { name: "Rob Dev", email: "rob@example.com", account: ROB.id, login: "rob" },
  linked: "ENG-52",
  targets: { open: "Todo", in_progress: "In Progress", done: "Done", canceled: "Canceled" },
  search: { word: "quokka", ids: ["ENG-53", "ENG-54"] },
};
