import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type Ground, openGround } from "../../src/action/ground.ts";
import { openPullRequest } from "../../src/check-pr/open.ts";
import { judgePullRequest } from "../../src/check-pr.ts";
import type { ForgeHome } from "../../src/core/forge.ts";
import { openGate } from "../../src/gate.ts";
import { temporaryFolder } from "../git/repo.ts";
import { BOT, OCTO } from "../servers/github/seed.ts";
import { type Files, openSite, type Site } from "./site.ts";
import { type Clone, checkOut } from "./workspace.ts";

const TOKEN = "ghs_groundgroundgroundgroundground0007";
const POLICY = "version: 1\nremotes: { tasks: { kind: markdown } }\n";
const CONFIG = { "backlog/config.yml": "project_name: shop\ntask_prefix: task\n" };

const open: Site[] = [];
afterEach(async () => {
  for (const { server } of open.splice(0)) {
    await server.loopback.close();
    expect(server.problems).toEqual([]);
  }
});

async function siteWith(files: Files, layout: "cloud" | "enterprise" = "cloud"): Promise<Site> {
  const site = await openSite(layout, files);
  open.push(site);
  site.store.tokens.set(TOKEN, {
    user: BOT,
    rights: "app",
    permissions: { contents: "read", pull_requests: "read" },
  });
  Object.assign(site.repository, { isPrivate: true });
  return site;
}

/** A job of the site, in which actions/checkout left this much of a commit. */
async function jobOf(site: Site, clone: Clone, sha: string, { persist = true } = {}) {
  const at = { clone, sha, ref: "refs/pull/1/merge", branch: null };
  const workspace = checkOut(site.bare, at, { site: site.store.origin(), token: TOKEN, persist });
  const home: ForgeHome = {
    kind: "github",
    repository: "acme/shop",
    api: site.store.base(),
    site: site.store.origin(),
  };
  const env = {
    ...process.env,
    ...site.bare.env,
    GIT_ALLOW_PROTOCOL: "file:http",
    GITHUB_API_URL: home.api,
    GITHUB_SERVER_URL: home.site,
    GITHUB_SHA: sha,
    GITHUB_TOKEN: TOKEN,
  };
  const now = () => new Date("2026-11-22T12:00:00Z");
  const ground = await openGround({ env, now }, { home, token: TOKEN, workspace, temp: temporaryFolder() });
  const world = { cwd: ground.cwd, env: { ...env, ...ground.env }, now };
  return { ground, home, world, workspace };
}

function task(number: number, state = "In Progress"): string {
  return `---\nid: TASK-${number}\ntitle: Work ${number}\nstatus: ${state}\ncreated_date: 2026-11-01\n---\n\nText.\n`;
}

function asked(site: Site, pattern: RegExp): number {
  return site.server.loopback.calls.filter(({ path }) => pattern.test(path)).length;
}

describe("without a clone", () => {
  test("a task among hundreds costs hundreds of requests", async () => {
    const many = Array.from({ length: 120 }, (_, at) => [
      `backlog/tasks/task-${at + 1} - Work.md`,
      task(at + 1),
    ]);
    const site = await siteWith({ ...CONFIG, "golden-thread.yml": POLICY, ...Object.fromEntries(many) });
    const base = site.objects.resolve("refs/heads/main") ?? "";
    const { ground, home, world } = await jobOf(site, "none", base);
    expect(ground.hasClone).toBe(false);
    const gate = await openGate(world, { place: "ci", policyRef: base, home, trees: ground.trees });
    const found = await (await gate.tasks()).byId(["TASK-7"]);
    expect(found.get("TASK-7")).toMatchObject({ status: "found", ticket: { title: "Work 7" } });
    expect(asked(site, /git\/trees/)).toBe(1);
    expect(asked(site, /git\/blobs|graphql/)).toBeLessThanOrEqual(6);
    const none = await (await gate.tasks()).byId(["TASK-99999"]);
    expect(none.get("TASK-99999")).toEqual({ status: "absent" });
    expect(asked(site, /git\/trees/)).toBe(1);
    expect(asked(site, /git\/blobs|graphql/)).toBeLessThanOrEqual(12);
  });

  test("bytes that are no text, links and folders are told as git has them", async () => {
    const site = await siteWith({ "a.txt": "é\n", "sub/b.txt": "b", "sub/c.txt": "c" });
    site.author.write("bytes.bin", Uint8Array.from([0, 255, 254, 128]));
    site.author.run([
      "update-index",
      "--add",
      "--cacheinfo",
      `120000,${site.author.git("rev-parse", "HEAD:a.txt")},link`,
    ]);
    site.author.git("add", "bytes.bin");
    site.author.git("commit", "--quiet", "--message", "More");
    site.author.git("push", "--quiet", site.bare.root, "main");
    const commit = site.author.git("rev-parse", "HEAD");
    const { ground } = await jobOf(site, "none", commit);
    const tree = await ground.trees(commit);
    expect((await tree?.list("", { recursive: true }))?.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      "100644 a.txt",
      "100644 bytes.bin",
      "120000 link",
      "100644 sub/b.txt",
      "100644 sub/c.txt",
    ]);
    const [bytes, text, link] = await Promise.all(
      ["bytes.bin", "a.txt", "link"].map((path) => tree?.read(path)),
    );
    expect([...(bytes ?? [])]).toEqual([0, 255, 254, 128]);
    expect(Buffer.from(text ?? []).toString()).toBe("é\n");
    expect(link).toBeNull();
    expect(await tree?.read("../a.txt")).toBeNull();
    await expect(tree?.read("a.txt", 1)).rejects.toMatchObject({ code: "storage" });
    expect(await ground.trees("f".repeat(40))).toBeNull();
  });

  test("a tree that GitHub does not list to its end lacks what comes last", async () => {
    const site = await siteWith({ "a/one.txt": "1", "b/two.txt": "2", "c/d/three.txt": "3", "z.txt": "z" });
    site.store.mostEntries = 4;
    const commit = site.objects.resolve("refs/heads/main") ?? "";
    const { ground } = await jobOf(site, "none", commit);
    const tree = await ground.trees(commit);
    expect(Buffer.from((await tree?.read("c/d/three.txt")) ?? []).toString()).toBe("3");
    expect(asked(site, /git\/trees/)).toBe(4);
    expect((await tree?.list("", { recursive: true }))?.map(({ path }) => path)).toEqual([
      "a/one.txt",
      "b/two.txt",
      "c/d/three.txt",
      "z.txt",
    ]);
    expect(await tree?.read("c/d/four.txt")).toBeNull();
  });

  test("a push can't be judged, since its history is nowhere", async () => {
    const site = await siteWith({ "a.txt": "a" });
    const { before, after } = site.commitOnMain("Second", { "a.txt": "b" });
    const { ground } = await jobOf(site, "none", after);
    await ground.deepen([before, after]);
    expect(await ground.there([before, after])).toEqual([before, after]);
    expect(await ground.subjects({ include: [after], exclude: [before] })).toEqual(["Second"]);
    expect(await ground.tip("refs/heads/main")).toBe(after);
    expect(await ground.tip("refs/heads/none")).toBeNull();
  });
});

describe("with a clone", () => {
  test.each([true, false])(
    "a commit is fetched twice, or the clone is another one after it: %j",
    async (persist) => {
      const site = await siteWith({ "a.txt": "a" });
      const first = site.objects.resolve("refs/heads/main") ?? "";
      const { after } = site.commitOnMain("Second", { "b.txt": "b" });
      const { ground, workspace } = await jobOf(site, "shallow", first, { persist });
      const config = () => readFileSync(join(workspace, ".git/config"), "utf8");
      const before = config();
      await ground.bring([first, after]);
      expect(asked(site, /git-upload-pack$/)).toBeGreaterThan(0);
      const requests = asked(site, /shop/);
      await ground.bring([first, after]);
      expect(asked(site, /shop/)).toBe(requests);
      expect(config()).toBe(before);
      expect(Buffer.from((await (await ground.trees(after))?.read("b.txt")) ?? []).toString()).toBe("b");
      expect(await ground.trees(first)).toBeNull();
      expect(ground.notices()).toEqual([]);
      expect(JSON.stringify(ground.env)).not.toContain(
        Buffer.from(`x-access-token:${TOKEN}`).toString("base64"),
      );
    },
  );

  test("a whole clone is cut short by what is fetched into it", async () => {
    const site = await siteWith({ "a.txt": "a" });
    const first = site.objects.resolve("refs/heads/main") ?? "";
    const { ground, workspace } = await jobOf(site, "full", first);
    const { after } = site.commitOnMain("Second", { "a.txt": "b" });
    await ground.bring([after]);
    expect(await ground.subjects({ include: [after], exclude: [] })).toEqual(["Second", "Begin"]);
    expect(() => readFileSync(join(workspace, ".git/shallow"))).toThrow("ENOENT");
    expect(await ground.trees(after)).not.toBeNull();
  });

  test("a short clone that a fetch made whole is cut by the next one", async () => {
    const site = await siteWith({ "a.txt": "a" });
    const first = site.commitOnMain("Second", { "a.txt": "b" }).after;
    const { ground, workspace } = await jobOf(site, "shallow", first);
    await ground.near([first, site.commitOnMain("Third", { "a.txt": "c" }).after]);
    expect(() => readFileSync(join(workspace, ".git/shallow"))).toThrow("ENOENT");
    const { after } = site.commitOnMain("Fourth", { "a.txt": "d" });
    await ground.near([first, after]);
    const depths = site.server.loopback.calls.filter(({ text }) => text.includes("deepen "));
    expect(depths).toHaveLength(1);
    expect(await ground.subjects({ include: [after], exclude: [] })).toHaveLength(4);
  });

  test("what git refuses is taken for what is not there", async () => {
    const site = await siteWith({ "a.txt": "a" });
    const first = site.objects.resolve("refs/heads/main") ?? "";
    const { after } = site.commitOnMain("Second", { "a.txt": "b" });
    const { ground } = await jobOf(site, "shallow", first);
    site.server.loopback.onCall = ({ path }) =>
      path.includes("git-upload-pack") || path.endsWith("/info/refs") ? { status: 403, text: "no" } : null;
    await ground.bring([after]);
    expect(ground.notices()).toEqual([expect.stringMatching(/^fetch-failed: .*403/)]);
    expect(Buffer.from((await (await ground.trees(after))?.read("a.txt")) ?? []).toString()).toBe("b");
  });

  test("a clone of another repository is read for this one's", async () => {
    const site = await siteWith({ "a.txt": "a" });
    const first = site.objects.resolve("refs/heads/main") ?? "";
    const { ground, workspace, home, world } = await jobOf(site, "shallow", first);
    expect(ground.hasClone).toBe(true);
    const again = async (url: string | null) => {
      site.author.run(url === null ? ["remote", "remove", "origin"] : ["remote", "set-url", "origin", url], {
        cwd: workspace,
      });
      const options = { home, token: TOKEN, workspace, temp: temporaryFolder() };
      return openGround({ env: world.env, now: world.now }, options);
    };
    expect((await again("https://github.com/rival/shop")).hasClone).toBe(false);
    const nameless: Ground = await again(null);
    expect(nameless.hasClone).toBe(true);
    await nameless.bring([site.commitOnMain("Second", { "a.txt": "b" }).after]);
    expect(nameless.notices()).toEqual([]);
  });
});

describe("a pull request is judged by the law of its base", () => {
  test.each(["cloud", "enterprise"] as const)(
    "which its head rewrites, without a clone, on %s",
    async (layout) => {
      const site = await siteWith({ ...CONFIG, "golden-thread.yml": POLICY }, layout);
      site.author.git("switch", "--quiet", "--create", "topic");
      site.commit("Authorise myself TASK-7", {
        "golden-thread.yml": `${POLICY}rules: { ticket-authorised: off, ticket-exists: off }\n`,
      });
      const number = site.open({ branch: "topic", title: "TASK-7", body: "", author: OCTO });
      const { ground, home, world } = await jobOf(
        site,
        "none",
        site.objects.resolve("refs/heads/main") ?? "",
      );
      const name = { number, base: null, head: null, event: null };
      const opened = await openPullRequest(
        world,
        { place: "ci", home, trees: ground.trees, bring: ground.near },
        name,
      );
      const { report } = await judgePullRequest(opened);
      expect(opened.gate.law.rules["ticket-exists"]?.level).toBe("enforce");
      expect([report.verdict, report.commits?.count]).toEqual(["fail", 1]);
      expect(report.proposal?.base.commit).toBe(site.objects.resolve("refs/heads/main"));
    },
  );

  test("and where nobody tells that base, by none", async () => {
    const site = await siteWith({ "golden-thread.yml": POLICY });
    site.author.git("switch", "--quiet", "--create", "topic");
    site.commit("Work", { "a.txt": "a" });
    const number = site.open({ branch: "topic", title: "Work", body: "", author: OCTO });
    const { ground, home, world } = await jobOf(site, "shallow", site.author.git("rev-parse", "topic"));
    site.server.loopback.onCall = ({ path }) =>
      /git-upload-pack|info\/refs|git\/trees/.test(path) ? { status: 404, text: "{}" } : null;
    const name = { number, base: null, head: null, event: null };
    const opening = openPullRequest(
      world,
      { place: "ci", home, trees: ground.trees, bring: ground.bring },
      name,
    );
    await expect(opening).rejects.toMatchObject({ code: "unavailable" });
  });

  test("a repository without a policy has no tracker on an Enterprise Server", async () => {
    const site = await siteWith({ "a.txt": "a" }, "enterprise");
    const base = site.objects.resolve("refs/heads/main") ?? "";
    const { ground, home, world } = await jobOf(site, "none", base);
    const gate = await openGate(world, { place: "ci", policyRef: base, home, trees: ground.trees });
    expect(gate.law.remotes.map(({ kind, settings }) => [kind, settings.repo, settings.url])).toEqual([
      ["github", "acme/shop", home.site],
    ]);
    const [remote] = gate.law.remotes;
    const told = await gate.anew.get(remote?.name ?? "")?.many(["acme/shop#42"]);
    expect(told?.get("acme/shop#42")?.status).not.toBe("credentials");
    expect((await gate.forge())?.remote).toBe(remote?.name);
  });
});
