import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkCommits } from "../../src/check.ts";
import type { Report } from "../../src/core/report.ts";
import { openGate } from "../../src/gate.ts";
import { type TemporaryRepository, temporaryRepository } from "../git/repo.ts";

/** A repository with enough commits that its history is worth keeping; one of three names a ticket. */
const COMMITS = 2100;

function large(): TemporaryRepository {
  const repository = temporaryRepository();
  let stream = "";
  for (let index = 0; index < COMMITS; index++) {
    const message = index % 3 === 0 ? `Step ${index} (PROJ-${index + 1})\n` : `Step ${index}\n`;
    stream += `commit refs/heads/main\ncommitter Ada <ada@example.com> ${1_600_000_000 + index} +0000\ndata ${message.length}\n${message}\n`;
  }
  execFileSync("git", ["fast-import", "--quiet"], {
    cwd: repository.root,
    env: repository.env,
    input: stream,
  });
  repository.git("reset", "-q", "--hard", "main");
  return repository;
}

const POLICY = `version: 1
remotes: { jira: { kind: jira, site: example.atlassian.net, projects: [PROJ] } }
rules:
  { ticket-exists: off, ticket-authorised: off, ticket-predates-change: off, task-wellformed: off, paths-in-scope: off,
    policy-change-authorised: off, completed-task-has-commit: off }
`;

async function judge({ root, env }: TemporaryRepository): Promise<Report> {
  const gate = await openGate(
    { cwd: root, env, now: () => new Date("2024-01-01T00:00:00Z") },
    { place: "ci" },
  );
  return checkCommits(gate, { range: "HEAD" });
}

/** Everything of a report that a reader sees. */
function seen({ commits, counts, verdict, keys }: Report) {
  const rows = Array.from({ length: commits?.count ?? 0 }, (_, index) => [
    commits?.id(index),
    commits?.time(index),
    keys[commits?.key(index) ?? -1]?.verdict,
  ]);
  return { counts, verdict, rows, tickets: keys.map((key) => key.tickets) };
}

describe("a history that was read before", () => {
  const repository = large();
  repository.write("golden-thread.yml", POLICY);
  const file = join(repository.root, ".git/golden-thread/history-messages");

  test("gives the same report again, moved tips and force pushes included", async () => {
    const cold = seen(await judge(repository));
    expect(cold.counts).toMatchObject({ commits: COMMITS, referenced: COMMITS / 3 });
    expect(existsSync(file)).toBe(true);
    expect(seen(await judge(repository))).toEqual(cold);

    repository.git("commit", "-q", "--allow-empty", "-m", "One more (PROJ-9)");
    repository.git("commit", "-q", "--allow-empty", "-m", "And another");
    const moved = seen(await judge(repository));
    expect(moved.counts.commits).toBe(COMMITS + 2);

    repository.git("reset", "-q", "--soft", "HEAD~40");
    repository.git("commit", "-q", "--allow-empty", "-m", "Rewritten (PROJ-9)");
    const forced = seen(await judge(repository));
    expect(forced.counts.commits).toBe(COMMITS + 2 - 40 + 1);
    writeFileSync(file, "");
    expect(seen(await judge(repository))).toEqual(forced);
  });

  test("is read anew where its file is damaged or belongs to another law", async () => {
    const whole = seen(await judge(repository));
    truncateSync(file, 5000);
    expect(seen(await judge(repository))).toEqual(whole);
    repository.write("golden-thread.yml", POLICY.replaceAll("PROJ", "OTHER"));
    const other = seen(await judge(repository));
    expect(other.counts.referenced).toBe(0);
    expect(readFileSync(file, "latin1")).toContain("OTHER");
  });
});
