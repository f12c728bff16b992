import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../git/repo.ts";

const CLI = resolve(import.meta.dirname, "../../dist/cli.js");
const hasTerminal = spawnSync("script", ["--version"]).status === 0;

/** Types each text once what it answers stands on the screen; gives all that was shown. */
function typed(
  cwd: string,
  env: Record<string, string>,
  answers: readonly [string, string][],
): Promise<string> {
  return new Promise((done) => {
    const child = spawn(
      "script",
      ["-qec", `stty cols 100 rows 40; '${process.execPath}' '${CLI}' init`, "/dev/null"],
      { cwd, env },
    );
    const left = [...answers];
    let screen = "";
    let read = 0;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      screen += text;
      const [next] = left;
      if (next === undefined || !screen.slice(read).includes(next[0])) return;
      left.shift();
      read = screen.length;
      child.stdin.write(next[1]);
    });
    child.on("close", () => done(screen));
  });
}

test.skipIf(!hasTerminal)(
  "whoever sits at a terminal is not asked, or what they say is lost (where `script` can make one)",
  async () => {
    const folder = temporaryFolder();
    const home = join(folder, "home");
    const work = join(folder, "work");
    mkdirSync(home);
    mkdirSync(work);
    spawnSync("git", ["init", "-q", work]);
    const env = {
      PATH: process.env.PATH ?? "",
      HOME: home,
      TERM: "xterm",
      https_proxy: "http://127.0.0.1:9",
    };
    const screen = await typed(work, env, [
      // Down twice to Jira, chosen by a blank.
      ["Which trackers", "\u001b[B\u001b[B \r"],
      ["Host of the Jira site", "acme.atlassian.net\r"],
      ["Keys of the projects", "PROJ, OPS\r"],
      ["Set up", "\r"],
    ]);
    expect(screen).toContain("wrote the policy");
    // Nobody has given a token, and that is said while there is somebody to mend it.
    expect(screen).toContain("https://acme.atlassian.net");
    expect(parse(readFileSync(join(work, "golden-thread.yml"), "utf8")).remotes).toEqual({
      jira: { kind: "jira", site: "acme.atlassian.net", projects: ["PROJ", "OPS"] },
    });
  },
  60_000,
);
