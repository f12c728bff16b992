import type { AuditRequest } from "../../src/audit/request.ts";
import { audit } from "../../src/audit.ts";
import type { Audit } from "../../src/core/audit.ts";
import { type TemporaryRepository, temporaryRepository } from "../git/repo.ts";
import { task } from "../history/judged.ts";

/** As of then; the temporary repositories' clock runs in November 2023. */
export const AS_OF = "2024-01-01T00:00:00Z";

/** All that is reachable from HEAD. */
export const EVERYTHING: AuditRequest = {
  range: null,
  ref: null,
  since: null,
  asOf: AS_OF,
  parts: null,
  place: "ci",
};

/** Audits a repository as the command line would. */
export function audited(
  { root, env }: Pick<TemporaryRepository, "root" | "env">,
  request: Partial<AuditRequest> = {},
): Promise<Audit> {
  return audit({ cwd: root, env, now: () => new Date(AS_OF) }, { ...EVERYTHING, ...request });
}

/** The index of a commit. */
export function indexOf({ report: { commits } }: Audit, id: string): number {
  for (let index = 0; index < (commits?.count ?? 0); index++) if (commits?.id(index) === id) return index;
  throw new Error(`${id} is not in the audit`);
}

/** Keys of the tickets of a commit. */
export function ticketsOf({ history, tickets }: Audit, index: number): readonly (string | undefined)[] {
  return history.tickets(index).map((ticket) => tickets[ticket]?.key);
}

const POLICY = `version: 1
remotes:
  tasks: { kind: markdown }
scopes:
  - paths: [docs/**]
    exempt: true
exempt:
  bots: [renovate]
`;

/** A repository with one commit of every kind, by name. */
export function seededRepository(): {
  readonly repository: TemporaryRepository;
  readonly ids: Readonly<Record<string, string>>;
} {
  const repository = temporaryRepository();
  const { git } = repository;
  const ids: Record<string, string> = {};
  const commit = (name: string, message: string, files: Readonly<Record<string, string>>) => {
    ids[name] = repository.commit(message, files);
  };
  // What git makes by itself, with the repository's own clock.
  const made = (name: string, ...args: readonly string[]) => {
    git(...args);
    ids[name] = repository.commit(git("log", "-1", "--format=%B"));
    const tree = git("rev-parse", "HEAD^{tree}");
    const parents = git("rev-parse", "HEAD~1^@")
      .split("\n")
      .flatMap((parent) => ["-p", parent]);
    const date = git("log", "-1", "--format=%ct +0000");
    const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const message = git("log", "-1", "--format=%B");
    const written = repository.run(["commit-tree", tree, ...parents, "-m", message], { env: dates });
    ids[name] = written.stdout;
    git("reset", "--quiet", "--hard", written.stdout);
  };
  commit("root", "Begin the backlog (TASK-1)", {
    "golden-thread.yml": POLICY,
    "backlog/config.yml": 'project_name: "P"\nstatuses: ["To Do", "In Progress", "Done"]\n',
    "backlog/tasks/task-1 - Work-1.md": task(1, "In Progress"),
    "backlog/tasks/task-2 - Work-2.md": task(2, "In Progress"),
    "backlog/tasks/task-3 - Work-3.md": task(3, "Done"),
    "backlog/tasks/task-4 - Work-4.md": task(4, "In Progress"),
    "a.txt": "one\n",
  });
  commit("authorised", "Work on it (TASK-1)", { "a.txt": "one\ntwo\n" });
  commit("nameless", "Work without a name", { "b.txt": "one\n" });
  commit("absent", "Work for nobody (TASK-99)", { "c.txt": "one\n" });
  commit("closed", "Work after the end (TASK-3)", { "d.txt": "one\n" });
  commit("scoped", "Describe it", { "docs/a.md": "words\n" });
  commit("squash", "Squashed work (TASK-2) (#12)", { "e.txt": "one\n" });
  commit("revert", `Take it back\n\nThis reverts commit ${ids.authorised}.`, { "a.txt": "one\n" });
  commit("again", `Bring it back\n\nThis reverts commit ${ids.revert}.`, { "a.txt": "one\ntwo\n" });
  commit("claimed", `Take something back\n\nThis reverts commit ${ids.authorised}.`, { "f.txt": "one\n" });
  commit("fixup", "fixup! Work on it (TASK-1)", { "a.txt": "one\ntwo\nthree\n" });
  git("branch", "release", ids.root ?? "");
  git("checkout", "--quiet", "-b", "side", ids.root ?? "");
  commit("onSide", "Work aside (TASK-2)", { "g.txt": "one\n" });
  git("checkout", "--quiet", "main");
  made("merge", "merge", "--quiet", "--no-ff", "-m", "Merge branch 'side'", "side");
  git("checkout", "--quiet", "-b", "pull", ids.root ?? "");
  commit("onPull", "Work in a pull request (TASK-2)", { "h.txt": "one\n" });
  git("checkout", "--quiet", "main");
  made(
    "mergedPull",
    "merge",
    "--quiet",
    "--no-ff",
    "-m",
    "Merge pull request #7 from me/pull\n\nA title",
    "pull",
  );
  commit("picked", `Work aside, once more\n\n(cherry picked from commit ${ids.onSide})`, {});
  return { repository, ids };
}
