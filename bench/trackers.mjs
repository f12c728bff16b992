import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compare } from "./measure.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** A free port far from those that people use. */
const PORT = 18_701;

/** The hook where a tracker tells: its answer remembered (no socket is opened), and asked for over the network. */
export async function benchTrackers(folder, report) {
  const servers = spawn(
    process.execPath,
    [join(root, "scripts/servers.mjs"), "jira", "--port", String(PORT)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  try {
    const text = await printed(servers);
    const { env, entry, open } = whatItSays(text);
    const cwd = join(folder, "trackers");
    mkdirSync(join(cwd, "home"), { recursive: true });
    const own = { HOME: join(cwd, "home"), ...env };
    git(cwd, own, "init", "-q", "-b", "main");
    git(cwd, own, "config", "--global", "golden-thread.trust", `http://127.0.0.1:${PORT}`);
    writeFileSync(join(cwd, "golden-thread.yml"), entry);
    const message = join(cwd, ".git", "COMMIT_EDITMSG");
    writeFileSync(message, `Do it (${open})\n`);
    const node = { name: "node -e 0", argv: [process.execPath, "-e", "0"], cwd, env: own };
    const hook = {
      name: "hook",
      argv: [process.execPath, join(root, "dist/hook.cjs"), "commit-msg", ".git/COMMIT_EDITMSG"],
      cwd,
      env: own,
    };
    // What was just written proves nothing yet; the second run leaves rows behind.
    await new Promise((done) => setTimeout(done, 1500));
    compare(node, hook, 2);
    report("hook, a tracker's answer remembered", compare(node, hook, 25), "<= 1.50");
    const kept = join(cwd, ".git", "golden-thread");
    const forget = () => {
      for (const name of ["tickets", "etags", "commit-msg.index"])
        rmSync(join(kept, name), { recursive: true, force: true });
    };
    report("hook, the tracker asked", compare(node, { ...hook, before: forget }, 10), "-");
  } finally {
    servers.kill();
  }
}

function printed(servers) {
  return new Promise((done, fail) => {
    let text = "";
    servers.stdout.setEncoding("utf8").on("data", (part) => {
      text += part;
      if (text.includes("Ctrl-C")) done(text);
    });
    servers.on("exit", () => fail(new Error(`the servers ended: ${text}`)));
  });
}

/** The policy entry, the good token's variables and an open ticket, from what the servers print for people. */
function whatItSays(text) {
  const entry = /^remotes:\n(?: {2}.*\n)+/m.exec(text)?.[0] ?? "";
  const [, exported = ""] = /^export (.*?) {2}# good$/m.exec(text) ?? [];
  const [, open = ""] = /^ {2}open +(\S+)$/m.exec(text) ?? [];
  const env = Object.fromEntries(exported.split(" ").map((pair) => pair.split("=")));
  return { entry, env, open };
}

function git(cwd, env, ...args) {
  const { status, stderr } = spawnSync("git", args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}
