import { join } from "node:path";
import { auditFiles, writeAudit } from "../audit-folder.ts";
import type { Verdict } from "../core/finding.ts";
import { worst } from "../core/verdict.ts";
import { percent } from "../reports/layout.ts";
import type { Uploaded } from "./artifact.ts";
import type { Judged } from "./judged.ts";
import type { ActionScene } from "./scene.ts";
import type { Toolkit } from "./toolkit.ts";

/** Writes the audit's folder, uploads it, and sets the step's outputs. */
export async function deliver(
  scene: ActionScene,
  judged: readonly Judged[],
  toolkit: Pick<Toolkit, "setOutput">,
): Promise<void> {
  const { job } = scene;
  const folder = join(job.temp, "golden-thread-audit");
  const files: string[] = [];
  for (const [index, one] of judged.entries())
    files.push(...(await written(scene, one, join(folder, index === 0 ? "" : folderOf(one)))));
  const set = (name: string, value: string) => toolkit.setOutput(name, value);
  for (const [name, value] of Object.entries(outputsOf(judged))) set(name, value);
  set("report-path", files.find((file) => file === join(folder, "report.json")) ?? "");
  const uploaded = files.length === 0 ? null : await upload(scene, folder, files);
  set("artifact-id", uploaded === null ? "" : String(uploaded.id));
  set("artifact-url", uploaded?.url ?? "");
}

async function upload(
  { inputs, job, notes, runner }: ActionScene,
  folder: string,
  files: readonly string[],
): Promise<Extract<Uploaded, { readonly status: "uploaded" }> | null> {
  if (inputs.artifact === null) return null;
  const { uploadAudit } = await import("./artifact.ts");
  const audit = { name: inputs.artifact, folder, files, job: job.job, attempt: job.attempt };
  const answer = await uploadAudit(audit, { env: runner });
  if (answer.status === "uploaded") return answer;
  notes.push(`The audit was not uploaded: ${answer.why} It is in ${folder}.`);
  return null;
}

async function written(scene: ActionScene, one: Judged, folder: string): Promise<readonly string[]> {
  const { report, audit, render, context, signer } = one;
  const files = auditFiles(audit ?? report, {
    formats: scene.inputs.formats,
    signer,
    context,
    options: { ...render, color: false, columns: 120 },
  });
  return writeAudit(folder, files);
}

function folderOf({ pull }: Judged): string {
  return pull === null ? "commits" : `pr-${pull.number}`;
}

/** What later steps are told. `verdict` and `coverage` are of everything together; where nothing was judged, nothing passed. */
function outputsOf(judged: readonly Judged[]): Readonly<Record<string, string>> {
  const reports = judged.map(({ report }) => report);
  const verdict: Verdict | "" = reports.length === 0 ? "" : worst(reports.map((report) => report.verdict));
  const keys = reports.flatMap((report) => report.tickets().map(({ key }) => key));
  const sum = (count: (counts: (typeof reports)[number]["counts"]) => number): number =>
    reports.reduce((total, { counts }) => total + count(counts), 0);
  const exempt = sum((counts) => Object.values(counts.exempt).reduce((total, one) => total + one, 0));
  const counts = {
    commits: sum((one) => one.commits),
    referenced: sum((one) => one.referenced),
    passed: sum((one) => one.passed),
    failed: sum((one) => one.failed),
    undecided: sum((one) => one.undecided),
    exempt,
    beforeBaseline: sum((one) => one.beforeBaseline),
  };
  const judgedCommits = counts.commits - exempt;
  return {
    verdict,
    tickets: JSON.stringify([...new Set(keys)].sort()),
    coverage: judgedCommits <= 0 ? "" : percent(counts.passed, judgedCommits),
    counts: JSON.stringify(counts),
  };
}
