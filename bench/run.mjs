import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchAction } from "./action.mjs";
import { benchAudit } from "./audit.mjs";
import { benchHook } from "./hook.mjs";
import { benchLedger, benchLedgerUse } from "./ledger.mjs";
import { benchPage } from "./page.mjs";
import { benchRange } from "./range.mjs";
import { benchRefs } from "./refs.mjs";
import { benchTrackers } from "./trackers.mjs";
import { benchTree } from "./tree.mjs";

/** `npm run bench [-- --only hook,action,trackers,range,audit,tree,refs,ledger,page] [--commits N] [--million] [--tree REPO]`: ratios of pairwise medians, measured in one run. */
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "hook,action,trackers,range,audit,tree,refs,ledger,page" },
    commits: { type: "string", default: "100000" },
    tree: { type: "string" },
    million: { type: "boolean", default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), "golden-thread-bench-"));
const rows = [];
const report = (name, result, goal) => {
  const line = `${name.padEnd(62)} ${result.ratio.toFixed(2).padStart(6)} ×   (${result.subject.toFixed(0)} ms / ${result.base.toFixed(0)} ms, n=${result.rounds})   goal ${goal}`;
  rows.push(line);
  console.log(line);
};
const reportNumber = (name, number, goal) => {
  const line = `${name.padEnd(62)} ${number.toFixed(0).padStart(6)}       goal ${goal}`;
  rows.push(line);
  console.log(line);
};
const reportMemory = (name, mebibytes, goal) => {
  const line = `${name.padEnd(62)} ${mebibytes.toFixed(0).padStart(6)} MiB   goal ${goal}`;
  rows.push(line);
  console.log(line);
};

try {
  const parts = values.only.split(",");
  if (parts.includes("hook")) await benchHook(folder, report);
  if (parts.includes("action")) benchAction(folder, report);
  if (parts.includes("trackers")) await benchTrackers(folder, report);
  if (parts.includes("range")) await benchRange(folder, Number(values.commits), report, reportMemory);
  if (parts.includes("audit"))
    await benchAudit(folder, Number(values.commits), values.million, report, reportMemory);
  if (parts.includes("tree")) benchTree(folder, values.tree, report, reportMemory);
  if (parts.includes("page")) await benchPage(folder, Number(values.commits), report, reportNumber);
  if (parts.includes("ledger")) {
    await benchLedger(folder, report);
    await benchLedgerUse(folder, report);
  }
  if (parts.includes("refs")) await benchRefs(folder, values.tree, report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
