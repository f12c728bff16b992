import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { connect } from "../servers/connect.ts";
import type { ForgeServer, WithForge } from "../servers/forge-server.ts";
import { startGithubServer } from "../servers/github/start.ts";
import { startGitlabServer } from "../servers/gitlab/start.ts";
import type { Call } from "../servers/kit.ts";
import { newPull, PULLS, type Pull } from "../servers/pull-model.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { type Scene, type Staging, stage } from "./scene.ts";

const STRICT = "preset: strict\nrules: { authoriser-is-not-author: off }\n";

const opened: { readonly server: TrackerServer; readonly scene: Scene }[] = [];

afterEach(async () => {
  for (const { server, scene } of opened.splice(0)) {
    scene.close();
    await server.loopback.close();
    expect(server.problems).toEqual([]);
  }
});

/** A ticket that was open, then closed, then open again; `at` is within each of these times. */
interface Story {
  readonly scene: Scene;
  readonly forge: ForgeServer;
  readonly at: Readonly<Record<"open" | "closed" | "again", string>>;
  /** Commits under the ticket, as if at that time. Its id. */
  commit(at: string): Promise<string>;
  /** So many at once. Their ids. */
  commits(count: number, at: string): Promise<readonly string[]>;
  /** Says that these commits came by a pull request. */
  merge(ids: readonly string[], more: Partial<Pull<unknown>>): void;
  /** Questions about merges so far. */
  asked(): readonly Call[];
}

async function story(
  start: () => Promise<TrackerServer & WithForge>,
  staging: Staging = { policy: STRICT },
): Promise<Story> {
  const server = await start();
  const forge = server.forge();
  const scene = await stage(server, staging);
  opened.push({ server, scene });
  const { id } = server.seed.open;
  server.move(id, server.seed.targets.done ?? "");
  server.move(id, server.seed.targets.open ?? "");
  const past = (await (await connect(server)).pasts([id])).get(id);
  const [open = "", closed = "", again = ""] =
    past?.status === "told" ? past.spans.map(({ from }) => from) : [];
  await scene.git("remote", "add", "origin", `${server.loopback.origin}/${forge.repository}.git`);
  const author = forge.pulls.get(PULLS.open)?.author;
  return {
    scene,
    forge,
    at: { open, closed, again },
    async commit(at) {
      scene.env.GIT_COMMITTER_DATE = at;
      scene.env.GIT_AUTHOR_DATE = at;
      const { code, stderr } = await scene.git("commit", "-q", "--allow-empty", "-m", `Work (${id})`);
      expect([code, stderr]).toEqual([0, ""]);
      return (await scene.git("rev-parse", "HEAD")).stdout.trim();
    },
    async commits(count, at) {
      const message = `Work (${id})`;
      const committer = `committer Ada <ada@example.test> ${Date.parse(at) / 1000} +0000`;
      const one = `commit refs/heads/main\n${committer}\ndata ${message.length}\n${message}\n\n`;
      execFileSync("git", ["fast-import", "--quiet"], { cwd: scene.root, input: one.repeat(count) });
      return (await scene.git("rev-list", "main")).stdout.trim().split("\n");
    },
    merge(ids, more) {
      const number = 500 + forge.pulls.size;
      const commits = ids.map((one) => ({ id: one, parents: [], message: "", name: "", email: "", at: "" }));
      forge.pulls.set(number, newPull(number, author, { state: "merged", commits, ...more }));
    },
    asked: () => server.loopback.calls.filter(isAboutMerges),
  };
}

function isAboutMerges({ path, text }: Call): boolean {
  return text.includes("associatedPullRequests") || /commits\/\w+\/merge_requests$/.test(path);
}

/** A whole history, judged now: what ticket-authorised answers, newest commit first. */
async function judged({ scene }: Story) {
  const { code, stdout } = await scene.golden("check", "range", "HEAD", "--json");
  const report = JSON.parse(stdout);
  const answers: string[] = report.commits.key.map(
    (key: number) =>
      report.keys[key].findings.find(({ rule }: { rule: string }) => rule === "ticket-authorised").code,
  );
  const notices: string[] = report.notices;
  const dated: number = report.counts.dated;
  return { code, answers, dated, notices: notices.filter((one) => one.startsWith("forge-times")), report };
}

describe.each([
  ["github", startGithubServer],
  ["gitlab", startGitlabServer],
] as const)("%s tells when it merged", (_, start) => {
  test("strict has no way to believe a commit of which no server here wrote anything down", async () => {
    const told = await story(start);
    const id = await told.commit(told.at.open);
    expect(await judged(told)).toMatchObject({ code: 3, answers: ["time-unproved"] });
    told.merge([id], { mergedAt: told.at.open });
    const { code, answers, dated, report } = await judged(told);
    expect({ code, answers, dated }).toEqual({ code: 0, answers: ["was-authorised"], dated: 0 });
    expect(JSON.stringify(report.keys)).toContain("the forge's record of its merge");
    expect(report.commits.recordedAt).toEqual([Date.parse(told.at.open) / 1000]);
  }, 60_000);

  test("a commit is backdated, and merged after its ticket was closed", async () => {
    const told = await story(start, {});
    const id = await told.commit(told.at.open);
    expect((await judged(told)).answers).toEqual(["was-authorised"]);
    told.merge([id], { mergedAt: told.at.closed });
    expect(await judged(told)).toMatchObject({ code: 1, answers: ["was-wrong-state"], dated: 0 });
  }, 60_000);
});

describe("only a merge into this repository's default branch counts", () => {
  test.each([
    ["another repository with the same commits", { isElsewhere: true }],
    ["another branch", { base: PULLS.openBranch }],
    ["nowhere: it is open", { state: "open" }],
    ["nowhere: it was closed", { state: "closed" }],
  ] as const)(
    "a pull request into %s",
    async (__, more) => {
      const told = await story(startGithubServer);
      told.merge([await told.commit(told.at.open)], { mergedAt: told.at.open, ...more });
      expect(await judged(told)).toMatchObject({ code: 3, answers: ["time-unproved"], notices: [] });
      expect(told.asked().length).toBe(1);
    },
    60_000,
  );

  test("a squash is the commit that the merge made, and a fork's pull request came in like any other", async () => {
    const told = await story(startGithubServer);
    const squash = await told.commit(told.at.open);
    told.merge([], { mergedAt: told.at.open, mergeCommit: squash, isFork: true });
    expect((await judged(told)).answers).toEqual(["was-authorised"]);
  }, 60_000);
});

describe("the forge is asked where it can make a difference, and nowhere else", () => {
  test("what the server wrote down itself is asked of nobody", async () => {
    const told = await story(startGithubServer);
    const id = await told.commit(told.at.open);
    told.merge([id], { mergedAt: told.at.closed });
    const line = {
      schemaVersion: 1,
      kind: "push",
      at: told.at.open,
      ref: "refs/heads/main",
      from: null,
      to: id,
    };
    const log = join(told.scene.root, ".git/golden-thread/pushes.jsonl");
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(log, `${JSON.stringify(line)}\n`);
    expect((await judged(told)).answers).toEqual(["was-authorised"]);
    expect(told.asked()).toEqual([]);
  }, 60_000);

  test("a ticket that was never anything but open", async () => {
    const told = await story(startGithubServer);
    await told.commit(told.at.open);
    const { id } = told.forge.server.seed.open;
    await told.scene.git(
      "commit",
      "-q",
      "--amend",
      "--allow-empty",
      "-m",
      `Work (${id.replace("#42", "#48")})`,
    );
    expect((await judged(told)).answers).toEqual(["authorised"]);
    expect(told.asked()).toEqual([]);
  }, 60_000);

  test("a hundred and twenty commits are three questions", async () => {
    const told = await story(startGithubServer);
    const ids = await told.commits(120, told.at.open);
    told.merge(ids, { mergedAt: told.at.open });
    expect(new Set((await judged(told)).answers)).toEqual(new Set(["was-authorised"]));
    expect(told.asked().length).toBe(3);
  }, 60_000);

  test("a range is decided now", async () => {
    const told = await story(startGithubServer);
    await told.commit(told.at.open);
    await told.commit(told.at.open);
    await told.scene.golden("check", "range", "HEAD~1..HEAD", "--json");
    expect(told.asked()).toEqual([]);
  }, 60_000);

  test("without a token, and without an origin, nobody is asked and nothing is different", async () => {
    const bare = await story(startGithubServer, { policy: STRICT, credential: null });
    bare.merge([await bare.commit(bare.at.open)], { mergedAt: bare.at.open });
    expect(await judged(bare)).toMatchObject({ answers: ["time-unproved"], notices: [] });
    const lone = await story(startGithubServer);
    lone.merge([await lone.commit(lone.at.open)], { mergedAt: lone.at.open });
    await lone.scene.git("remote", "remove", "origin");
    expect(await judged(lone)).toMatchObject({ answers: ["time-unproved"], notices: [] });
    expect([...bare.asked(), ...lone.asked()]).toEqual([]);
  }, 60_000);
});

test("a revert was decided when it was merged, by the ticket of what it takes back", async () => {
  const told = await story(startGithubServer);
  const first = await told.commit(told.at.open);
  told.scene.write("kept.txt", "kept\n");
  await told.scene.git("add", "kept.txt");
  await told.scene.git("commit", "-q", "--amend", "--no-edit");
  const ids = [(await told.scene.git("rev-parse", "HEAD")).stdout.trim()];
  expect(ids).not.toEqual([first]);
  await told.scene.git("revert", "--no-commit", "HEAD");
  const message = `Take it back\n\nThis reverts commit ${ids[0]}.`;
  expect((await told.scene.git("commit", "-q", "-m", message)).code).toBe(0);
  ids.push((await told.scene.git("rev-parse", "HEAD")).stdout.trim());
  expect((await judged(told)).answers).toEqual(["time-unproved", "time-unproved"]);
  told.merge(ids, { mergedAt: told.at.open });
  expect((await judged(told)).answers).toEqual(["was-authorised", "was-authorised"]);
}, 60_000);

describe("a forge that is down", () => {
  const refused = { status: 403, json: { message: "Resource not accessible by personal access token" } };

  test.each([
    ["refuses", refused],
    ["cuts the line", "reset"],
  ] as const)(
    "%s: all is as before, and the report says so once",
    async (__, mishap) => {
      const told = await story(startGithubServer, {});
      const ids = [await told.commit(told.at.open), await told.commit(told.at.closed)];
      const before = await judged(told);
      told.merge(ids, { mergedAt: told.at.closed });
      told.forge.server.loopback.onCall = (call) => (isAboutMerges(call) ? mishap : null);
      const { code, answers, dated, notices } = await judged(told);
      expect({ code, answers, dated }).toEqual({
        code: before.code,
        answers: before.answers,
        dated: before.dated,
      });
      expect(answers).toEqual(["was-wrong-state", "was-authorised"]);
      expect(notices).toEqual([expect.stringMatching(/^forge-times-untold: Commits: 2\. \S/)]);
      const { stdout } = await told.scene.golden("check", "range", "HEAD");
      expect(stdout.match(/The forge did not tell/g)).toHaveLength(1);
    },
    60_000,
  );
});
