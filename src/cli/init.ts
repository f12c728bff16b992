import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import type { RemoteStatus } from "../remotes.ts";
import { json } from "../reports/escape.ts";
import type { HookManager } from "../setup/hook-steps.ts";
import type { InitPlan } from "../setup/init.ts";
import type { RemoteEntries } from "../setup/remote-entries.ts";
import type { WordsCommand } from "./command.ts";
import { envelope } from "./envelope.ts";
import type { Answers } from "./init-ask.ts";
import { initText, nameOf } from "./init-text.ts";
import type { Io } from "./io.ts";
import { remotesText } from "./remote-text.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "init",
  summary: "write a policy and install the hooks",
  forms: [
    "[--remote ENTRY...] [--hooks NAME] [--workflow] [--backlog]",
    "--yes [--remote ENTRY...] [--hooks NAME] [--workflow] [--backlog]",
    "--dry-run [--remote ENTRY...] [--hooks NAME] [--workflow] [--backlog]",
  ],
  details:
    "Detects task folders, where origin lies and who runs the hooks: husky, lefthook, pre-commit, or git alone. Nothing that " +
    "exists is overwritten: a policy stays as it is, a hook that is there runs before ours, and what only a person can decide " +
    "is printed. At a terminal it asks which trackers hold the tickets; --remote says it beforehand, and each is asked whose " +
    "token it is before it is written. Running it again changes nothing; golden-thread uninstall takes everything back.",
  options: [
    { name: "yes", does: "do it" },
    { name: "dry-run", does: "show every change as a diff, and write nothing" },
    { name: "remote", value: "ENTRY", does: "a tracker, as the policy writes it; may be repeated" },
    { name: "hooks", value: "NAME", does: "auto, husky, lefthook, pre-commit or native" },
    { name: "workflow", does: "also write the workflow that judges pull requests" },
    { name: "backlog", does: "also make a small backlog with one open task, where there is none" },
    { name: "json", does: "answer as JSON" },
  ],
  examples: [
    { run: "golden-thread init --dry-run", does: "shows what would be written", exit: 0 },
    { run: "golden-thread init --yes", does: "sets this repository up", exit: 0 },
    { run: "golden-thread init --yes --hooks lefthook --workflow", does: "by lefthook, and in CI", exit: 0 },
    {
      run: "golden-thread init --dry-run --remote 'jira: { site: company.atlassian.net, projects: [PROJ] }'",
      does: "shows a policy with a tracker",
      exit: 0,
    },
    { run: "golden-thread init", does: "does nothing: it wants --yes or --dry-run", exit: 2 },
  ],
};

async function run(words: Words, io: Io, world: World): Promise<number> {
  if (words.positionals.length > 0)
    throw usage(manual, "init takes no arguments.", { found: words.positionals.join(" ") });
  const [{ planInit }, { MANAGERS }] = await Promise.all([
    import("../setup/init.ts"),
    import("../setup/hook-steps.ts"),
  ]);
  const dry = words.has("dry-run");
  const told = dry || words.has("yes");
  const answers = await remotesOf(words, told, world);
  const entries = answers?.entries ?? {};
  const plan = await planInit({
    cwd: io.cwd,
    env: io.env,
    home: world.home,
    backlog: words.has("backlog"),
    workflow: words.has("workflow"),
    remotes: entries,
    hooks: managerNamed(words.one("hooks"), MANAGERS),
    now: io.now(),
  });
  // What is missing here would only be told at the second try.
  if (!told && (!world.interactive || answers === null)) throw untold(plan);
  const diff = dry ? await diffOf(plan, io) : null;
  const proved = dry ? [] : (answers?.proved ?? (await prove(entries, world)));
  if (!dry) (await import("../setup/apply.ts")).apply(plan.commonDir, plan.steps);
  io.stdout.write(words.has("json") ? asJson(plan, diff, proved) : initText(plan, diff, io.stdout));
  if (proved.length > 0 && !words.has("json")) io.stdout.write(`\n${remotesText(proved, io.stdout)}`);
  return exitCode("pass");
}

/** Trackers from the command line, or from whoever sits at the terminal; null: nobody wants to go on. */
async function remotesOf(words: Words, told: boolean, world: World): Promise<Answers | null> {
  const { readRemotes } = await import("../setup/remote-entries.ts");
  const named = await readRemotes(words.all("remote"));
  if (told || !world.interactive) return { entries: named, proved: null };
  return (await import("./init-ask.ts")).askRemotes(named, world, prove);
}

/** Whose token it is, and whether it works, while there is somebody who can mend it. */
async function prove(entries: RemoteEntries, world: World): Promise<readonly RemoteStatus[]> {
  if (Object.keys(entries).length === 0) return [];
  const [{ proveRemotes }, { remoteLaws }] = await Promise.all([
    import("../remotes.ts"),
    import("../setup/remote-entries.ts"),
  ]);
  return proveRemotes(world, remoteLaws(entries));
}

function managerNamed(asked: string | null, managers: readonly HookManager[]): HookManager | null {
  if (asked === null || asked === "auto") return null;
  const found = managers.find((name) => name === asked);
  if (found !== undefined) return found;
  throw usage(manual, `Nobody called "${asked}" runs hooks.`, {
    found: asked,
    wanted: ["auto", ...managers].join(", "),
  });
}

async function diffOf({ root, commonDir, steps }: InitPlan, { env }: Io): Promise<string> {
  const [{ preview }, { changesOf }] = await Promise.all([
    import("../setup/preview.ts"),
    import("../setup/changes.ts"),
  ]);
  return preview(changesOf(steps), { root, commonDir, env });
}

function untold({ steps }: InitPlan): Fault {
  const open = steps.filter(({ actions }) => actions.length > 0).length;
  return new Fault("usage", "init writes files, so it wants to be told.", {
    found: `neither --yes nor --dry-run; ${open === 0 ? "nothing is left to do here" : `${open} to write here`}`,
    wanted: "--yes, or --dry-run to see what it would do",
    fix: "golden-thread init --yes",
  });
}

function asJson({ root, steps }: InitPlan, diff: string | null, remotes: readonly RemoteStatus[]): string {
  const list = steps.map(({ code, path, line }) => ({ code, path: nameOf(root, path), line }));
  const shown = diff === null ? {} : { diff };
  return `${json({ ...envelope("init"), dryRun: diff !== null, root, steps: list, remotes, ...shown })}\n`;
}

/** `init`: makes a repository ready, and says what it did. */
export const command = { manual, run } satisfies WordsCommand;
