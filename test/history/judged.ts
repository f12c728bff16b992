import { checkCommits } from "../../src/check.ts";
import type { Report } from "../../src/core/report.ts";
import { openGate } from "../../src/gate.ts";
import type { RangeRequest } from "../../src/history/case.ts";
import { type TemporaryRepository, temporaryRepository } from "../git/repo.ts";

/** The day of the tests: the temporary repositories' clock runs in November 2023. */
const NOW = new Date("2024-01-01T00:00:00Z");

/** Judges a range as the command line would, the policy read from the work tree. */
export async function judge(
  { root, env }: Pick<TemporaryRepository, "root" | "env">,
  request: RangeRequest,
): Promise<Report> {
  const gate = await openGate({ cwd: root, env, now: () => NOW }, { place: "ci", range: request });
  return checkCommits(gate, request);
}

/** Rules of one commit that did not pass or skip, as `rule outcome code`, sorted. */
export function objections(report: Report, id: string): readonly string[] {
  const { commits } = report;
  if (commits === null) throw new Error("the report is not about commits");
  for (let index = 0; index < commits.count; index++) {
    if (commits.id(index) !== id) continue;
    const findings = report.keys[commits.key(index)]?.findings ?? [];
    return findings
      .filter(({ outcome }) => outcome === "fail" || outcome === "unknown")
      .map(({ rule, outcome, code }) => `${rule} ${outcome} ${code}`)
      .sort();
  }
  throw new Error(`${id} is not in the report`);
}

/** A Backlog.md task file. */
export function task(number: number, status: string, created = "2023-01-05 09:30"): string {
  return `---\nid: TASK-${number}\ntitle: Work ${number}\nstatus: ${status}\nassignee: []\ncreated_date: '${created}'\nlabels: []\ndependencies: []\n---\n\n## Description\n\nSomething to do.\n`;
}

/** A repository with a backlog of two open tasks, brought in by a first commit that names one. */
export function backlogRepository(
  policy = "version: 1\nremotes:\n  tasks: { kind: markdown }\n",
): TemporaryRepository {
  const repository = temporaryRepository();
  repository.commit("Begin the backlog (TASK-1)", {
    "golden-thread.yml": policy,
    "backlog/config.yml": 'project_name: "P"\nstatuses: ["To Do", "In Progress", "Done"]\n',
    "backlog/tasks/task-1 - Work-1.md": task(1, "In Progress"),
    "backlog/tasks/task-2 - Work-2.md": task(2, "In Progress"),
  });
  return repository;
}
