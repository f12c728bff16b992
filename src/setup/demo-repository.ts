import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { type Outcome, openPorcelain } from "../git/porcelain.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** A throw-away repository in which the demo plays. */
export interface DemoRepository {
  /** The folder around it, which stays: the report lies there. */
  readonly folder: string;
  readonly root: string;
  readonly env: Env;
  git(args: readonly string[]): Promise<Outcome>;
  write(path: string, text: string): void;
  removeRepository(): void;
  removeAll(): void;
}

/** Copies the shipped example into a new repository that no configuration of the user reaches. */
export async function makeDemoRepository(options: {
  readonly home: string;
  readonly node: string;
  readonly env: Env;
  readonly color: boolean;
}): Promise<DemoRepository> {
  const folder = mkdtempSync(join(tmpdir(), "golden-thread-demo-"));
  const root = join(folder, "repository");
  cpSync(join(options.home, "examples", "markdown-tasks"), root, { recursive: true });
  // `init` shall have something to write.
  rmSync(join(root, "golden-thread.yml"));
  const env = hermetic(options, folder);
  const git = await openPorcelain({ cwd: root, env });
  await git.init("main");
  return {
    folder,
    root,
    env,
    git: (args) => git.run(args),
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    removeRepository: () => rmSync(root, { recursive: true, force: true }),
    removeAll: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Neither the user's git configuration, nor a hook's environment that the demo may run in, nor our own switches. */
function hermetic(
  options: { readonly node: string; readonly env: Env; readonly color: boolean },
  folder: string,
): Env {
  const kept = Object.entries(options.env).filter(
    ([name]) => !/^(?:GIT_|GOLDEN_THREAD_|CI$|NO_COLOR$|FORCE_COLOR$)/u.test(name),
  );
  const who = { NAME: "Ada", EMAIL: "ada@example.test" };
  return {
    ...Object.fromEntries(kept),
    PATH: [dirname(options.node), options.env.PATH ?? ""].join(delimiter),
    GIT_CONFIG_GLOBAL: join(folder, "no-gitconfig"),
    GIT_CONFIG_NOSYSTEM: "1",
    // No hooks but the one that is installed.
    GIT_TEMPLATE_DIR: "",
    GIT_AUTHOR_NAME: who.NAME,
    GIT_AUTHOR_EMAIL: who.EMAIL,
    GIT_COMMITTER_NAME: who.NAME,
    GIT_COMMITTER_EMAIL: who.EMAIL,
    [options.color ? "FORCE_COLOR" : "NO_COLOR"]: "1",
  };
}
