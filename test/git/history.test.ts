import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newAndGone, walkCommits } from "../../src/git/history.ts";
import { walkPaths } from "../../src/git/path-history.ts";
import { decodeText, parseCommit, type RawCommit, toCommit } from "../../src/git/raw-commit.ts";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { repositoryAt, type TemporaryRepository, temporaryRepository } from "./repo.ts";

const open = (made: TemporaryRepository): Promise<Repository> =>
  openRepository(openGit({ cwd: made.root, env: made.env }));

async function walked(repo: Repository, ...revisions: readonly string[]): Promise<readonly RawCommit[]> {
  const commits: RawCommit[] = [];
  const { count } = await walkCommits(repo, revisions, (commit) => commits.push(commit));
  expect(count).toBe(commits.length);
  return commits;
}

/** A commit object made by hand, as other tools may write it. */
function handMade(made: TemporaryRepository, headers: readonly string[], message: Buffer | string): string {
  const tree = made.git("write-tree");
  const head = `tree ${tree}\n${headers.join("\n")}\n\n`;
  const input = Buffer.concat([Buffer.from(head), Buffer.from(message)]);
  const ran = made.run(["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], { input });
  return ran.stdout;
}

const AUTHOR = "author Ada <ada@example.com> 1700000000 +0100";
const COMMITTER = "committer Cy <cy@example.com> 1700000001 -0230";

describe.each(["sha1", "sha256"] as const)("walkCommits in a %s repository", (objectFormat) => {
  it("gives what git log gives, newest first, merges and roots included", async () => {
    const made = temporaryRepository({ objectFormat });
    made.commit("first\n\nwith a body\n\nRefs: TASK-1");
    made.git("checkout", "--quiet", "-b", "side");
    made.commit("on the side", { side: "1" });
    made.git("checkout", "--quiet", "main");
    made.commit("beside it", { main: "1" });
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
    made.git("checkout", "--quiet", "--orphan", "other");
    made.commit("a second root");
    made.git("checkout", "--quiet", "main");
    made.git("merge", "--quiet", "--allow-unrelated-histories", "-m", "both", "other");
    const commits = await walked(await open(made), "HEAD");
    const expected = made.git(
      "log",
      "-z",
      "--format=%H%n%T%n%P%n%an <%ae> %ad%n%cn <%ce> %cd%n%B",
      "--date=raw",
    );
    const mine = commits.map(({ id, tree, parents, author, committer, message }) =>
      [id, tree, parents.join(" "), author, committer, message].join("\n"),
    );
    expect(`${mine.join("\0")}\0`).toBe(expected);
    expect(commits).toHaveLength(6);
  });
});

describe("walkCommits", () => {
  it("reads messages of any bytes, any length and any encoding", async () => {
    const made = temporaryRepository();
    const long = `long\n\n${"x ".repeat(500_000)}end`;
    const oids = [
      handMade(made, [AUTHOR, COMMITTER], ""),
      handMade(made, [AUTHOR, COMMITTER], "no end of line"),
      handMade(made, [AUTHOR, COMMITTER], long),
      handMade(made, [AUTHOR, COMMITTER, "encoding ISO-8859-1"], Buffer.from("Größe", "latin1")),
      handMade(made, [AUTHOR, COMMITTER, "encoding Shift_JIS"], Buffer.from([0x93, 0xfa, 0x96, 0x7b])),
      handMade(made, [AUTHOR, COMMITTER, "encoding klingon"], Buffer.from("Größe", "latin1")),
      handMade(made, [AUTHOR, COMMITTER], Buffer.from("Größe", "latin1")),
      handMade(made, [AUTHOR, COMMITTER], "Größe 🧵"),
    ];
    const repo = await open(made);
    const commits = await walked(repo, ...oids);
    const byId = new Map(commits.map((commit) => [commit.id, toCommit(commit).message]));
    expect(oids.map((oid) => byId.get(oid))).toEqual([
      "",
      "no end of line",
      long,
      "Größe",
      "日本",
      "Größe",
      "Gr\ufffd\ufffde",
      "Größe 🧵",
    ]);
  });

  it("skips signatures and merged tags, however they look inside", async () => {
    const made = temporaryRepository();
    const signature = [
      "gpgsig -----BEGIN PGP SIGNATURE-----",
      " ",
      " encoding latin1",
      " author Eve <e@x> 1 +0",
      " -----END",
    ];
    const tag = ["mergetag object 1", " type commit", " ", " TASK-99", " gpgsig"];
    const signed = handMade(made, [AUTHOR, COMMITTER, "encoding UTF-8", ...tag, ...signature], "real\n");
    const plain = handMade(made, [AUTHOR, COMMITTER, ...tag], "gpgsig in the text\n");
    const [one, two] = await walked(await open(made), signed, plain);
    expect(one).toMatchObject({
      signed: true,
      encoding: "UTF-8",
      message: "real\n",
      author: AUTHOR.slice(7),
    });
    expect(two).toMatchObject({ signed: false, encoding: null, message: "gpgsig in the text\n" });
  });

  it("reads broken dates as git does, and people with odd names", async () => {
    const made = temporaryRepository();
    const odd = [
      handMade(made, ["author <> 0 +0000", COMMITTER], "a"),
      handMade(made, ["author A <a@b> not a date", COMMITTER], "b"),
      handMade(made, ["author  A > B  < a@b > 99999999999999999999 +0000", COMMITTER], "c"),
      handMade(made, ["author no address", "committer "], "d"),
    ];
    const byMessage = new Map((await walked(await open(made), ...odd)).map((raw) => [raw.message, raw]));
    expect(byMessage.get("a")).toMatchObject({ authoredAt: 0, committedAt: 1700000001 });
    expect(byMessage.get("b")?.authoredAt).toBe(0);
    expect(byMessage.get("c")?.authoredAt).toBe(0);
    const people = ["a", "b", "c", "d"].map((key) => {
      const raw = byMessage.get(key);
      return raw && toCommit(raw).author;
    });
    expect(people).toEqual([
      { name: "", email: "" },
      { name: "A", email: "a@b" },
      { name: "A > B", email: "a@b" },
      { name: "", email: "" },
    ]);
  });

  it("ends where revisions are excluded, and finds nothing in an empty range", async () => {
    const made = temporaryRepository();
    const one = made.commit("one");
    const two = made.commit("two");
    const repo = await open(made);
    expect((await walked(repo, two, `^${one}`)).map(({ id }) => id)).toEqual([two]);
    expect(await walked(repo, one, `^${two}`)).toEqual([]);
  });

  it("tells git's reason for an unknown revision, and takes no revision for an option", async () => {
    const made = temporaryRepository();
    made.commit("one");
    const repo = await open(made);
    for (const revision of ["nowhere", "--all", "--output=stolen", `${"0".repeat(39)}1`]) {
      await expect(walkCommits(repo, [revision], () => undefined)).rejects.toMatchObject({
        code: "repository",
      });
      await expect(walkPaths(repo, [revision], () => undefined)).rejects.toMatchObject({
        code: "repository",
      });
    }
    expect(made.run(["status", "--porcelain"]).stdout).toBe("");
  });

  it("tells of a commit that is gone instead of ending early", async () => {
    const made = temporaryRepository();
    const one = made.commit("one");
    made.commit("two");
    rmSync(made.path(".git/objects", one.slice(0, 2), one.slice(2)));
    const repo = await open(made);
    await expect(walkCommits(repo, ["HEAD"], () => undefined)).rejects.toMatchObject({ code: "repository" });
    await expect(walkPaths(repo, ["HEAD"], () => undefined)).rejects.toMatchObject({ code: "repository" });
  });

  it("ends both children when the visitor fails or the caller gives up", async () => {
    const made = temporaryRepository();
    for (let count = 0; count < 5; count++) made.commit(`commit ${count}`);
    const repo = await open(made);
    const failing = () => {
      throw new Error("visitor");
    };
    await expect(walkCommits(repo, ["HEAD"], failing)).rejects.toThrow("visitor");
    await expect(walkPaths(repo, ["HEAD"], failing)).rejects.toThrow("visitor");
    const abort = new AbortController();
    const git = openGit({ cwd: made.root, env: made.env, signal: abort.signal });
    const walking = walkCommits({ ...repo, git }, ["HEAD"], () => undefined);
    abort.abort(new Error("enough"));
    await expect(walking).rejects.toThrow("enough");
    await expect(walkCommits({ ...repo, git }, ["HEAD"], () => undefined)).rejects.toThrow("enough");
  });

  it("sees the commit itself, not what a replace ref or a graft puts in its place", async () => {
    const made = temporaryRepository();
    const one = made.commit("rogue");
    const other = handMade(made, [AUTHOR, COMMITTER], "authorised TASK-1");
    made.git("replace", one, other);
    made.write(".git/info/grafts", `${one} ${other}\n`);
    expect((await walked(await open(made), "HEAD")).map(({ message }) => message)).toEqual(["rogue\n"]);
  });

  it("ends at a shallow clone's edge", async () => {
    const made = temporaryRepository();
    for (let count = 0; count < 5; count++) made.commit(`commit ${count}`);
    made.git("clone", "--quiet", "--depth=2", `file://${made.root}`, "../clone");
    const clone = repositoryAt(join(made.root, "../clone"), made.env);
    const repo = await open(clone);
    expect(repo.shallow).toBe(true);
    expect((await walked(repo, "HEAD")).map(({ message }) => message)).toEqual(["commit 4\n", "commit 3\n"]);
  });
});

describe("parseCommit", () => {
  it.each([
    "",
    "\n",
    "\n\n",
    "tree x",
    "parent x",
    "parent x\nparent y",
    "tree x\nparent y",
    "tree x\nauthor",
    "x\n\ny",
  ])("takes the malformed object %j apart without losing its way", (text) => {
    const raw = parseCommit("id", Buffer.from(text));
    expect(raw).toMatchObject({ id: "id", authoredAt: 0, committedAt: 0, encoding: null, signed: false });
    expect(raw.message).toBe(text === "x\n\ny" ? "y" : "");
  });
});

describe("newAndGone", () => {
  it("tells what a force push brought and took, and when the old tip is unknown", async () => {
    const made = temporaryRepository();
    const base = made.commit("base");
    const old = made.commit("old");
    made.git("reset", "--quiet", "--hard", base);
    const fresh = made.commit("fresh");
    const repo = await open(made);
    expect(await newAndGone(repo, old, fresh)).toEqual({ fresh: [fresh], gone: [old] });
    expect(await newAndGone(repo, fresh, fresh)).toEqual({ fresh: [], gone: [] });
    expect(await newAndGone(repo, "0".repeat(40), fresh)).toBeNull();
  });
});

describe("decodeText", () => {
  it.each([
    ["plain", null, "plain"],
    ["\xc3\xa4", "utf8", "ä"],
    ["\xe4", "latin1", "ä"],
    ["\xe4", null, "\ufffd"],
    ["a\0b\0", "UTF-16LE", "ab"],
    ["\x1b$BF|K\\\x1b(B", "ISO-2022-JP", "日本"],
  ])("reads %j in %j", (bytes, encoding, text) => {
    expect(decodeText(bytes, encoding)).toBe(text);
  });
});
