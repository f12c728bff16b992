import { join } from "node:path";
import { inside, isProgram, type Scene, textOf } from "./scene.ts";
import type { Action, Step } from "./step.ts";

/** The program that a hook starts, where golden-thread stands. */
export interface Program {
  /** Text of golden-thread's own `hooks/commit-msg`. */
  readonly script: string;
  /** Absolute folder that holds `hooks/` and `dist/`. */
  readonly home: string;
}

const NAME = "commit-msg";

/** Beside a hook that was there before: our own, and the one that was moved. */
const OURS = `${NAME}.golden-thread`;
const BEFORE = `${NAME}.before-golden-thread`;

/** How every script of ours begins; whatever begins otherwise is somebody else's. */
const MARK = "#!/bin/sh\n# golden-thread: ";

/** git ignores a hook that is not executable, and so does this. */
const CHAIN = `${MARK}runs the hook that stood here before, then the gate.
before="\${0%/*}/${BEFORE}"
[ ! -x "$before" ] || "$before" "$@" || exit
exec "\${0%/*}/${OURS}" "$@"
`;

/** How the commit-msg hook comes to run: beside what exists, never instead of it. */
export function hookSteps(scene: Scene, program: Program): readonly Step[] {
  const husky = huskyFolder(scene);
  if (husky !== null) return [huskyStep(scene, husky, program), ...wakeStep(scene)];
  const { hooksPath, hooks } = scene;
  if (hooksPath === null || inside(scene.repo.commonDir, hooks) !== null) return [nativeStep(hooks, program)];
  // A folder that the team or the whole machine shares is not ours to write into.
  return [{ code: "hook-by-hand", path: hooks, actions: [], line: callLine(scene, program) }];
}

/** husky 9 points git at `.husky/_`, husky 8 at `.husky`; the scripts that people edit lie in `.husky` for both. */
function huskyFolder({ root, hooks }: Scene): string | null {
  const way = inside(root, hooks);
  return way === ".husky" || way === ".husky/_" ? join(root, ".husky") : null;
}

function huskyStep(scene: Scene, folder: string, program: Program): Step {
  const path = join(folder, NAME);
  const before = textOf(path);
  if (before !== null && /golden-thread|hooks\/commit-msg/u.test(before))
    return { code: "hook-kept", path, actions: [] };
  const line = callLine(scene, program);
  const gap = before === null || before === "" || before.endsWith("\n") ? "" : "\n";
  const text = `${before ?? ""}${gap}${line}\n`;
  const kind = before === null ? "write" : "replace";
  return {
    code: before === null ? "hook-written" : "hook-updated",
    path,
    actions: [{ kind, path, text, executable: true }],
  };
}

/** What husky 9 puts between git and the scripts is not committed: a new clone or work tree lacks it, and git runs nothing. */
function wakeStep({ root, hooks }: Scene): readonly Step[] {
  const path = join(hooks, NAME);
  if (inside(root, hooks) !== ".husky/_" || isProgram(path)) return [];
  return [{ code: "hook-asleep", path, actions: [], line: "npx husky" }];
}

/** One line that finds golden-thread on every machine: in the repository or its packages, else as an installed program. */
function callLine({ root }: Scene, { home }: Program): string {
  const way = inside(root, join(home, "hooks", NAME));
  return way === null ? `golden-thread-hook ${NAME} "$1"` : `./${way} "$1"`;
}

function nativeStep(folder: string, program: Program): Step {
  const path = join(folder, NAME);
  const text = scriptFor(program);
  const found = textOf(path);
  if (found === null) return { code: "hook-written", path, actions: [write("write", path, text)] };
  if (found === CHAIN) return chainedStep(path, join(folder, OURS), text);
  if (found === text) return { code: "hook-kept", path, actions: [] };
  if (found.startsWith(MARK)) return { code: "hook-updated", path, actions: [write("replace", path, text)] };
  const before = join(folder, BEFORE);
  if (textOf(before) !== null)
    return { code: "hook-by-hand", path, actions: [], line: `'${join(folder, OURS)}' "$@"` };
  const actions = [
    { kind: "move", from: path, to: before } as const,
    write("replace", join(folder, OURS), text),
  ];
  return { code: "hook-chained", path, actions: [...actions, write("write", path, CHAIN)] };
}

function chainedStep(path: string, ours: string, text: string): Step {
  const found = textOf(ours);
  if (found === text) return { code: "hook-kept", path, actions: [] };
  return { code: "hook-updated", path, actions: [write("replace", ours, text)] };
}

function write(kind: "write" | "replace", path: string, text: string): Action {
  return { kind, path, text, executable: true };
}

/** Our script, told where its program is: a copy can't find it by its own place. */
function scriptFor({ script, home }: Program): string {
  const entry = join(home, "dist", "hook.cjs").replaceAll("'", "'\\''");
  return script.replace(/^entry=.*$/mu, () => `entry='${entry}'`);
}
