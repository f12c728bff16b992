import { join } from "node:path";
import { CLIENT_HOOKS, type ClientHook } from "../core/hook-names.ts";
import { hookCommand } from "./program.ts";
import { editable, inside, isProgram, type Scene, textOf } from "./scene.ts";
import type { Action, Step } from "./step.ts";

/** One line in each script of `.husky`, and husky's own stubs where a work tree lacks them. */
export function huskyHooks(scene: Scene, home: string): readonly Step[] {
  const steps = CLIENT_HOOKS.map((name) => huskyHook(scene, home, name));
  return [...steps, ...wakeSteps(scene)];
}

function huskyHook(scene: Scene, home: string, name: ClientHook): Step {
  const path = join(scene.root, ".husky", name);
  const command = hookCommand(scene, home, name);
  const line = `${command} "$@"`;
  const before = editable(path);
  if (before === null) return { code: "hook-by-hand", path, actions: [], line };
  if (callsGate(before, name)) return keptStep(scene, path);
  const part = `husky:${name}` as const;
  if (textOf(path) === null) {
    const action = { kind: "write", path, text: `${line}\n`, executable: true, part } as const;
    return { code: "hook-written", path, actions: [action] };
  }
  const text = name === "pre-push" ? withBoth(before, command) : withLine(before, line);
  return { code: "hook-updated", path, actions: [{ kind: "edit", path, text, part }] };
}

/** Whether a script calls the gate's hook, by whatever way. */
export function callsGate(text: string, name: ClientHook): boolean {
  return text
    .split("\n")
    .some(
      (line) =>
        !line.startsWith("#") && line.includes(name) && /golden-thread|(?:^|[\s'"/])hooks\//u.test(line),
    );
}

/** Under husky 8 git runs the script itself, and only an executable one. */
function keptStep(scene: Scene, path: string): Step {
  const isDirect = inside(scene.root, scene.hooks) === ".husky";
  if (!isDirect || isProgram(path)) return { code: "hook-kept", path, actions: [] };
  return { code: "hook-asleep", path, actions: [], line: `chmod +x '${path.replaceAll("'", "'\\''")}'` };
}

/** What stands after a script's own end would never run. */
function withLine(before: string, line: string): string {
  if (/^\s*(?:exit|exec)\b/mu.test(before)) return atTop(before, `${line}\n`);
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  return `${before}${gap}${line}\n`;
}

/** git tells on standard input what is pushed: the gate reads it, and what follows gets it again. */
function withBoth(before: string, command: string): string {
  if (/^(?:\s*(?:#.*)?\n?)*$/u.test(before)) return withLine(before, `${command} "$@"`);
  return atTop(
    before,
    `${BEGIN}
golden_thread=$(cat)
printf '%s' "\${golden_thread:+$golden_thread
}" | ${command} "$@"
exec <<PUSHED
$golden_thread
PUSHED
[ -n "$golden_thread" ] || exec </dev/null
${END}
`,
  );
}

const BEGIN = "# golden-thread:begin";
const END = "# golden-thread:end";

/** Below the first line that names the shell and husky 8's own, which starts the script anew. */
function atTop(before: string, block: string): string {
  const head = /^(?:(?:#[^\n]*|[^\n]*husky\.sh[^\n]*|)\n)*/u.exec(before)?.[0] ?? "";
  return `${head}${block}${before.slice(head.length)}`;
}

/** A script without our part; null where it is not found as it was written. */
export function withoutHusky(text: string, name: ClientHook): string | null {
  const start = text.indexOf(`${BEGIN}\n`);
  const end = text.indexOf(`${END}\n`, start);
  if (start !== -1 && end !== -1) return text.slice(0, start) + text.slice(end + END.length + 1);
  const lines = text.split("\n");
  const index = lines.findIndex((line) => callsGate(line, name) && / "\$@"$/u.test(line));
  return index === -1 ? null : lines.filter((_, at) => at !== index).join("\n");
}

/** What husky 9 puts between git and the scripts is not committed: a new clone or work tree lacks it, and git runs nothing. */
function wakeSteps(scene: Scene): readonly Step[] {
  const { root, hooksPath, others } = scene;
  const isHere = hooksPath !== null && inside(root, scene.hooks) === ".husky/_";
  if (!isHere) return hooksPath === null ? [asleep(root)] : [];
  const trees = [root, ...(hooksPath === ".husky/_" ? others : [])];
  const source = trees.find((tree) => !isBare(tree)) ?? null;
  return trees.filter(isBare).map((tree) => (source === null ? asleep(tree) : woken(source, tree)));
}

/** Whether a work tree lacks a stub that git would run. */
function isBare(tree: string): boolean {
  return CLIENT_HOOKS.some((name) => !isProgram(join(tree, ".husky", "_", name)));
}

function asleep(tree: string): Step {
  return { code: "hook-asleep", path: join(tree, ".husky", "_"), actions: [], line: "npx husky" };
}

/** Another work tree has husky's files: the same ones work here. */
function woken(source: string, tree: string): Step {
  const path = join(tree, ".husky", "_");
  const actions = STUBS.flatMap((name): readonly Action[] => {
    const text = textOf(join(source, ".husky", "_", name));
    if (text === null || textOf(join(path, name)) !== null) return [];
    return [
      { kind: "write", path: join(path, name), text, executable: name !== ".gitignore" && name !== "h" },
    ];
  });
  // A stub that is there and can't be run is husky's to mend.
  return actions.length === 0 ? asleep(tree) : { code: "hook-woken", path, actions };
}

const STUBS = [".gitignore", "h", ...CLIENT_HOOKS];
