import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compare, peakMemory, time } from "./measure.mjs";
import { commitlint, home } from "./peers.mjs";
import { synthesise } from "./synth.mjs";

/** Reference rules alone: no ticket is looked up and no path is asked for. */
export const POLICY = `version: 1
remotes:
  jira: { kind: jira, site: example.atlassian.net, projects: [PROJ] }
rules:
  reference-required: enforce
  ticket-exists: off
  ticket-authorised: off
  ticket-predates-change: off
  task-wellformed: off
  paths-in-scope: off
  policy-change-authorised: off
  completed-task-has-commit: off
  authoriser-is-not-author: off
  task-has-upstream: off
`;

const PATHS_POLICY = POLICY.replace("policy-change-authorised: off", "policy-change-authorised: warn");

/** A clone with a work tree that holds the policy alone, of a made-up history. */
export async function repository(folder, name, commits, policy) {
  const bare = join(folder, `${name}.git`);
  await synthesise(bare, commits);
  const clone = join(folder, name);
  execFileSync("git", ["clone", "-q", bare, clone], { stdio: "ignore" });
  rmSync(bare, { recursive: true, force: true });
  writeFileSync(join(clone, "golden-thread.yml"), policy);
  return clone;
}

export async function benchRange(folder, commits, report, reportMemory) {
  const clone = await repository(folder, "history", commits, POLICY);
  const log = gitLog("git log", clone, ["-z", "--format=%H%x00%B", "HEAD"]);
  const cold = check("check range, cold", clone, "HEAD", RESULTS);
  report(`check range HEAD, ${commits} commits, cold : git log`, compare(log, cold, 9), "<= 1.35");
  const first = check("check range, first", clone, "HEAD", EVERYTHING);
  report("the same, policy not compiled : git log", compare(log, first, 5), "(for scale)");
  time(cold);
  const warm = check("check range, warm", clone, "HEAD");
  report("the same, nothing new : git log", compare(log, warm, 15), "<= 0.15");
  reportMemory(`own peak memory at ${commits} commits`, peakMemory(cold), "<= 130 MiB");
  const raw = gitLog("git log --raw", clone, ["-z", "--raw", "--no-renames", "--format=%H%x00%B", "HEAD"]);
  writeFileSync(join(clone, "golden-thread.yml"), PATHS_POLICY);
  report("with path rules, cold : git log --raw", compare(raw, cold, 5), "<= 1.35");
  report("with path rules, nothing new : git log --raw", compare(raw, warm, 5), "<= 0.15");
  writeFileSync(join(clone, "golden-thread.yml"), POLICY);
  smallRange(clone, report);
  execFileSync("git", ["commit-graph", "write", "--reachable"], { cwd: clone, stdio: "ignore" });
  report("with a commit-graph, cold : git log", compare(log, cold, 7), "<= 1.05");
  await growth(folder, commits, report, reportMemory);
}

function smallRange(clone, report) {
  const node = { name: "node -e 0", argv: [process.execPath, "-e", "0"] };
  const range = check("1,000 commits", clone, "HEAD~1000..HEAD");
  report("check range, 1,000 commits : node -e 0", compare(node, range, 15), "<= 3.5");
  const peer = commitlint(clone, ["--from", "HEAD~1000", "--to", "HEAD"]);
  report("check range, 1,000 commits : commitlint", compare(peer, range, 5), "<= 0.08");
}

/** Ten times the commits should take ten times as long, and no more memory. */
async function growth(folder, commits, report, reportMemory) {
  for (const count of [commits / 100, commits / 10, commits * 3]) {
    const clone = await repository(folder, `history-${count}`, count, POLICY);
    const log = gitLog("git log", clone, ["-z", "--format=%H%x00%B", "HEAD"]);
    const cold = check("check range", clone, "HEAD", RESULTS);
    report(`check range HEAD, ${count} commits, cold : git log`, compare(log, cold, 3), "(growth)");
    reportMemory(`own peak memory at ${count} commits`, peakMemory(cold), "<= 130 MiB");
    rmSync(clone, { recursive: true, force: true });
  }
}

function gitLog(name, cwd, args) {
  return { name, argv: ["git", "log", ...args], cwd };
}

/** What a run keeps below the git folder. */
const RESULTS = ["history-messages", "history-paths", "history-facts"];
const EVERYTHING = [""];

/** `without`: kept files that are removed before every run. */
function check(name, cwd, range, without = []) {
  const forget = (file) => rmSync(join(cwd, ".git/golden-thread", file), { recursive: true, force: true });
  return {
    name,
    argv: [process.execPath, join(home, "dist/cli.js"), "check", "range", range],
    cwd,
    codes: [0, 1],
    before: () => without.forEach(forget),
  };
}
