import { coverageOf } from "../core/affected.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Evidence } from "../core/evidence.ts";
import type { About, Finding } from "../core/finding.ts";
import { judgeCommits, subjectsOf } from "../core/judge-commits.ts";
import { defineRule } from "../core/rule.ts";

interface Options {
  readonly max_files: number;
  readonly max_commits: number | null;
  readonly ignore: readonly string[];
}

/** A reader keeps about this many files in mind at once; larger changes are waved through. */
const DEFAULT_MAX_FILES = 30;

const codes = {
  ...COMMIT_CODES,
  small: { outcome: "pass", message: "{files} files changed; at most {max} are wanted." },
  "too-many-files": { outcome: "fail", message: "{files} files changed; at most {max} are wanted." },
  "too-many-commits": { outcome: "fail", message: "{commits} commits; at most {max} are wanted." },
} as const;
type Code = keyof typeof codes;

export const changeSize = defineRule<Options, Code>({
  meta: {
    id: "change-size",
    title: "A change is small enough to be read",
    why: "Nobody reviews a hundred files. A small change can be understood, undone, and led back to one decision.",
    who: "the commit's author",
    fix: "Split the change, each part under the ticket that it belongs to.",
    codes,
    on: ["commits", "pull-request"],
    default: false,
    needs: ["paths"],
    staged: true,
    whole: true,
    fast: false,
    examples: [
      { text: "3 files (max_files: 30)", code: "small" },
      { text: "31 files (max_files: 30)", code: "too-many-files" },
      { text: "A pull request of 12 commits (max_commits: 10)", code: "too-many-commits" },
    ],
    controls: [{ framework: "NIST SSDF 1.1", id: "PW.7.2" }],
  },
  options: (z) =>
    z.strictObject({
      max_files: z
        .int()
        .min(1)
        .default(DEFAULT_MAX_FILES)
        .describe("Most files of one commit, or of one pull request."),
      max_commits: z
        .int()
        .min(1)
        .nullable()
        .default(null)
        .describe("Most commits of one pull request; null: any number."),
      ignore: z
        .array(z.string().regex(/^[^*?[\]{}!]+$/, "a file or a folder, not a glob"))
        .default([])
        .describe("Files and folders that don't count, such as lock files and generated code."),
    }),
  check: (evidence, options) => {
    const files = counter(evidence, options.ignore);
    if (evidence.change.kind === "pull-request") return wholeChange(evidence, options, files);
    return judgeCommits(evidence, {
      places: [],
      needsPaths: true,
      judge: ({ about, commit }) => [bySize(files(commit.paths ?? []), options, about)],
    });
  },
});

type Count = (paths: readonly { readonly path: string }[]) => number;

/** Counts distinct files that are not ignored. */
function counter({ globs }: Evidence, ignore: readonly string[]): Count {
  const ignored = coverageOf(ignore, globs);
  return (paths) => new Set(paths.map(({ path }) => path).filter((path) => !ignored(path))).size;
}

function bySize(files: number, { max_files: max }: Options, about: About): Finding<Code> {
  return files > max
    ? { outcome: "fail", code: "too-many-files", about, args: { files, max } }
    : { outcome: "pass", code: "small", about, args: { files, max } };
}

/** A pull request is read as a whole; exempt commits bring nothing to read. Commits that can't be seen might be many. */
function wholeChange(evidence: Evidence, options: Options, files: Count): readonly Finding<Code>[] {
  const about: About = { kind: "change" };
  const commits = subjectsOf(evidence, []).filter(({ facts }) => facts.exempt === null);
  const findings = [bySize(files(commits.flatMap(({ commit }) => commit.paths ?? [])), options, about)];
  const { max_commits: max } = options;
  if (max !== null && commits.length > max)
    findings.push({
      outcome: "fail",
      code: "too-many-commits",
      about,
      args: { commits: commits.length, max },
    });
  const fails = findings.filter(({ outcome }) => outcome === "fail");
  if (fails.length > 0) return fails;
  if (evidence.change.kind !== "commit-message" && !evidence.change.complete)
    return [{ outcome: "unknown", code: "incomplete", about, args: {} }];
  if (commits.some(({ commit }) => commit.paths === null))
    return [{ outcome: "unknown", code: "paths-unknown", about, args: {} }];
  return findings;
}
