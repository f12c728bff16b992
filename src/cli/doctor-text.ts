import type { Out } from "../core/ports.ts";
import { terminal } from "../reports/escape.ts";
import { plural } from "../reports/layout.ts";
import { type Paint, painter } from "../reports/paint.ts";
import type { Check, CheckCode } from "../setup/checks.ts";
import { nameOf } from "./init-text.ts";

const PROSE: Readonly<Record<CheckCode, string>> = {
  "git-version": "git",
  "node-here": "Node that hooks find in this terminal",
  "node-bare-path": "Node that hooks find in a program with windows (a bare PATH)",
  program: "golden-thread's own program",
  "program-on-path": "the program that the hooks start by its name",
  "git-folder": "is a folder that golden-thread writes to",
  "hooks-path": "core.hooksPath tells git where hooks are",
  "hook-runs": "runs the gate",
  "hook-missing": "does not run the gate",
  "hook-foreign": "is another hook, and does not run the gate",
  "hook-stale": "does not run the gate of this version",
  "hook-asleep": "is missing or can't be run: git skips it without a word",
  "hook-crlf": "has Windows line ends: no shell can start it",
  "hook-not-executable": "is not executable: git skips it",
  "hook-by-hand": "is shared with others, so init leaves it alone; add this line",
  "tree-bare": "lacks husky's stubs: git skips every hook in that work tree",
  "manager-lacks-us": "does not run the gate",
  "manager-has-us": "runs the gate",
  "manager-asleep": "has no scripts of that tool, or not for every hook: git skips them",
  "switched-off": "switches hooks off in this shell",
  policy: "policy",
  evidence: "evidence",
  remote: "tracker",
  forge: "forge",
  "forge-check": "the gate is a required check",
  "forge-pinned": "who may report that check",
  "forge-current": "branches are brought up to date before a merge",
  "forge-direct": "how commits get in",
  "forge-force": "rewriting history",
  "forge-deletion": "deleting the branch",
  "forge-bypass": "who is let past the rules",
  "forge-reviews": "approvals that a pull request needs",
  "forge-owners": "who approves changes to the gate's own files",
  "forge-owned": "owners of the gate's own files",
  "forge-tags": "moving tags",
  "forge-merging": "ways of merging",
};

/** What was looked at, for people: each with what was found, and what mends it. */
export function doctorText(root: string, checks: readonly Check[], out: Out): string {
  const paint = painter(out.color);
  const wrong = checks.filter(({ state }) => state === "fail").length;
  const unknown = checks.filter(({ state }) => state === "unknown").length;
  const sum =
    wrong > 0
      ? paint.red(`${plural(wrong, "problem")}: see the commands above.`)
      : unknown > 0
        ? paint.yellow(`Nothing is wrong that can be seen from here; ${plural(unknown, "answer")} not known.`)
        : paint.green("All is well.");
  const lines = checks.flatMap((check) => linesOf(root, check, paint));
  return [paint.bold(`golden-thread in ${terminal(root)}`), ...lines, "", sum, ""].join("\n");
}

function linesOf(root: string, check: Check, paint: Paint): readonly string[] {
  const { code, path, found, wanted, around, fix } = check;
  const what = [path === undefined ? null : nameOf(root, path), PROSE[code]].filter((one) => one !== null);
  const facts = found === undefined ? "" : `: ${found}`;
  const wish = wanted === undefined ? "" : paint.dim(` (wanted: ${terminal(wanted)})`);
  const mend = [...(around === undefined ? [] : [around]), ...(fix?.trimEnd().split("\n") ?? [])];
  return [
    `  ${markOf(check, paint)} ${terminal(`${what.join(" ")}${facts}`)}${wish}`,
    ...mend.map((line) => `      ${terminal(line)}`),
  ];
}

function markOf({ state }: Check, paint: Paint): string {
  if (state === "ok") return paint.green("✓");
  if (state === "unknown") return paint.yellow("?");
  return state === "note" ? paint.yellow("!") : paint.red("✗");
}
