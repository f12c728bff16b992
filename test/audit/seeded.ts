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
  // A merge by git, less than a minute after the commit before it.
  const merge = (name: string, branch: string, message: string, evil?: string) => {
    git("merge", "--quiet", "--no-ff", "--no-commit", branch);
    if (evil !== undefined) repository.write(evil, "nobody wrote this\n");
    ids[name] = repository.commit(message);
  };
  const branchOff = (
    branch: string,
    name: string,
    message: string,
    files: Readonly<Record<string, string>>,
  ) => {
    git("checkout", "--quiet", "-b", branch, ids.root ?? "");
    commit(name, message, files);
    git("checkout", "--quiet", "main");
  };
  const pick = (name: string, source: string, message: string) => {
    git("cherry-pick", "--no-commit", ids[source] ?? "");
    ids[name] = repository.commit(message);
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
  commit("again", `Revert "Take it back (TASK-1)"\n\nThis reverts commit ${ids.revert}.`, {
    "a.txt": "one\ntwo\n",
  });
  commit("claimed", `Take something back\n\nThis reverts commit ${ids.authorised}.`, { "f.txt": "one\n" });
  commit("fixup", "fixup! Work on it (TASK-1)", { "a.txt": "one\ntwo\nthree\n" });
  git(
    "-c",
    "user.name=x",
    "commit",
    "--quiet",
    "--allow-empty",
    "--author=renovate <bot@example.com>",
    "-m",
    "Bump it",
  );
  ids.bot = git("rev-parse", "HEAD");
  branchOff("side", "onSide", "Work aside (TASK-2)", { "g.txt": "one\n" });
  branchOff("pull", "onPull", "Work in a pull request (TASK-2)", { "h.txt": "one\n" });
  branchOff("evil", "onEvil", "Work that is merged badly (TASK-2)", { "i.txt": "one\n" });
  branchOff("kept", "picksSource", "Work that is picked (TASK-2)", { "j.txt": "one\n" });
  branchOff("quiet", "silentSource", "Work that is picked in silence", { "k.txt": "one\n" });
  pick("picked", "picksSource", `Work that is picked\n\n(cherry picked from commit ${ids.picksSource})`);
  pick(
    "backport",
    "onPull",
    `[Backport 1.x] Work in a pull request\n\n(cherry picked from commit ${ids.onPull})`,
  );
  git("cherry-pick", ids.silentSource ?? "");
  ids.silent = git("rev-parse", "HEAD");
  merge("merge", "side", "Merge branch 'side'");
  merge("mergedPull", "pull", "Merge pull request #7 from me/pull\n\nA title");
  merge("evil", "evil", "Merge branch 'evil'", "smuggled.txt");
  merge("mergedKept", "kept", "Merge branch 'kept'");
  merge("mergedQuiet", "quiet", "Merge branch 'quiet'");
  return { repository, ids };
}
