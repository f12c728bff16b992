import { join } from "node:path";
import { isMap } from "yaml";
import { CLIENT_HOOKS, type ClientHook } from "../core/hook-names.ts";
import { hookCommand } from "./program.ts";
import { editable, isProgram, type Scene, textOf } from "./scene.ts";
import type { Step } from "./step.ts";
import { insertLines, listAt, marked, readYaml, withItem } from "./yaml-text.ts";

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
  const line = jobs.map(([hook, job]) => `${hook}:\n  jobs:\n${indented(job)}`).join("");
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
  let text: string | null = before;
  for (const [hook, job] of jobs) {
    const document = readYaml(text);
    if (document === null) return null;
    if (!document.has(hook)) {
      text = insertLines(text, text.length, marked(`${hook}:\n  jobs:\n${indented(job)}`));
      continue;
    }
    const list = listAt(document, [hook, "jobs"]);
    if (list?.items.some(isOurs)) continue;
    text = withItem(text, [hook, "jobs"], job);
    if (text === null) return null;
  }
  return text;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gmu, "    ");
}

function isOurs(node: unknown): boolean {
  return isMap(node) && node.get("name") === NAME;
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
  const lines = [`- name: ${NAME}`, "  run: >-", `    ${run}`];
  return `${[...lines, ...(hook === "pre-push" ? ["  use_stdin: true"] : [])].join("\n")}\n`;
}
