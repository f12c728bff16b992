import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../git/repo.ts";

const SCRIPT = resolve(import.meta.dirname, "../../hooks/commit-msg");

/** Tells what it was started as and with; stands in for dist/hook.cjs. */
const PROGRAM = `const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, GOLDEN_THREAD_CA_CERTS, GOLDEN_THREAD_NODE_OPTIONS } = process.env;
console.log(JSON.stringify({ args: process.argv.slice(2), entry: __filename,
  NODE_EXTRA_CA_CERTS, NODE_OPTIONS, GOLDEN_THREAD_CA_CERTS, GOLDEN_THREAD_NODE_OPTIONS }));
process.exitCode = 7;`;

const SHELLS = [["sh"], ["dash"], ["bash", "--posix"], ["busybox", "sh"], ["sh", "-eu"]].filter(
  ([command = ""]) => spawnSync(command, ["-c", ":"]).error === undefined,
);

interface Told {
  readonly code: number;
  readonly stderr: string;
  readonly told: Readonly<Record<string, unknown>>;
}

/** A folder like golden-thread's own, in a folder whose name would break a careless script. */
function home(name = "it's a $HOME; of `one`"): string {
  const folder = join(temporaryFolder(), name);
  mkdirSync(join(folder, "dist"), { recursive: true });
  mkdirSync(join(folder, "hooks"));
  writeFileSync(join(folder, "dist", "hook.cjs"), PROGRAM);
  copyFileSync(SCRIPT, join(folder, "hooks", "commit-msg"));
  return folder;
}

/** A node that says by which way it was found; what it is asked to run, the other tests start a real one for. */
function fakeNode(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "node");
  writeFileSync(path, `#!/bin/sh\necho '{ "node": "${name}" }'\nexit 7\n`, { mode: 0o755 });
  return path;
}

function run(
  shell: readonly string[],
  script: string,
  env: Readonly<Record<string, string>>,
  cwd = temporaryFolder(),
  args: readonly string[] = ["a file"],
): Told {
  const [command = "", ...options] = [...(shell.length > 0 ? shell : ["sh"]), script, ...args];
  const ran = spawnSync(spawnablePath(command), options, { cwd, env, encoding: "utf8" });
  const told: unknown = ran.stdout.startsWith("{") ? JSON.parse(ran.stdout) : {};
  if (typeof told !== "object" || told === null) throw new Error(ran.stdout);
  return { code: ran.status ?? -1, stderr: ran.stderr, told: { ...told } };
}

/** The shells themselves are found by this process's PATH, whatever the script is given. */
function spawnablePath(command: string): string {
  const found = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, command));
  return found.find((path) => existsSync(path)) ?? command;
}

describe.each(SHELLS.map((shell) => [shell.join(" "), shell] as const))("under %s", (_, shell) => {
  test("runs dist/hook.cjs beside it, with the hook's name and every argument, and ends as it ends", () => {
    const folder = home();
    const env = { PATH: "", GOLDEN_THREAD_NODE: process.execPath, HOME: folder };
    const args = ["a  b", "'", "$x", ""];
    expect(run(shell, join(folder, "hooks", "commit-msg"), env, folder, args)).toMatchObject({
      code: 7,
      told: { args: ["commit-msg", ...args] },
    });
  });

  test("moves what Node would read at every start", () => {
    const folder = home();
    const env = {
      PATH: "",
      GOLDEN_THREAD_NODE: process.execPath,
      NODE_EXTRA_CA_CERTS: "/no/such file.pem",
      NODE_OPTIONS: "--no-warnings  --title='a b'",
    };
    const { told, stderr } = run(shell, join(folder, "hooks", "commit-msg"), env);
    expect(stderr).toBe("");
    expect(told).toMatchObject({
      GOLDEN_THREAD_CA_CERTS: env.NODE_EXTRA_CA_CERTS,
      GOLDEN_THREAD_NODE_OPTIONS: env.NODE_OPTIONS,
    });
    expect(Object.keys(told)).not.toContain("NODE_OPTIONS");
    expect(Object.keys(told)).not.toContain("NODE_EXTRA_CA_CERTS");
  });

  test("says what was looked for and how to mend it where there is no Node, and lets nothing pass", () => {
    const folder = home();
    const { code, stderr } = run(shell, join(folder, "hooks", "commit-msg"), { PATH: "", HOME: folder });
    // A machine may keep a Node where everybody keeps one.
    if (code !== 7) {
      expect(code).toBe(2);
      expect(stderr).toContain("GOLDEN_THREAD_NODE");
    }
  });

  test("says so where its program is gone", () => {
    const folder = home();
    const lonely = join(temporaryFolder(), "commit-msg");
    copyFileSync(join(folder, "hooks", "commit-msg"), lonely);
    const { code, stderr } = run(shell, lonely, { PATH: "", GOLDEN_THREAD_NODE: process.execPath });
    expect(code).toBe(2);
    expect(stderr).toContain("hook.cjs");
  });

  test.each([
    ["a copy with its entry filled in", "copy"],
    ["a symlink", "link"],
    ["a symlink to a symlink", "links"],
    ["a package of the repository", "package"],
  ])("finds its program from %s", (__, way) => {
    const folder = home();
    const repository = temporaryFolder();
    const hook = join(repository, ".git", "hooks", "commit-msg");
    mkdirSync(join(repository, ".git", "hooks"), { recursive: true });
    if (way === "copy") {
      const entry = join(folder, "dist", "hook.cjs").replaceAll("'", "'\\''");
      writeFileSync(
        hook,
        readFileSync(SCRIPT, "utf8").replace(/^entry=$/m, () => `entry='${entry}'`),
      );
    }
    if (way === "link") symlinkSync(join(folder, "hooks", "commit-msg"), hook);
    if (way === "links") {
      symlinkSync(join(folder, "hooks", "commit-msg"), join(repository, "one"));
      symlinkSync("../../one", hook);
    }
    if (way === "package") {
      mkdirSync(join(repository, "node_modules"));
      symlinkSync(folder, join(repository, "node_modules", "golden-thread"));
      copyFileSync(SCRIPT, hook);
    }
    const env = { PATH: "", GOLDEN_THREAD_NODE: process.execPath };
    const script = way === "copy" ? hook : ".git/hooks/commit-msg";
    expect(run(shell, script, env, repository)).toMatchObject({
      code: 7,
      stderr: "",
      told: { args: ["commit-msg", "a file"] },
    });
  });

  test("looks for Node in the promised order", () => {
    const folder = home();
    const script = join(folder, "hooks", "commit-msg");
    const user = temporaryFolder();
    const config = join(user, ".config");
    const onPath = join(user, "on path");
    const by = (env: Readonly<Record<string, string>>) =>
      run(shell, script, { HOME: user, PATH: "", ...env }).told.node;

    fakeNode(join(user, ".volta", "bin"), "volta");
    expect(by({})).toBe("volta");
    fakeNode(join(user, ".nvm", "versions", "node", "v9.1.0", "bin"), "old");
    fakeNode(join(user, ".nvm", "versions", "node", "v22.1.0", "bin"), "nvm");
    expect(by({})).toBe("nvm");
    mkdirSync(join(config, "husky"), { recursive: true });
    writeFileSync(join(config, "husky", "init.sh"), `PATH='${join(user, "by husky")}'`);
    fakeNode(join(user, "by husky"), "husky");
    expect(by({})).toBe("husky");
    mkdirSync(join(config, "golden-thread"), { recursive: true });
    const own = fakeNode(join(user, "by own"), "own");
    writeFileSync(join(config, "golden-thread", "init.sh"), `export GOLDEN_THREAD_NODE='${own}'`);
    expect(by({})).toBe("own");
    fakeNode(onPath, "path");
    expect(by({ PATH: onPath })).toBe("path");
    expect(by({ PATH: onPath, GOLDEN_THREAD_NODE: own })).toBe("own");
    expect(by({ PATH: onPath, GOLDEN_THREAD_NODE: "/no/such/node" })).toBe("path");
    expect(by({ XDG_CONFIG_HOME: join(user, "elsewhere") })).toBe("nvm");
  });
});

test("the script is short, has Unix line ends, and stays executable in git", () => {
  const text = readFileSync(SCRIPT, "utf8");
  expect(text.startsWith("#!/bin/sh\n")).toBe(true);
  expect(text).not.toContain("\r");
  expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(25);
  const { stdout } = spawnSync("git", ["ls-files", "-s", "--", SCRIPT], {
    cwd: resolve(SCRIPT, ".."),
    encoding: "utf8",
  });
  expect(stdout).toMatch(/^100755 /);
});
