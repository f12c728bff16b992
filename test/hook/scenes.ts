import fc from "fast-check";

/** Random laws, tasks, branches, configurations and messages for the search in agreement.test.ts. */

const IDS = ["TASK-1", "TASK-2", "TASK-3", "TASK-5", "FEAT-7a", "TASK-99"] as const;

/** Mostly a law under which something passes; the odd ones come often enough. */
const rarely = <T>(usual: T, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });

const PLACES = ["subject", "body", "trailer", "branch", "title"];
const places = rarely(PLACES, fc.subarray(PLACES, { minLength: 1 }));
const level = fc.constantFrom("off", "warn", "enforce");
const policy = fc.record({
  version: fc.constant(1),
  preset: fc.constantFrom("observe", "standard", "strict"),
  enforce_from: fc.constantFrom("2020-01-01", "2999-01-01"),
  references: fc.record({ in: places, need: fc.constantFrom("any", "all") }),
  authority: rarely("local", fc.constant("linked")),
  authorise: rarely(
    {},
    fc.record(
      {
        states: fc.constantFrom(["open"], ["open", "in_progress"], ["done"], ["To Do"]),
        types: fc.constantFrom(["bug"], ["task", "bug"]),
        labels: fc.constantFrom([], ["ready"]),
      },
      { requiredKeys: [] },
    ),
  ),
  rules: fc.record({
    "branch-names-ticket": rarely("off", level),
    "ticket-predates-change": level,
    "reference-place": fc.record({
      level: rarely("off", level),
      place: fc.constantFrom("anywhere", "subject", "subject-start", "subject-end", "body", "trailer"),
    }),
    "reference-required": fc.record({ level, in: places }),
  }),
  remotes: fc.constantFrom(
    { tasks: { kind: "markdown" } },
    { tasks: { kind: "markdown" } },
    { tasks: { kind: "markdown" }, github: { kind: "github", repo: "o/r" } },
    { jira: { kind: "jira", site: "x.atlassian.net", projects: ["PROJ"] }, tasks: { kind: "markdown" } },
  ),
  scopes: fc.constantFrom(
    [],
    [{ paths: ["docs/**"], exempt: true }],
    [{ paths: ["src/**"], preset: "strict" }],
  ),
});

const status = fc.constantFrom("To Do", "To Do", "In Progress", "Done", "Odd");
const ticket = fc.record({
  id: fc.constantFrom(...IDS.slice(0, 5)),
  status,
  folder: fc.constantFrom("tasks", "tasks", "tasks", "archive/tasks", "completed", "drafts"),
  name: fc.constantFrom("named", "named", "named", "nameless", "misnamed", "copied"),
  more: fc.constantFrom(
    "",
    "",
    "type: bug\n",
    "type: epic\n",
    "labels: [ready]\n",
    "upstream: x\n",
    "id: TASK-1\n",
  ),
});

const USUAL = ["TASK-1", "TASK-2", "FEAT-7a"].map((id) => {
  return { id, status: "To Do", folder: "tasks", name: "named", more: "" } as const;
});

const reference = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom("TASK-1", "TASK-2") },
  { weight: 1, arbitrary: fc.constantFrom(...IDS) },
  fc.constantFrom(
    "task-1",
    "TASK-01",
    "TASK-1.1",
    "#12",
    "o/r#1",
    "PROJ-3",
    "éTASK-1",
    "TASK-1x",
    "X-TASK-1",
    "TASK-1_",
  ),
);
const plain = fc.constantFrom("@", "(@)", "@: x", "Do @ now", "Do it (@)", "Do it @", "x", "Refs: @", "");
const odd = fc.constantFrom(
  "@",
  "@",
  "(@)",
  "[@] x",
  "@: x",
  "Do @ now",
  "Do it (@)",
  "Do it @",
  "`@`",
  "``@`` `",
  "see https://x.test/@",
  "Fixes @",
  "- @",
  "#@",
  "# @",
  "> @",
  "    @",
  "Refs: @",
  "refs: @",
  "X-Refs: @",
  "Refs: x\n @",
  "<!-- @ -->",
  "x `",
  "#`",
  "```",
  "~~~",
  "<code>@</code>",
  "[@](https://x.test)",
  "fixup! @",
  'Revert "@"',
  "This reverts commit @.",
  "(cherry picked from commit @)",
  "; ------------------------ >8 ------------------------",
  "# ------------------------ >8 ------------------------",
  "diff --git a/@ b/@",
  "Conflicts:\n\t@",
  "Signed-off-by: @ <x@y>",
  "",
  "",
  "",
  "  ",
  "\t@ ",
);
const line = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: odd }), reference)
  .map(([text, id]) => text.replaceAll("@", id));
const message = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom("\n", "", "\n\n"))
  .map(([lines, end]) => `${lines.join("\n")}${end}`);

const branch = fc.constantFrom(
  "main",
  "main",
  "feature/TASK-1-x",
  "TASK-3",
  "feature/none",
  "release/1",
  "x_TASK-99_y",
  "",
);
const config = rarely<readonly string[]>(
  [],
  fc.constantFrom(
    ["core.commentChar", ";"],
    ["core.commentChar", "auto"],
    ["core.commentChar", "T"],
    ["commit.cleanup", "verbatim"],
    ["commit.cleanup", "whitespace"],
    ["commit.cleanup", "scissors"],
    ["commit.verbose", "true"],
    ["i18n.commitEncoding", "latin1"],
  ),
);
const edit = fc.constantFrom("none", "none", "status", "rename", "copy", "policy", "rewrite", "config");

export const scene = fc.record({
  policy,
  tickets: fc
    .array(ticket, { maxLength: 5 })
    .map((odd) => [...new Map([...USUAL, ...odd].map((one) => [one.id, one])).values()]),
  branch,
  config,
  edit,
  messages: fc.array(message, { minLength: 60, maxLength: 60 }),
});
export type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

/** One in which the fast path says yes and no, whatever the random ones come to. */
export const PLAIN: Scene = {
  policy: {
    version: 1,
    preset: "standard",
    enforce_from: "2020-01-01",
    references: { in: PLACES, need: "any" },
    authority: "local",
    authorise: {},
    rules: {
      "branch-names-ticket": "off",
      "ticket-predates-change": "warn",
      "reference-place": { level: "off", place: "anywhere" },
      "reference-required": { level: "enforce", in: PLACES },
    },
    remotes: { tasks: { kind: "markdown" } },
    scopes: [],
  },
  tickets: USUAL,
  branch: "main",
  config: [],
  edit: "none",
  messages: ["Do TASK-1 now\n", "x\n"],
};
