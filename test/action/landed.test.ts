import { expect, test } from "vitest";
import { besideCommits } from "../../src/action/brought-by.ts";
import type { LiveChange } from "../../src/core/forge.ts";
import { openGate } from "../../src/gate.ts";
import { backlogRepository } from "../history/judged.ts";

const repository = backlogRepository();
const base = repository.git("rev-parse", "HEAD");
const FORGE = { GIT_COMMITTER_NAME: "GitHub", GIT_COMMITTER_EMAIL: "noreply@github.com" };

/** A commit on the base whose subject ends as GitHub's button ends a squash's. */
function landed(committer: Readonly<Record<string, string>>): string {
  const input = "Fix the login (#12)\n";
  return repository.run(["commit-tree", `${base}^{tree}`, "-p", base, "-F", "-"], {
    input,
    env: { ...committer, GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.com" },
  }).stdout;
}

function pull(head: string): LiveChange {
  return {
    ...{ number: 12, state: "merged", draft: false, title: "Fix the login", body: "", labels: [] },
    author: { account: "1", name: "ada", isBot: false },
    base: { branch: "main", commit: base },
    head: { branch: "fix", commit: head, repository: null, isFork: false },
    ...{ url: "https://github.com/acme/shop/pull/12", mergeCommit: null },
  };
}

test.each([
  ["its author rebased, who called it like a squash", {}, base, null],
  ["the forge squashed", FORGE, base, "squash"],
  ["was pushed as it stood in the pull request", FORGE, null, null],
])("a commit is signed as a squash that %s", async (_, committer, head, method) => {
  const { root: cwd, env } = repository;
  const person = { GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.com" };
  const top = landed({ ...person, ...committer });
  const gate = await openGate({ cwd, env, now: () => new Date("2024-01-01T00:00:00Z") }, { place: "ci" });
  const changes = new Map([[top, pull(head ?? top)]]);
  const range = { include: [top], exclude: [base] };
  expect(await besideCommits(gate, range, async () => changes)).toMatchObject({ method });
});
