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
import { accepts } from "../../src/hook/accept.ts";
import { engined } from "../cli/world.ts";
import { temporaryRepository } from "../git/repo.ts";
import { FILES, type Guarded, guarded, settle, task } from "./guarded.ts";
import { PLAIN, type Scene, scene } from "./scenes.ts";

/**
 * The fast path may only say yes where the engine says yes, and says nothing. Random laws, tasks, branches and
 * configurations; for each a lot of messages, before and after one more change to the files.
 */

/** Asks the engine by the real clock: the fast path knows no other, and an index must not be of its future. */
async function engine({ root: cwd, env }: Guarded, file: string, editor: string) {
  const now = () => new Date();
  const ran = await engined(["commit-msg", file], {
    cwd,
    env: { ...env, GIT_EDITOR: editor },
    alone: true,
    now,
  });
  return { code: ran.code, said: ran.stdout + ran.stderr };
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
    { examples: [[PLAIN]], numRuns: Number(process.env.AGREEMENT_RUNS ?? 12) },
  );
  process.stderr.write(JSON.stringify(counts));
  expect(counts.yes).toBeGreaterThan(0);
  expect(counts.no).toBeGreaterThan(0);
});
