import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../git/repo.ts";
import { root } from "../house/sources.ts";
import { actionNode } from "./node.ts";

/** The module alone, built as dist is: there it lies in whatever chunk needs it. */
const chunk = join(temporaryFolder(), "toolkit.cjs");
beforeAll(async () => {
  const build = await rolldown({
    cwd: root,
    input: join(root, "src/action/toolkit.ts"),
    platform: "node",
    resolve: { symlinks: false },
  });
  await build.write({ file: chunk, format: "cjs", codeSplitting: false });
});

/** Opens the toolkit in a process with a runner's files, or without. */
function run(script: string, env: Readonly<Record<string, string>> = {}): string {
  const text = `require(${JSON.stringify(chunk)}).openToolkit(process.env).then(async (toolkit) => { ${script} });`;
  const { status, stdout, stderr } = spawnSync(actionNode.program, ["-e", text], { env, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

describe("what the runner is told", () => {
  test("a value of several lines becomes another output, or is printed as a command", () => {
    const files = {
      GITHUB_OUTPUT: join(temporaryFolder(), "o"),
      GITHUB_STEP_SUMMARY: join(temporaryFolder(), "s"),
    };
    for (const file of Object.values(files)) writeFileSync(file, "");
    const value = "pass\nverdict=fail\n::set-output name=x::y";
    const log = run(
      `toolkit.setOutput("verdict", ${JSON.stringify(value)}); await toolkit.summary("# Fine\\n");`,
      files,
    );
    expect(log).toBe("");
    const written = readFileSync(files.GITHUB_OUTPUT, "utf8");
    const [, delimiter] = /^verdict<<(ghadelimiter_[0-9a-f-]{36})\n/.exec(written) ?? [];
    expect(written).toBe(`verdict<<${delimiter}\n${value}\n${delimiter}\n`);
    expect(readFileSync(files.GITHUB_STEP_SUMMARY, "utf8")).toBe("# Fine\n");
  });

  test("without a runner's files commands are printed instead", () => {
    expect(run('toolkit.setOutput("verdict", "pass"); await toolkit.summary("x");')).toBe("");
  });

  test("a secret is masked with a line of its own, and nothing by an empty one", () => {
    expect(run('toolkit.mask("s3cret-0123"); toolkit.mask("");')).toBe("::add-mask::s3cret-0123\n");
  });

  test("a job that may not ask for its identity is told what to grant", () => {
    const script =
      'await toolkit.idToken("sigstore").catch(({ code, wanted }) => console.log(code, wanted));';
    expect(run(script)).toBe("forbidden permissions: { id-token: write } in the job\n");
  });
});
