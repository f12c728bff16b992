import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { parse } from "yaml";
import { pairsIn } from "./commands.ts";
import { actionNode } from "./node.ts";
import { openStep, type Said } from "./step.ts";

/** Bytes of a step's summary; of a longer one nothing is shown. */
const LONGEST_SUMMARY = 1024 * 1024;

/** Servers that a job is told of. */
export interface JobServers {
  /** GITHUB_SERVER_URL, GITHUB_API_URL, GITHUB_GRAPHQL_URL. */
  readonly site: string;
  readonly api: string;
  readonly graphql: string;
  /** The artifact service's variables, and others that only actions get. */
  readonly runtime: Readonly<Record<string, string>>;
}

/** One step with an action. */
export interface ActionStep {
  /** The payload; undefined: the file is not there. */
  readonly event: unknown;
  readonly eventName: string;
  /** What `with:` says. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The workflow's own `env:`, and what differs from `servers` and the event: GITHUB_SHA and its kin. */
  readonly env?: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly servers: JobServers;
  /** `github.token` of the job. */
  readonly token: string;
  /** Folder of `action.yml`; left out: this repository. */
  readonly action?: string;
}

/** What a step left behind. */
export interface ActionRun extends Omit<Said, "outputs" | "state"> {
  readonly exitCode: number;
  /** As the job has it: an exit code, or something that the runner can't take, fails it. */
  readonly result: "success" | "failure";
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** What later steps get: GITHUB_ENV and GITHUB_PATH. */
  readonly exported: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  /** Masked line by line; empty where it was too long. */
  readonly summary: string;
  /** Both streams as they were written, before any mask. */
  readonly raw: string;
  /** RUNNER_TEMP, which is there until the emulator's folder is removed. */
  readonly temp: string;
  remove(): void;
}

/** Runs an action as GitHub's runner does, and reads what it left as the runner does. */
export async function runAction(step: ActionStep): Promise<ActionRun> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "golden-thread-runner-")));
  const { env, warnings, main } = prepare(step, folder);
  const { said, line, masked } = openStep(step.workspace, [step.token]);
  const { exitCode, raw } = await started(main, { cwd: step.workspace, env }, line);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const told = (name: string) => {
    try {
      return pairsIn(read(name));
    } catch (error) {
      said.errors.push(`Unable to process file command '${name}' successfully. ${String(error)}`);
      return {};
    }
  };
  const outputs = { ...said.outputs, ...told("output") };
  const state = { ...said.state, ...told("state") };
  const exported = told("env");
  if (Object.keys(exported).some((name) => name.toUpperCase() === "NODE_OPTIONS"))
    said.errors.push("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  const isLong = statSync(join(folder, "step_summary")).size > LONGEST_SUMMARY;
  if (isLong) said.errors.push("$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k");
  const failing = said.errors.filter((one) => !one.startsWith("$GITHUB_STEP_SUMMARY"));
  return {
    ...said,
    ...{ exitCode, raw, outputs, state, exported, warnings: [...warnings, ...said.warnings] },
    result: exitCode === 0 && failing.length === 0 ? "success" : "failure",
    paths: read("path").split("\n").filter(Boolean),
    summary: isLong ? "" : read("step_summary").split("\n").map(masked).join("\n"),
    temp: join(folder, "temp"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Prepared {
  readonly env: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
  readonly main: string;
}

/** What `action.yml` says of its inputs and its program. */
interface Metadata {
  readonly inputs?: Readonly<
    Record<string, { readonly default?: unknown; readonly deprecationMessage?: string }>
  >;
  readonly runs: { readonly using: string; readonly main: string };
}

function prepare(step: ActionStep, folder: string): Prepared {
  const home = resolve(step.action ?? join(import.meta.dirname, "../.."));
  const { inputs = {}, runs }: Metadata = parse(readFileSync(join(home, "action.yml"), "utf8"));
  if (runs.using !== "node24") throw new Error(`action.yml runs ${runs.using}`);
  const given = step.inputs ?? {};
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(inputs, name));
  const deprecated = Object.keys(given).flatMap((name) => inputs[name]?.deprecationMessage ?? []);
  const valid = Object.keys(inputs).map((name) => `'${name}'`);
  const warnings = [
    ...(unknown.length === 0
      ? []
      : [`Unexpected input(s) '${unknown.join("', '")}', valid inputs are [${valid.join(", ")}]`]),
    ...deprecated,
  ];
  const defaults = Object.entries(inputs).map(([name, { default: value }]) => [
    name,
    filled(value, step.token),
  ]);
  const all: Readonly<Record<string, string>> = { ...Object.fromEntries(defaults), ...given };
  const variables = Object.entries(all).map(([name, value]) => [
    `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
    value,
  ]);
  return {
    warnings,
    main: join(home, runs.main),
    env: { ...environment(step, folder), ...Object.fromEntries(variables), ...step.env },
  };
}

/** The one expression that our inputs need. */
function filled(value: unknown, token: string): string {
  const text = String(value ?? "").replaceAll(/\$\{\{ *github\.token *\}\}/g, token);
  if (text.includes("${{")) throw new Error(`an expression that the emulator does not know: ${text}`);
  return text;
}

/** The files of a step are there and empty; RUNNER_TEMP and HOME are folders of its own. */
function environment(step: ActionStep, folder: string): Readonly<Record<string, string>> {
  for (const name of ["output", "env", "path", "state", "step_summary"])
    writeFileSync(join(folder, name), "");
  for (const name of ["temp", "home", "tools"]) mkdirSync(join(folder, name));
  if (step.event !== undefined) writeFileSync(join(folder, "event.json"), JSON.stringify(step.event));
  const { site, api, graphql, runtime } = step.servers;
  return {
    PATH: process.env.PATH ?? "",
    HOME: join(folder, "home"),
    // A Node from 22 on keeps there what it compiled: a runner has none of that, but a hundred runs of one bundle take a while.
    NODE_COMPILE_CACHE: join(tmpdir(), "golden-thread-compiled"),
    LANG: "C.UTF-8",
    // Nothing on this machine's own configuration, and no way out of it.
    ...{ GIT_CONFIG_NOSYSTEM: "1", https_proxy: "http://127.0.0.1:9", no_proxy: "127.0.0.1,localhost" },
    ...{ CI: "true", GITHUB_ACTIONS: "true" },
    ...{ GITHUB_ACTION: "__golden-thread", GITHUB_ACTION_REPOSITORY: "golden-thread/golden-thread" },
    ...{ GITHUB_ACTION_REF: "v1", GITHUB_ACTOR: "octo-dev", GITHUB_ACTOR_ID: "101" },
    ...{ GITHUB_TRIGGERING_ACTOR: "octo-dev", GITHUB_BASE_REF: "", GITHUB_HEAD_REF: "" },
    ...{ GITHUB_REF_PROTECTED: "true", GITHUB_REF_TYPE: "branch", GITHUB_JOB: "gate" },
    ...{ GITHUB_REPOSITORY: "acme/shop", GITHUB_REPOSITORY_ID: "1", GITHUB_REPOSITORY_OWNER: "acme" },
    ...{ GITHUB_REPOSITORY_OWNER_ID: "9", GITHUB_RETENTION_DAYS: "90", GITHUB_RUN_ATTEMPT: "1" },
    ...{ GITHUB_RUN_ID: "4711", GITHUB_RUN_NUMBER: "17", GITHUB_WORKFLOW: "golden-thread" },
    GITHUB_WORKFLOW_REF: "acme/shop/.github/workflows/golden-thread.yml@refs/heads/main",
    GITHUB_EVENT_NAME: step.eventName,
    GITHUB_EVENT_PATH: join(folder, "event.json"),
    GITHUB_WORKSPACE: step.workspace,
    ...{ GITHUB_SERVER_URL: site, GITHUB_API_URL: api, GITHUB_GRAPHQL_URL: graphql },
    GITHUB_OUTPUT: join(folder, "output"),
    GITHUB_ENV: join(folder, "env"),
    GITHUB_PATH: join(folder, "path"),
    GITHUB_STATE: join(folder, "state"),
    GITHUB_STEP_SUMMARY: join(folder, "step_summary"),
    ...{
      RUNNER_OS: "Linux",
      RUNNER_ARCH: "X64",
      RUNNER_NAME: "emulator",
      RUNNER_ENVIRONMENT: "github-hosted",
    },
    RUNNER_TEMP: join(folder, "temp"),
    RUNNER_TOOL_CACHE: join(folder, "tools"),
    RUNNER_WORKSPACE: resolve(step.workspace, ".."),
    ...runtime,
  };
}

/** Both streams in the order in which their parts arrive; a line ends with LF, CR or both. */
async function started(
  main: string,
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
  line: (text: string) => void,
): Promise<{ readonly exitCode: number; readonly raw: string }> {
  const child = spawn(actionNode.program, [main], { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let raw = "";
  const flushes = [child.stdout, child.stderr].map((stream) => {
    let rest = "";
    stream.setEncoding("utf8").on("data", (text: string) => {
      raw += text;
      const lines = `${rest}${text}`.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? "";
      lines.forEach(line);
    });
    return () => {
      if (rest !== "") line(rest.replace(/\r$/, ""));
    };
  });
  const exitCode = await new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done(code ?? -1));
  });
  for (const flush of flushes) flush();
  return { exitCode, raw };
}
