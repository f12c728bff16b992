import type { Audit } from "../core/audit.ts";
import type { TraceAnswer } from "../core/traced.ts";
import { commitsOfPath, pathsOfCommit } from "../git/path-commits.ts";
import { commitCalled, type Repository } from "../git/repository.ts";
import { answerOf, type ToldByGit } from "./answer.ts";
import { type Question, questionOf } from "./question.ts";

/** The thread of what a text means, or why there is none: nothing is called so, or several commits begin so. */
export type Followed =
  | { readonly status: "followed"; readonly answer: TraceAnswer }
  | { readonly status: "nothing" }
  | { readonly status: "ambiguous"; readonly commits: readonly string[] };

/** Follows something of an audit by its own name, else a commit by one that git knows. git is asked only what the columns do not hold. */
export async function follow(repo: Repository, audit: Audit, text: string): Promise<Followed> {
  const own = questionOf(text, audit) ?? (await revisionOf(repo, audit, text));
  if (own === null) return { status: "nothing" };
  if (own.asked.kind === "commit" && own.commits.length > 1) {
    return {
      status: "ambiguous",
      commits: own.commits.map((index) => audit.report.commits?.id(index) ?? ""),
    };
  }
  const question = { ...own, asked: { ...own.asked, text } };
  return { status: "followed", answer: answerOf(audit, question, await toldByGit(repo, audit, question)) };
}

async function revisionOf(repo: Repository, audit: Audit, text: string): Promise<Question | null> {
  const commit = await commitCalled(repo, text);
  return commit === null ? null : questionOf(commit, audit);
}

async function toldByGit(
  repo: Repository,
  { scope, files, report }: Audit,
  question: Question,
): Promise<ToldByGit> {
  const [file] = question.files;
  const [commit] = question.commits;
  if (file !== undefined && scope.tip !== null && files !== null) {
    const commits = await commitsOfPath(repo, scope.tip, files.path(file), question.line);
    return { commits, paths: [] };
  }
  if (commit === undefined) return { commits: [], paths: [] };
  return { commits: [], paths: await pathsOfCommit(repo, report.commits?.id(commit) ?? "") };
}
