import { Fault } from "../core/fault.ts";
import { exitCode } from "../core/verdict.ts";
import { json, terminal } from "../reports/escape.ts";
import { pad, width } from "../reports/layout.ts";
import { painter } from "../reports/paint.ts";
import type { UndoCode, UndoStep } from "../setup/uninstall.ts";
import type { WordsCommand } from "./command.ts";
import { diffText } from "./diff-text.ts";
import { envelope } from "./envelope.ts";
import { nameOf } from "./init-text.ts";
import type { Io } from "./io.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "uninstall",
  summary: "take back what init did",
  forms: ["--yes", "--dry-run"],
  details:
    "Restores every file byte for byte as it was before init: hooks that were there get their place back, and what was added " +
    "to another tool's file is taken out. A file that was changed since loses only our part; a policy or a task that was " +
    "changed stays. Nothing of yours is removed.",
  options: [
    { name: "yes", does: "do it" },
    { name: "dry-run", does: "show every change as a diff, and write nothing" },
    { name: "json", does: "answer as JSON" },
  ],
  examples: [
    {
      run: "golden-thread init --yes && golden-thread uninstall --yes",
      does: "leaves everything as it was",
      exit: 0,
    },
    { run: "golden-thread uninstall --dry-run", does: "shows what it would do", exit: 0 },
    { run: "golden-thread uninstall", does: "does nothing: it wants --yes or --dry-run", exit: 2 },
  ],
};

const PROSE: Readonly<Record<UndoCode, { readonly will: string; readonly did: string }>> = {
  removed: { will: "would be removed", did: "removed" },
  restored: { will: "would be as it was before", did: "as it was before" },
  "moved-back": { will: "would get its place back", did: "got its place back" },
  "part-removed": {
    will: "was changed since; only our part would be taken out",
    did: "was changed since; only our part was taken out",
  },
  left: { will: "was changed since, and would stay", did: "was changed since, and stays" },
  gone: { will: "is gone already", did: "is gone already" },
};

interface Plan {
  readonly root: string;
  readonly commonDir: string;
  readonly steps: readonly UndoStep[];
}

async function run(words: Words, io: Io): Promise<number> {
  if (words.positionals.length > 0)
    throw usage(manual, "uninstall takes no arguments.", { found: words.positionals.join(" ") });
  const { applyUninstall, planUninstall } = await import("../setup/uninstall.ts");
  const plan = await planUninstall({ cwd: io.cwd, env: io.env });
  const dry = words.has("dry-run");
  if (!dry && !words.has("yes")) throw untold(plan);
  const diff = dry ? await diffOf(plan, io) : null;
  if (!dry) applyUninstall(plan.commonDir, plan.steps);
  io.stdout.write(words.has("json") ? asJson(plan, diff) : asText(plan, diff, io));
  return exitCode("pass");
}

async function diffOf({ root, commonDir, steps }: Plan, { env }: Io): Promise<string> {
  const [{ preview }, { changesBack }] = await Promise.all([
    import("../setup/preview.ts"),
    import("../setup/changes.ts"),
  ]);
  return preview(changesBack(commonDir, steps), { root, commonDir, env });
}

function untold({ steps }: Plan): Fault {
  return new Fault("usage", "uninstall changes files, so it wants to be told.", {
    found: `neither --yes nor --dry-run; ${steps.length === 0 ? "nothing is left to do here" : `${steps.length} to undo here`}`,
    wanted: "--yes, or --dry-run to see what it would do",
    fix: "golden-thread uninstall --yes",
  });
}

function asJson({ root, steps }: Plan, diff: string | null): string {
  const list = steps.map(({ code, path }) => ({ code, path: nameOf(root, path) }));
  const shown = diff === null ? {} : { diff };
  return `${json({ ...envelope("uninstall"), dryRun: diff !== null, root, steps: list, ...shown })}\n`;
}

function asText({ root, steps }: Plan, diff: string | null, io: Io): string {
  const paint = painter(io.stdout.color);
  const names = steps.map((step) => terminal(nameOf(root, step.path)));
  const column = Math.max(0, ...names.map(width));
  const lines = steps.map(({ code }, index) => {
    const { will, did } = PROSE[code];
    const mark = code === "left" ? paint.yellow("!") : paint.green("-");
    return `  ${mark} ${pad(names[index] ?? "", column)}  ${paint.dim(diff === null ? did : will)}`;
  });
  const nothing = steps.length === 0 ? ["  Nothing here was written by init."] : [];
  const shown = diff === null || diff === "" ? [] : ["", diffText(diff, paint)];
  const dry = diff === null ? [] : ["", "Nothing was changed. Do it with: golden-thread uninstall --yes"];
  return [paint.bold(`golden-thread in ${terminal(root)}`), ...lines, ...nothing, ...shown, ...dry, ""].join(
    "\n",
  );
}

/** `uninstall`: leaves a repository as it was before `init`. */
export const command = { manual, run } satisfies WordsCommand;
