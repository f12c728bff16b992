import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import type { Tree } from "../../src/core/ports.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { commitTree, workTree } from "../../src/git/tree.ts";
import { type TemporaryRepository, temporaryFolder, temporaryRepository } from "./repo.ts";

const HOSTILE = [
  "-dash",
  'quote"d',
  "line\nbreak",
  "semi;colon",
  "ünï",
  "a b",
  "HEAD:x",
  "--output=x",
  "back\\slash",
];

const files = {
  "plain.md": "plain",
  "deep/down/file.md": "deep",
  "deep/b": "b",
  "deep.md": "beside",
  ...Object.fromEntries(HOSTILE.map((name) => [`odd/${name}`, name])),
};

const text = async (tree: Tree, path: string): Promise<string | null> => {
  const bytes = await tree.read(path);
  return bytes === null ? null : Buffer.from(bytes).toString();
};

async function both(made: TemporaryRepository): Promise<readonly Tree[]> {
  const repo = await openRepository(openGit({ cwd: made.root, env: made.env }));
  return [workTree(made.root), await commitTree(repo, "HEAD")];
}

describe.each(["sha1", "sha256"] as const)("both trees of a %s repository", (objectFormat) => {
  it("tell the same", async () => {
    const made = temporaryRepository({ objectFormat });
    symlinkSync("plain.md", made.path("link.md"));
    symlinkSync("deep", made.path("linked"));
    writeFileSync(made.path("run.sh"), "x", { mode: 0o755 });
    made.commit("files", files);
    for (const tree of await both(made)) {
      for (const [path, content] of Object.entries(files)) expect(await text(tree, path)).toBe(content);
      expect((await tree.list("")).map(({ path, mode }) => [path, mode])).toEqual([
        ["deep", "040000"],
        ["deep.md", "100644"],
        ["link.md", "120000"],
        ["linked", "120000"],
        ["odd", "040000"],
        ["plain.md", "100644"],
        ["run.sh", "100755"],
      ]);
      const all = [...Object.keys(files), "link.md", "linked", "run.sh"].sort();
      expect((await tree.list("", { recursive: true })).map(({ path }) => path)).toEqual(all);
      expect((await tree.list("./deep/")).map(({ path }) => path)).toEqual(["deep/b", "deep/down"]);
      expect(await text(tree, "deep/../plain.md")).toBe("plain");
      for (const path of [
        "absent",
        "deep",
        "deep/down",
        "",
        "link.md",
        "linked/b",
        "plain.md/x",
        "../repo/plain.md",
        "/etc/hostname",
        "deep/../../x",
        "a\0b",
        ".git/config",
        ".GIT/config",
        "x".repeat(5000),
      ]) {
        expect(await tree.read(path)).toBeNull();
      }
      for (const folder of ["..", "/", "linked", "plain.md", "absent", ".git"]) {
        expect(await tree.list(folder)).toEqual([]);
      }
    }
  });
});

describe("workTree", () => {
  it("reads nothing through a symlink that leaves the root", async () => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, "secret"), "secret");
    const root = temporaryFolder();
    symlinkSync(outside, join(root, "way"));
    symlinkSync(join(outside, "secret"), join(root, "file"));
    const tree = workTree(root);
    expect(await tree.read("way/secret")).toBeNull();
    expect(await tree.read("file")).toBeNull();
    expect(await tree.list("way")).toEqual([]);
    expect((await tree.list("", { recursive: true })).map(({ mode }) => mode)).toEqual(["120000", "120000"]);
  });

  it("may itself be reached through a symlink", async () => {
    const real = temporaryFolder();
    writeFileSync(join(real, "file"), "x");
    const link = join(temporaryFolder(), "link");
    symlinkSync(real, link);
    expect(await text(workTree(link), "file")).toBe("x");
  });

  it("does not wait for a pipe's writer", async () => {
    const root = temporaryFolder();
    execFileSync("mkfifo", [join(root, "pipe")]);
    expect(await workTree(root).read("pipe")).toBeNull();
    expect(await workTree(root).list("")).toEqual([{ path: "pipe", mode: "000000", size: null }]);
  });

  it("refuses a file above the limit before reading it", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "huge"), "");
    truncateSync(join(root, "huge"), 50 * 1024 * 1024);
    const tree = workTree(root);
    await expect(tree.read("huge")).rejects.toMatchObject({
      code: "storage",
      found: "huge with 52428800 bytes",
    });
    expect((await tree.read("huge", 60 * 1024 * 1024))?.length).toBe(52428800);
  });

  it("takes a nested repository for one entry", async () => {
    const made = temporaryRepository();
    mkdirSync(made.path("sub/.git"), { recursive: true });
    made.write("sub/file", "x");
    expect(await workTree(made.root).list("", { recursive: true })).toEqual([
      { path: "sub", mode: "160000", size: null },
    ]);
  });
});

describe("commitTree", () => {
  it("reads on after an object above the limit, whatever else was asked meanwhile", async () => {
    const made = temporaryRepository();
    made.commit("one", { big: Buffer.alloc(3_000_000, "x"), small: "small", other: "other" });
    const [, tree] = await both(made);
    const [big, small, other] = await Promise.allSettled([
      tree?.read("big", 1000),
      tree?.read("small"),
      tree?.read("other"),
    ]);
    expect(big).toMatchObject({
      status: "rejected",
      reason: { code: "storage", found: "big with 3000000 bytes" },
    });
    expect(small).toMatchObject({ status: "fulfilled", value: Buffer.from("small") });
    expect(other).toMatchObject({ status: "fulfilled", value: Buffer.from("other") });
    expect((await tree?.read("big"))?.length).toBe(3_000_000);
  });

  it("gives what the commit holds, not what the work tree became", async () => {
    const made = temporaryRepository();
    const oid = made.commit("one", { file: "then" });
    made.write("file", "now");
    const repo = await openRepository(openGit({ cwd: made.root, env: made.env }));
    const tree = await commitTree(repo, "main");
    expect(await text(tree, "file")).toBe("then");
    expect(tree.label).toBe(`main@${oid.slice(0, 7)}`);
    expect((await commitTree(repo, oid)).label).toBe(oid.slice(0, 7));
    await tree.close();
    expect(await text(tree, "file")).toBe("then");
    await tree.close();
  });

  it("reads neither submodules nor a file whose object is gone", async () => {
    const made = temporaryRepository();
    made.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},sub`);
    made.git(
      "update-index",
      "--add",
      "--cacheinfo",
      `100644,${made.git("hash-object", "-w", "--stdin")},gone`,
    );
    made.git("commit", "--quiet", "-m", "one");
    const empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
    made.run(["rev-parse", "HEAD"]);
    execFileSync("rm", ["-f", made.path(`.git/objects/${empty.slice(0, 2)}/${empty.slice(2)}`)]);
    const repo = await openRepository(openGit({ cwd: made.root, env: made.env }));
    const tree = await commitTree(repo, "HEAD");
    expect(await tree.read("sub")).toBeNull();
    expect(await tree.list("sub")).toEqual([]);
    await expect(tree.read("gone")).rejects.toMatchObject({
      code: "repository",
      found: expect.stringContaining("gone"),
    });
    await tree.close();
  });

  it("that nobody closes does not keep the process from ending", async () => {
    const made = temporaryRepository();
    made.commit("one", { file: "x" });
    const repo = await openRepository(openGit({ cwd: made.root, env: made.env }));
    const waitedFor = () =>
      process.getActiveResourcesInfo().filter((name) => /^(?:Process|Pipe)Wrap$/.test(name));
    await vi.waitFor(() => expect(waitedFor()).not.toContain("ProcessWrap"));
    const before = waitedFor();
    const tree = await commitTree(repo, "HEAD");
    expect(await text(tree, "file")).toBe("x");
    expect(waitedFor()).toEqual(before);
    await tree.close();
  });

  it("says that the commit is unknown", async () => {
    const made = temporaryRepository();
    const repo = await openRepository(openGit({ cwd: made.root, env: made.env }));
    await expect(commitTree(repo, "HEAD")).rejects.toBeInstanceOf(Fault);
  });
});
