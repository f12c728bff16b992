import { join } from "node:path";
import { isMap } from "yaml";
import { CLIENT_HOOKS, type ClientHook } from "../core/hook-names.ts";
import { hookCommand } from "./program.ts";
import { editable, isProgram, type Scene, textOf } from "./scene.ts";
import type { Step } from "./step.ts";
import { listAt, readYaml, writeYaml } from "./yaml-text.ts";

/** The files that lefthook reads and we can edit; it takes the first. */
const FILES = ["lefthook.yml", ".lefthook.yml", "lefthook.yaml", ".lefthook.yaml", ".config/lefthook.yml"];

/** Its other languages, which we leave to people. */
const OTHERS = ["lefthook.toml", ".lefthook.toml", "lefthook.json", ".lefthook.json", "lefthook.jsonc"];

const NAME = "golden-thread";

/** The configuration of lefthook in a work tree, root-relative, or null. */
export function lefthookFile(root: string): string | null {
  return [...FILES, ...OTHERS].find((name) => textOf(join(root, name)) !== null) ?? null;
}

/** One job for each hook in lefthook's configuration. */
export function lefthookHooks(scene: Scene, home: string): readonly Step[] {
  const name = lefthookFile(scene.root) ?? "lefthook.yml";
  const path = join(scene.root, name);
  const jobs = CLIENT_HOOKS.map((hook) => [hook, jobText(scene, home, hook)] as const);
  const before = FILES.includes(name) ? editable(path) : null;
  const text = before === null ? null : withJobs(before, jobs);
  const line = jobs.map(([, job]) => job).join("");
  const step: Step =
    text === null
      ? { code: "manager-by-hand", path, actions: [], line }
      : text === before
        ? { code: "manager-kept", path, actions: [] }
        : {
            code: "manager-edited",
            path,
            actions: [
              textOf(path) === null
                ? { kind: "write", path, text, executable: false, part: "lefthook" }
                : { kind: "edit", path, text, part: "lefthook" },
            ],
          };
  return [step, ...installStep(scene)];
}

/** What lefthook puts into the hooks folder is made by itself; without it git runs nothing. */
function installStep({ hooks }: Scene): readonly Step[] {
  const isThere = CLIENT_HOOKS.every((name) => {
    const path = join(hooks, name);
    return isProgram(path) && /lefthook/u.test(textOf(path) ?? "");
  });
  return isThere ? [] : [{ code: "manager-install", path: hooks, actions: [], line: "lefthook install" }];
}

function withJobs(before: string, jobs: readonly (readonly [ClientHook, string])[]): string | null {
  const document = readYaml(before);
  if (document === null) return null;
  const absent = jobs.filter(([hook]) => !document.has(hook));
  let changed = false;
  for (const [hook, text] of jobs) {
    if (!document.has(hook)) continue;
    const list = listAt(document, [hook, "jobs"]);
    if (list === null) return null;
    if (list.items.some(isOurs)) continue;
    const job = readYaml(text)?.getIn([hook, "jobs", 0], true);
    list.add(job);
    changed = true;
  }
  const text = changed ? writeYaml(document, before) : before;
  return absent.length === 0 ? text : appended(text, absent.map(([, job]) => job).join(""));
}

const BEGIN =
  "# golden-thread:begin: the gate of every commit and push; golden-thread uninstall takes it out";
const END = "# golden-thread:end";

function appended(text: string, block: string): string {
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  const marked = `${text === "" ? "" : "\n"}${BEGIN}\n${block}${END}\n`;
  return `${text}${gap}${text.includes("\r\n") ? marked.replaceAll("\n", "\r\n") : marked}`;
}

function isOurs(node: unknown): boolean {
  return isMap(node) && node.get("name") === NAME;
}

/** A configuration without our jobs; null where it can't be read. */
export function withoutLefthook(text: string): string | null {
  const cut = text.replace(
    /(?:^\r?\n)?^# golden-thread:begin[^\n]*\n[\s\S]*?^# golden-thread:end[^\n]*\n?/mu,
    "",
  );
  const document = readYaml(cut);
  if (document === null) return null;
  let changed = false;
  for (const hook of CLIENT_HOOKS) {
    const list = document.has(hook) ? listAt(document, [hook, "jobs"]) : null;
    const index = list?.items.findIndex(isOurs) ?? -1;
    if (list === null || index === -1) continue;
    list.items.splice(index, 1);
    if (list.items.length === 0) document.deleteIn([hook, "jobs"]);
    changed = true;
  }
  return changed ? writeYaml(document, cut) : cut;
}

/** lefthook puts `{1}` into the line as it is, spaces and all, and leaves `{2}` standing where git gave no second argument. */
function jobText(scene: Scene, home: string, hook: ClientHook): string {
  const command = hookCommand(scene, home, hook);
  const run = {
    "commit-msg": `${command} '{1}'`,
    "prepare-commit-msg": `source='{2}'; ${command} '{1}' "\${source##[{]*}"`,
    "pre-commit": command,
    "pre-push": `${command} '{1}' '{2}'`,
  }[hook];
  const lines = [`${hook}:`, "  jobs:", `    - name: ${NAME}`, "      run: >-", `        ${run}`];
  return `${[...lines, ...(hook === "pre-push" ? ["      use_stdin: true"] : [])].join("\n")}\n`;
}
