import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import type { Credential } from "../../src/core/access.ts";
import { golden, hooked, type Ran } from "../cli/world.ts";
import { quickConfig } from "../git/repo.ts";
import { providerOf } from "../servers/connect.ts";
import { policyEntry, variablesOf } from "../servers/entry.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";

const PROJECT = resolve(import.meta.dirname, "../..");

/** A repository whose policy names a tracker on this machine, and a user who confirmed that its token may go there. */
export interface Scene {
  readonly root: string;
  readonly env: Record<string, string | undefined>;
  write(path: string, text: string): void;
  git(...args: readonly string[]): Promise<Ran>;
  /** The command line: from source, or as it is shipped. */
  golden(...args: readonly string[]): Promise<Ran>;
  /** The commit-msg hook, from source or as it is shipped, with a message of its own. */
  hook(message: string): Promise<Ran>;
  /** Lets git run the shipped commit-msg hook. */
  installHook(): Promise<void>;
  close(): void;
}

export interface Staging {
  readonly credential?: Credential | null;
  /** More lines of the policy. */
  readonly policy?: string;
  /** Left out: full. */
  readonly disclose?: "auto" | "title";
  readonly trusted?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly shipped?: boolean;
}

/** A scene in which a server is the only tracker. */
export async function stage(server: TrackerServer, staging: Staging = {}): Promise<Scene> {
  const { access, settings } = await providerOf(server.kind);
  const { z } = await import("zod");
  const entry = staging.settings ?? server.settings;
  const credential = staging.credential === undefined ? server.credentials.good : staging.credential;
  return openScene({
    // What trackers tell is what these tests look at.
    policy: `${policyEntry("tracker", entry)}${staging.policy ?? ""}disclose: ${staging.disclose ?? "full"}\n`,
    variables: credential === null ? {} : variablesOf(access.variables(settings(z).parse(entry)), credential),
    trust: staging.trusted === false ? [] : [server.loopback.origin],
    shipped: staging.shipped === true,
  });
}

/** What is there before anything is done. */
interface Setting {
  readonly policy: string | null;
  readonly variables: Readonly<Record<string, string>>;
  /** Origins that the user confirmed. */
  readonly trust: readonly string[];
  /** Whether each command starts a Node of its own with what stands in dist; left out: it runs from source, in this one. */
  readonly shipped?: boolean;
}

/** Every scene has a home of its own, so that trust is kept there and nowhere else. */
export async function openScene({ policy, variables, trust, shipped = false }: Setting): Promise<Scene> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "golden-thread-tracker-")));
  const home = join(root, "home");
  const work = join(root, "work");
  mkdirSync(home);
  mkdirSync(work);
  const env: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    HOME: home,
    GIT_AUTHOR_NAME: "Ada",
    GIT_AUTHOR_EMAIL: "ada@example.test",
    GIT_COMMITTER_NAME: "Ada",
    GIT_COMMITTER_EMAIL: "ada@example.test",
    LC_ALL: "C.UTF-8",
    TZ: "UTC",
    ...variables,
  };
  const run = (program: string, args: readonly string[]) => ranOf(program, args, { cwd: work, env });
  const here = () => ({ cwd: work, env, alone: true, now: () => new Date() });
  const scene: Scene = {
    root: work,
    env,
    write(path, text) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), text);
    },
    git: (...args) => run("git", args),
    golden: (...args) =>
      shipped ? run(process.execPath, [join(PROJECT, "dist/cli.js"), ...args]) : golden(args, here()),
    hook(message) {
      writeFileSync(join(work, ".git/COMMIT_EDITMSG"), message);
      const args = ["commit-msg", ".git/COMMIT_EDITMSG"];
      return shipped
        ? run(process.execPath, [join(PROJECT, "dist/hook.cjs"), ...args])
        : hooked(args, here());
    },
    async installHook() {
      const hook = `#!/bin/sh\nexec '${process.execPath}' '${join(PROJECT, "dist/hook.cjs")}' commit-msg "$1"\n`;
      writeFileSync(join(work, ".git/hooks/commit-msg"), hook, { mode: 0o755 });
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
  const trusted = trust.map((origin) => `\ttrust = ${origin}\n`).join("");
  writeFileSync(join(home, ".gitconfig"), `${quickConfig()}[golden-thread]\n${trusted}`);
  await scene.git("init", "-q", "-b", "main");
  if (policy !== null) scene.write("golden-thread.yml", policy);
  return scene;
}

function ranOf(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Record<string, string | undefined> },
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const texts = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (texts.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (texts.stderr += text));
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? -1, ...texts }));
  });
}
