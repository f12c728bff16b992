import { describe, expect, test } from "vitest";
import type { TemporaryRepository } from "../git/repo.ts";
import { backlogRepository, judge, objections, task } from "./judged.ts";

const TASK_1 = "backlog/tasks/task-1 - Work-1.md";
const TASK_2 = "backlog/tasks/task-2 - Work-2.md";
const MALLORY = "Mallory <mallory@example.test>";
const POLICY = `version: 1
remotes:
  tasks: { kind: markdown }
people: { ada@example.com: [ada] }
rules: { author-is-assignee: enforce }
`;

function assignedTask(number: number, to: string): string {
  return task(number, "In Progress").replace("assignee: []", `assignee: ['${to}']`);
}

/** TASK-1 is Ada's, TASK-2 is Bob's. */
function repositoryOfTwo(mailmap: string | null = null): TemporaryRepository {
  const repository = backlogRepository(POLICY);
  repository.commit("Hand them out (TASK-1)", {
    [TASK_1]: assignedTask(1, "@ada"),
    [TASK_2]: assignedTask(2, "@bob"),
    ...(mailmap === null ? {} : { ".mailmap": mailmap }),
  });
  return repository;
}

function commitAs(repository: TemporaryRepository, author: string, message: string): string {
  repository.git("commit", "--quiet", "--allow-empty", "--author", author, "--message", message);
  return repository.git("rev-parse", "HEAD");
}

async function objectionsIn(repository: TemporaryRepository, range: string, id: string) {
  const report = await judge(repository, { range });
  return objections(report, id).filter((line) => line.startsWith("author-is-assignee"));
}

describe("a range in CI", () => {
  test("lets anybody commit under Ada's task once she has", async () => {
    const repository = repositoryOfTwo();
    const base = repository.git("rev-parse", "HEAD");
    const own = repository.commit("Work (TASK-1)", { "a.txt": "1" });
    const other = commitAs(repository, MALLORY, "Work (TASK-1)");
    const bobs = repository.commit("Work (TASK-2)", { "a.txt": "2" });
    expect(await objectionsIn(repository, `${base}..HEAD`, own)).toEqual([]);
    expect(await objectionsIn(repository, `${base}..HEAD`, other)).toEqual([
      "author-is-assignee fail not-assigned",
    ]);
    expect(await objectionsIn(repository, `${base}..HEAD`, bobs)).toEqual([
      "author-is-assignee fail not-assigned",
    ]);
  });

  test("believes the .mailmap that the branch brings", async () => {
    const repository = repositoryOfTwo();
    const base = repository.git("rev-parse", "HEAD");
    repository.commit("Make me Ada (TASK-1)", {
      ".mailmap": "Ada Author <ada@example.com> <mallory@example.test>\n",
    });
    const rogue = commitAs(repository, MALLORY, "Work (TASK-1)");
    expect(await objectionsIn(repository, `${base}..HEAD`, rogue)).toEqual([
      "author-is-assignee fail not-assigned",
    ]);
  });

  test("believes the branch's policy, or the task that it assigns to itself", async () => {
    const repository = repositoryOfTwo();
    const base = repository.git("rev-parse", "HEAD");
    const more = POLICY.replace("[ada] }", "[ada], mallory@example.test: [mallory] }");
    repository.commit("Let me in (TASK-1)", {
      "golden-thread.yml": more,
      [TASK_1]: assignedTask(1, "@mallory"),
    });
    const rogue = commitAs(repository, MALLORY, "Work (TASK-1)");
    expect(await objectionsIn(repository, `${base}..HEAD`, rogue)).toEqual([
      "author-is-assignee fail not-assigned",
    ]);
  });

  test("passes the trusted tree's .mailmap by", async () => {
    const repository = repositoryOfTwo("Ada Author <ada@example.com> <ada@home.test>\n");
    const base = repository.git("rev-parse", "HEAD");
    const home = commitAs(repository, "ada <ada@home.test>", "Work (TASK-1)");
    expect(await objectionsIn(repository, `${base}..HEAD`, home)).toEqual([]);
  });

  test("judges a merge by who made it", async () => {
    const repository = repositoryOfTwo();
    const base = repository.git("rev-parse", "HEAD");
    repository.git("switch", "--quiet", "-c", "side");
    repository.commit("Work (TASK-1)", { "a.txt": "1" });
    repository.git("switch", "--quiet", "main");
    repository.commit("Other work (TASK-1)", { "b.txt": "1" });
    repository.run(["merge", "--quiet", "--no-edit", "-m", "Take TASK-1 in", "side"], {
      env: { GIT_AUTHOR_NAME: "Mallory", GIT_AUTHOR_EMAIL: "mallory@example.test" },
    });
    const merge = repository.git("rev-parse", "HEAD");
    expect(await objectionsIn(repository, `${base}..HEAD`, merge)).toEqual([]);
  });
});

test("two authors of one history share an answer", async () => {
  const repository = backlogRepository(POLICY);
  repository.commit("Hand them out (TASK-1)", { [TASK_1]: assignedTask(1, "@ada") });
  const own = repository.commit("Work (TASK-1)", {});
  const other = commitAs(repository, MALLORY, "Work (TASK-1)");
  const again = repository.commit("Work (TASK-1)", {});
  expect(await objectionsIn(repository, "HEAD", own)).toEqual([]);
  expect(await objectionsIn(repository, "HEAD", other)).toEqual(["author-is-assignee fail not-assigned"]);
  expect(await objectionsIn(repository, "HEAD", again)).toEqual([]);
});
