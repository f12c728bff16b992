import { afterAll, expect, test } from "vitest";
import { startGithubServer } from "../servers/github/start.ts";
import { type Scene, stage } from "./scene.ts";

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

const BOSS = "boss@example.test";

/** A repository under a ticket that the boss has approved, whose policy is in its only commit. */
async function approved(): Promise<Scene> {
  const server = await startGithubServer();
  const policy = `authorise: { approval: { approvers: [octo-dev] } }\npeople: { ${BOSS}: [octo-dev], ada@example.test: [ada-own] }\n`;
  const scene = await stage(server, { policy });
  closing.push(scene.close, () => server.loopback.close());
  expect(await scene.golden("ticket", "approve", "acme/shop#42", "--yes")).toMatchObject({ code: 0 });
  await scene.git("add", "golden-thread.yml");
  await commit(scene, "Set up");
  return scene;
}

function commit({ git }: Scene, subject: string, ...trailers: readonly string[]) {
  const message = [`${subject} (acme/shop#42)`, "", ...trailers].join("\n");
  return git("commit", "-q", "--no-verify", "--allow-empty", "-m", message);
}

test("whoever works along on a change approves it", { timeout: 60_000 }, async () => {
  const scene = await approved();
  // Everybody's approval is older than what is judged: a whole history looks back.
  const later = new Date(Date.now() + 60_000).toISOString();
  Object.assign(scene.env, { GIT_AUTHOR_DATE: later, GIT_COMMITTER_DATE: later });
  await commit(scene, "Do it again");
  await commit(scene, "Do it together", `co-authored-by: The Boss <${BOSS.toUpperCase()}>`);
  await commit(scene, "Do it by hand", "Co-authored-by: Cy <cy@example.test>");
  scene.env.GIT_COMMITTER_EMAIL = BOSS;
  await commit(scene, "Do it all over");
  for (const range of ["HEAD~4..HEAD", "HEAD"]) {
    const { stdout } = await scene.golden("check", "range", range, "--json", "--place", "ci");
    const { keys, commits } = JSON.parse(stdout);
    const codeOf = (id: string): readonly string[] =>
      keys[commits.key[commits.id.indexOf(id)]].findings.flatMap(
        ({ rule, code }: { rule: string; code: string }) => (rule === "ticket-authorised" ? [code] : []),
      );
    const log = await scene.git("rev-list", "--reverse", "HEAD~4..HEAD");
    expect(log.stdout.trim().split("\n").map(codeOf), range).toEqual([
      ["approved"],
      ["self-approved"],
      ["approver-unknown"],
      ["self-approved"],
    ]);
  }
  const together = await scene.golden("check", "commit", "HEAD~2", "--place", "ci");
  expect([together.code, together.stdout]).toEqual([1, expect.stringContaining("an author of this change")]);
  const { authors } = JSON.parse((await scene.golden("simulate", "--format", "json")).stdout);
  expect(authors.map(({ name }: { name: string }) => name)).toEqual(["Ada <ada@example.test>"]);
});
