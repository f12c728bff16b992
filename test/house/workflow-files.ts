import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "rolldown";
import { parse } from "yaml";
import { REPOSITORY } from "../../src/core/version.ts";
import { temporaryFolder } from "../git/repo.ts";
import { root } from "./sources.ts";

const parser = await bundledParser();

async function bundledParser(): Promise<typeof import("./workflow-parser.ts")> {
  const file = join(temporaryFolder(), "parser.mjs");
  const input = join(root, "test", "house", "workflow-parser.ts");
  await build({
    input,
    platform: "node",
    logLevel: "silent",
    output: { file, format: "esm", codeSplitting: false },
  });
  return import(pathToFileURL(file).href);
}

/** A workflow of GitHub Actions, as far as tests look into it. */
export interface Workflow {
  readonly on: Readonly<Record<string, { readonly types?: readonly string[] } | null>>;
  readonly permissions: unknown;
  readonly concurrency?: string | { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A job of a workflow. */
export interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** A workflow's file with what is in it. */
export interface WorkflowFile {
  readonly name: string;
  readonly text: string;
  readonly workflow: Workflow;
}

/** Pipelines of other systems among the examples. */
export const OTHER_SYSTEMS = [
  "Jenkinsfile",
  "azure-pipelines.yml",
  "bitbucket-pipelines.yml",
  "buildkite.yml",
  "circleci.yml",
  "gitlab-ci.yml",
] as const;

/** How workflows of others name the Action. */
export const OURS = `${new URL(REPOSITORY).pathname.slice(1)}@v1`;

/** The workflows of this repository. */
export const own = filesIn(join(".github", "workflows"));

/** The workflows that people copy. */
export const examples = filesIn("examples");

/** What a Markdown file shows of workflows: whole ones, and steps that use the Action. */
export function snippetsIn(path: string): readonly WorkflowFile[] {
  const text = readFileSync(join(root, path), "utf8");
  const blocks = [...text.matchAll(/^```ya?ml\n(.*?)^```/gmsu)].map(([, block = ""]) => block);
  return blocks.flatMap((block, index) => {
    const name = `${path}, block ${index + 1}`;
    if (/^jobs:/mu.test(block)) return [fileOf(name, block)];
    return /^- uses:/mu.test(block) ? [fileOf(name, stepsIn(block))] : [];
  });
}

/** What GitHub's own parser has against a workflow. */
export function complaints({ name, text }: Pick<WorkflowFile, "name" | "text">): readonly string[] {
  return parser
    .parseWorkflow({ name, content: text }, SILENT)
    .context.errors.getErrors()
    .map(({ message }) => message);
}

/** What it has against an action's metadata. */
export function actionComplaints(name: string, text: string): readonly string[] {
  return parser
    .parseAction({ name, content: text }, SILENT)
    .context.errors.getErrors()
    .map(({ message }) => message);
}

const SILENT = { error: () => undefined, info: () => undefined, verbose: () => undefined };

function filesIn(folder: string): readonly WorkflowFile[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".yml") && !OTHER_SYSTEMS.some((other) => other === name))
    .map((name) => fileOf(`${folder}/${name}`, readFileSync(join(root, folder, name), "utf8")));
}

/** A workflow's text, read. */
export function fileOf(name: string, text: string): WorkflowFile {
  return { name, text, workflow: parse(text) };
}

function stepsIn(block: string): string {
  const steps = block.replace(/^/gmu, "      ");
  return `on: {}\npermissions: {}\njobs:\n  job:\n    permissions: {}\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
}
