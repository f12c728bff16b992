import { COMMIT_CODES } from "../core/codes.ts";
import type { Evidence, TaskEdit, TaskProblem } from "../core/evidence.ts";
import type { About, Finding } from "../core/finding.ts";
import { judgeCommits } from "../core/judge-commits.ts";
import { type CodeMeta, defineRule } from "../core/rule.ts";

const problems = {
  "file-too-large": { outcome: "fail", message: "Too large for a task file; it was not read: {detail}" },
  "file-refused": { outcome: "fail", message: "A symbolic link, or no regular file; it was not read." },
  "file-unreadable": { outcome: "fail", message: "The file can't be read: {detail}" },
  "not-utf8": { outcome: "fail", message: "The file is not UTF-8." },
  "control-character": { outcome: "fail", message: "The file holds a control character that no text needs." },
  "fence-missing": { outcome: "fail", message: "The first line must be exactly three dashes." },
  "fence-invalid": {
    outcome: "fail",
    message: "The lines of dashes around the frontmatter are broken: {detail}",
  },
  "frontmatter-too-long": { outcome: "fail", message: "The frontmatter is too long: {detail}" },
  "yaml-error": { outcome: "fail", message: "The frontmatter is not plain YAML: {detail}" },
  "id-missing": { outcome: "fail", message: "Neither the frontmatter nor the file's name gives an id." },
  "id-invalid": { outcome: "fail", message: "This is no task id: {detail}" },
  "id-mismatch": {
    outcome: "fail",
    message: "The file's name and its frontmatter give different ids: {detail}",
  },
  "id-duplicate": { outcome: "fail", message: "Another task file has the same id: {detail}" },
  "title-missing": { outcome: "fail", message: "The task has no title." },
  "status-missing": { outcome: "fail", message: "The task has no status." },
  "status-unknown": { outcome: "fail", message: "The backlog does not know this status: {detail}" },
  "folder-status-mismatch": {
    outcome: "fail",
    message: "The status and the folder contradict one another: {detail}",
  },
  "date-invalid": { outcome: "fail", message: "This is no date: {detail}" },
  "date-order": { outcome: "fail", message: "Updated before it was created: {detail}" },
  "markers-unbalanced": { outcome: "fail", message: "A section marker lacks its partner: {detail}" },
  "path-invalid": { outcome: "fail", message: "An affected path leaves the repository: {detail}" },
  "link-invalid": {
    outcome: "fail",
    message: "Its upstream's url is a Markdown link, which is no YAML: {detail}",
    fix: "Write the address alone, in the task file's front matter: url: https://…",
  },
  "dependency-missing": { outcome: "fail", message: "It depends on a task that does not exist: {detail}" },
  "dependency-cycle": { outcome: "fail", message: "Tasks wait for one another: {detail}" },
  "config-invalid": { outcome: "fail", message: "The backlog's configuration can't be read: {detail}" },
  malformed: { outcome: "fail", message: "Something is wrong ({problem}): {detail}" },
} as const satisfies Readonly<Record<string, CodeMeta>>;

const codes = {
  ...COMMIT_CODES,
  ...problems,
  wellformed: { outcome: "pass", message: "{path} reads well." },
  "no-task-edits": { outcome: "skip", message: "No task file is changed." },
} as const;
type Code = keyof typeof codes;

export const taskWellformed = defineRule<Record<string, never>, Code>({
  meta: {
    id: "task-wellformed",
    title: "Task files can be read",
    why: "A task file that a program can't read authorises nothing, and two files with one id authorise whatever suits. Both are best found while the change is still open.",
    who: "whoever edits the task file",
    fix: "Mend the task file at the line that is named.",
    codes,
    on: ["commits", "pull-request"],
    default: true,
    needs: ["paths"],
    staged: true,
    fast: false,
    examples: [
      { text: "A task with id, title, status and balanced markers", code: "wellformed" },
      { text: "---js as the first line", code: "fence-invalid" },
      { text: "A second file with the id TASK-7", code: "id-duplicate" },
    ],
    controls: [
      { framework: "NIST SSDF 1.1", id: "PW.1.2" },
      { framework: "IEC 62304", id: "8.2.4" },
    ],
  },
  options: (z) => z.strictObject({}),
  check: (evidence) => {
    const doubles = duplicates(evidence.tasks);
    const found = (edits: readonly TaskEdit[]): readonly Finding<Code>[] =>
      edits.filter(({ status }) => status !== "deleted").flatMap((edit) => readable(edit, doubles));
    return [
      ...found(evidence.tasks.filter(({ commit }) => commit === null)),
      ...judgeCommits<Code>(evidence, {
        places: [],
        needsPaths: true,
        judge: ({ about, index }) => {
          const answers = found(evidence.tasks.filter(({ commit }) => commit === index));
          return answers.length > 0 ? answers : [{ outcome: "skip", code: "no-task-edits", about, args: {} }];
        },
      }),
    ];
  },
});

function readable(edit: TaskEdit, doubles: ReadonlyMap<TaskEdit, string>): readonly Finding<Code>[] {
  const { path, commit } = edit;
  const about: About = { kind: "path", path, ...(commit === null ? {} : { commit }) };
  const double = doubles.get(edit);
  const found = [
    ...edit.problems,
    ...(double === undefined ? [] : [{ code: "id-duplicate", line: 1, detail: double }]),
  ];
  if (found.length === 0) return [{ outcome: "pass", code: "wellformed", about, args: { path } }];
  return found.map((problem) => failed(problem, about, path));
}

function failed({ code, line, detail }: TaskProblem, about: About, path: string): Finding<Code> {
  const known = isProblem(code);
  const args = { path, line, detail, ...(known ? {} : { problem: code }) };
  return { outcome: "fail", code: known ? code : "malformed", about: { ...about, line }, args };
}

function isProblem(code: string): code is keyof typeof problems {
  return Object.hasOwn(problems, code);
}

/** Edits whose task another file of the same change has too, with that file's path. A file that moved is no double. */
function duplicates(edits: Evidence["tasks"]): ReadonlyMap<TaskEdit, string> {
  const gone = new Set(edits.filter(({ status }) => status === "deleted").map(({ path }) => path));
  const paths = new Map<string, Set<string>>();
  for (const { path, after } of edits) {
    if (after === null || gone.has(path)) continue;
    paths.set(after.id, (paths.get(after.id) ?? new Set()).add(path));
  }
  const doubles = new Map<TaskEdit, string>();
  for (const edit of edits) {
    const all = paths.get(edit.after?.id ?? "") ?? new Set();
    const other = [...all].find((path) => path !== edit.path);
    if (other !== undefined && all.has(edit.path)) doubles.set(edit, other);
  }
  return doubles;
}
