import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { privateKeyOf } from "../../src/ledger/dsse.ts";
import { golden } from "../cli/world.ts";
import { hermeticEnv, temporaryFolder, temporaryRepository } from "../git/repo.ts";

function place() {
  const home = temporaryFolder();
  return { home, cwd: home, env: { ...hermeticEnv(home), GIT_DIR: undefined } };
}

describe("a new key", () => {
  test("is the user's own alone, and its private half is shown nowhere", async () => {
    const { home, ...options } = place();
    const ran = await golden(["key", "new"], options);
    expect(ran.code).toBe(0);
    const file = join(home, ".config/golden-thread/keys/ledger.pem");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, "..")).mode & 0o777).toBe(0o700);
    const pem = readFileSync(file, "utf8");
    const secret = pem.split("\n").slice(1, -2);
    for (const line of ["PRIVATE", ...secret]) expect(`${ran.stdout}${ran.stderr}`).not.toContain(line);
    const spki = /spki: "([^"]+)"/.exec(ran.stdout)?.[1];
    expect(privateKeyOf(pem)?.spki).toBe(spki);
    expect(ran.stdout).toContain("- { id: ledger, spki: ");
  });

  test("as JSON shows no more", async () => {
    const { home, ...options } = place();
    const ran = await golden(["key", "new", "k-2027", "--json"], options);
    const made = JSON.parse(ran.stdout);
    expect(made).toMatchObject({ kind: "key-new", id: "k-2027" });
    const pem = readFileSync(join(home, ".config/golden-thread/keys/k-2027.pem"), "utf8");
    expect(ran.stdout).not.toContain(pem.split("\n")[1]);
    expect(privateKeyOf(pem)?.spki).toBe(made.spki);
  });

  test("takes the place of no other", async () => {
    const { home: _, ...options } = place();
    expect((await golden(["key", "new"], options)).code).toBe(0);
    const again = await golden(["key", "new"], options);
    expect(again).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("something at this place already"),
    });
  });

  test.each([
    ["in a work tree", {}, "deep/er/ledger.pem"],
    ["in a git folder", {}, ".git/ledger.pem"],
    ["in a bare repository", { bare: true }, "ledger.pem"],
  ])("is not put %s", async (_name, how, out) => {
    const repo = temporaryRepository(how);
    const ran = await golden(["key", "new", "--out", out], { cwd: repo.root, env: repo.env });
    expect(ran).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("repository") });
    const outside = await golden(["key", "new", "--out", repo.path(out)], {
      cwd: temporaryFolder(),
      env: repo.env,
    });
    expect(outside.code).toBe(2);
  });

  test("is not put in a repository by way of a link, nor through one", async () => {
    const { home, ...options } = place();
    const repo = temporaryRepository();
    symlinkSync(repo.root, join(home, "link"));
    symlinkSync(join(home, "nowhere"), join(home, "ledger.pem"));
    mkdirSync(join(repo.root, "sub"));
    for (const out of ["link/ledger.pem", "link/sub/ledger.pem", "ledger.pem"])
      expect((await golden(["key", "new", "--out", out], options)).code).toBe(2);
    expect(statSync(join(home, "nowhere"), { throwIfNoEntry: false })).toBeUndefined();
  });

  test("is not put where others may write, nor fooled by a hook's variables", async () => {
    const { home, ...options } = place();
    mkdirSync(join(home, "open"));
    chmodSync(join(home, "open"), 0o777);
    const open = await golden(["key", "new", "--out", "open/ledger.pem"], options);
    expect(open).toMatchObject({ code: 2, stderr: expect.stringContaining("Others may write") });
    const repo = temporaryRepository();
    const env = { ...options.env, GIT_DIR: repo.path(".git"), GIT_CEILING_DIRECTORIES: "/" };
    expect((await golden(["key", "new", "--out", "mine.pem"], { ...options, env })).code).toBe(0);
    writeFileSync(join(home, "seen"), "");
    expect((await golden(["key", "new", "--out", repo.path("x.pem")], { ...options, env })).code).toBe(2);
  });

  test.each([["key"], ["key", "old"], ["key", "new", "a/b"], ["key", "new", "a", "b"]].map((argv) => [argv]))(
    "%j is not what was meant",
    async (argv) => {
      const { home: _, ...options } = place();
      expect((await golden(argv, options)).code).toBe(2);
    },
  );
});
