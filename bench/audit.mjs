import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { layLedger } from "./ledger.mjs";
import { compare, peakMemory, time } from "./measure.mjs";
import { home } from "./peers.mjs";
import { POLICY, repository } from "./range.mjs";
import { grow } from "./synth.mjs";

/** Commits that a branch may gain in a day. */
const GAINED = 100;

const NODE = { name: "node -e 0", argv: [process.execPath, "-e", "0"] };

/** The audit of a whole history, offline, with a ledger: cold, with a commit-graph, with nothing new, with some commits new. */
export async function benchAudit(folder, commits, million, report, reportMemory) {
  const clone = await repository(folder, "audited", commits, POLICY);
  const log = gitLog(clone);
  const plain = audit("audit, cold", clone, KEPT);
  report(`audit, ${commits} commits, no look-ups, cold : git log`, compare(log, plain, 5), "(for scale)");
  await layLedger(folder, clone);
  const cold = audit("audit, cold", clone, KEPT);
  report("the same, a ledger of 100,000 tickets, cold : git log", compare(log, cold, 5), "<= 1.35");
  const warm = audit("audit, nothing new", clone);
  time(warm);
  const share = compare(log, warm, 9);
  report("the same, nothing new : git log", share, "<= 0.15 + 3 x node");
  report("the same, nothing new : node -e 0", compare(NODE, warm, 5), "(for scale)");
  report(`the same, ${GAINED} new : git log`, compare(log, await gained(clone, commits, warm), 5), "-");
  reportMemory(`own peak memory at ${commits} commits`, peakMemory(cold), "<= 300 MiB");
  execFileSync("git", ["commit-graph", "write", "--reachable"], { cwd: clone, stdio: "ignore" });
  report("with a commit-graph, cold : git log", compare(log, cold, 5), "<= 1.35");
  rmSync(clone, { recursive: true, force: true });
  if (!million) return;
  const large = await repository(folder, "million", 1_000_000, POLICY);
  reportMemory(
    "own peak memory at 1,000,000 commits, cold",
    peakMemory(audit("cold", large, KEPT)),
    "<= 300 MiB",
  );
  reportMemory("the same, nothing new", peakMemory(audit("warm", large)), "<= 300 MiB");
}

/** What a run with nothing new does after the branch gained some commits; before each run it gains others. */
async function gained(clone, commits, warm) {
  await grow(clone, commits, GAINED);
  const old = `HEAD~${GAINED}`;
  const git = (...args) => execFileSync("git", args, { cwd: clone, stdio: "ignore" });
  const [file, ...args] = warm.argv;
  return {
    ...warm,
    before: () => {
      for (const name of KEPT) rmSync(join(clone, KEPT_IN, name), { recursive: true, force: true });
      git("branch", "-q", "-f", "grown");
      git("update-ref", "HEAD", old);
      time({ ...warm, argv: [file, ...args] });
      git("update-ref", "HEAD", "grown");
    },
  };
}

/** What an audit keeps below the git folder, but for the compiled policy. */
const KEPT_IN = ".git/golden-thread";
const KEPT = [
  "history-told-messages",
  "history-told-paths",
  "history-facts",
  "history-changes",
  "history-tree",
];

function gitLog(cwd) {
  return { name: "git log", argv: ["git", "log", "-z", "--format=%H%x00%B", "HEAD"], cwd };
}

/** `without`: kept files that are removed before every run. */
function audit(name, cwd, without = []) {
  const forget = (file) => rmSync(join(cwd, KEPT_IN, file), { recursive: true, force: true });
  return {
    name,
    argv: [process.execPath, join(home, "dist/cli.js"), "audit", "--all", "--format", "json"],
    cwd,
    codes: [0, 1, 3],
    before: () => without.forEach(forget),
  };
}
