import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { World } from "../../src/core/ports.ts";
import { accepts } from "../../src/hook/accept.ts";
import { hook } from "../../src/hook/main.ts";
import { temporaryRepository } from "../git/repo.ts";
import { FILES, type Guarded, guarded, settle, task } from "./guarded.ts";

/**
 * The fast path may only say yes where the engine says yes, and says nothing. Random laws, tasks, branches and
 * configurations; for each a lot of messages, before and after one more change to the files.
 */

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

const scene = fc.record({
  policy,
  tickets: fc
    .array(ticket, { maxLength: 5 })
    .map((odd) => [...new Map([...USUAL, ...odd].map((one) => [one.id, one])).values()]),
  branch,
  config,
  edit,
  messages: fc.array(message, { minLength: 60, maxLength: 60 }),
});
type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

/** Asks the engine in this process. */
async function engine(
  repository: Guarded,
  file: string,
  editor: string,
): Promise<{ code: number; said: string }> {
  let said = "";
  const out = {
    write: (text: string) => {
      said += text;
    },
    color: false,
    columns: 100,
  };
  const world: World = {
    cwd: repository.root,
    env: { ...repository.env, GIT_EDITOR: editor },
    argv: [],
    stdin: (async function* () {})(),
    stdout: out,
    stderr: out,
    home: "/",
    node: process.execPath,
    now: () => new Date(),
  };
  const code = await hook(world, ["commit-msg", file]);
  return { code, said };
}

function lay(repository: Guarded, { policy, tickets, branch, config }: Scene): void {
  rmSync(repository.path("backlog"), { recursive: true, force: true });
  repository.write("golden-thread.json", JSON.stringify(policy));
  repository.write("backlog/config.yml", FILES["backlog/config.yml"] ?? "");
  for (const [at, { id, status, folder, name, more }] of tickets.entries()) {
    const file = {
      named: `${id} - x.md`,
      copied: `${id} - x.md`,
      nameless: `note ${at}.md`,
      misnamed: `TASK-99 - ${at}.md`,
    }[name];
    const text = task(id, { status, more: more.startsWith("id:") ? "" : more });
    repository.write(`backlog/${folder}/${file}`, text);
    if (name === "copied") repository.write(`backlog/${folder}/${id} - y.md`, text.replace("Do ", "Also "));
  }
  for (const key of ["core.commentChar", "commit.cleanup", "commit.verbose", "i18n.commitEncoding"]) {
    repository.run(["config", "--unset-all", key]);
  }
  const [key, value] = config;
  if (key !== undefined && value !== undefined) repository.git("config", key, value);
  if (branch === "") repository.git("checkout", "-q", "--detach");
  else repository.git("checkout", "-q", "-B", branch);
}

/** One more change, after the index was compiled. */
function change(repository: Guarded, { edit, policy }: Scene): void {
  const file = repository.path("backlog/tasks/TASK-1 - x.md");
  switch (edit) {
    case "status":
      inPlace(file);
      break;
    case "rename":
      mkdirSync(repository.path("backlog/archive/tasks"), { recursive: true });
      if (existsSync(file)) renameSync(file, repository.path("backlog/archive/tasks/TASK-1 - x.md"));
      break;
    case "copy":
      repository.write("backlog/tasks/TASK-1 - z.md", task("TASK-1", { status: "Done" }));
      break;
    case "rewrite":
      repository.write("backlog/tasks/TASK-1 - x.md", task("TASK-1"));
      break;
    case "policy":
      repository.write(
        "golden-thread.json",
        JSON.stringify({ ...policy, references: { in: ["title"], need: "all" } }),
      );
      break;
    case "config":
      repository.git("config", "core.commentChar", "T");
      break;
    case "none":
      break;
  }
}

/** Closes or opens a task; size and times are as before. */
function inPlace(file: string): void {
  if (!existsSync(file)) return;
  const { atime, mtime } = statSync(file);
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text.includes("status: To Do") ? text.replace("To Do", "Done ") : text.replace("Done", "To Do"),
  );
  utimesSync(file, atime, mtime);
}

/** Each yes is asked of the engine, up to this many a scene: that costs a dozen children of git. */
const MOST_ASKED = 4;

test("whatever the fast path accepts, the engine accepts in silence", { timeout: 600_000 }, async () => {
  const made = temporaryRepository();
  made.commit("start");
  const repository = guarded(made.root, made.env);
  const file = repository.path(".git/COMMIT_EDITMSG");
  const counts = { yes: 0, no: 0 };
  let asked = 0;
  const judge = async (text: string): Promise<void> => {
    writeFileSync(file, text);
    if (
      !accepts({ args: ["commit-msg", file], cwd: repository.root, env: repository.env, now: Date.now() })
    ) {
      counts.no += 1;
      return;
    }
    counts.yes += 1;
    asked += 1;
    if (asked > MOST_ASKED) return;
    const editor = counts.yes % 2 === 0 ? ":" : "vi";
    // The engine must not lean on what was kept.
    rmSync(repository.path(".git/golden-thread/law-hook.json"), { force: true });
    const answer = await engine(repository, file, editor);
    expect({ text, editor, ...answer }).toEqual({ text, editor, code: 0, said: "" });
  };
  await fc.assert(
    fc.asyncProperty(scene, async (one) => {
      lay(repository, one);
      asked = 0;
      await settle();
      for (const id of ["TASK-1", "TASK-2"]) {
        writeFileSync(file, `Do ${id}\n`);
        await engine(repository, file, ":");
      }
      const half = Math.floor(one.messages.length / 2);
      for (const text of one.messages.slice(0, half)) await judge(text);
      change(repository, one);
      asked = 0;
      for (const text of [...one.messages.slice(half), "Do TASK-1\n"]) await judge(text);
    }),
    { numRuns: Number(process.env.AGREEMENT_RUNS ?? 12) },
  );
  process.stderr.write(JSON.stringify(counts));
  expect(counts.yes).toBeGreaterThan(10);
  expect(counts.no).toBeGreaterThan(10);
});
