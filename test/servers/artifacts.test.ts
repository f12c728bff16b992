import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "../action/runner.ts";
import { temporaryFolder } from "../git/repo.ts";
import { type ArtifactServer, startArtifacts } from "./artifacts.ts";

const TOOLKIT = pathToFileURL(
  join(import.meta.dirname, "../../node_modules/@actions/artifact/lib/artifact.js"),
);

const METADATA = "name: F\ndescription: F\nruns: { using: node24, main: main.mjs }\n";

/** GitHub's own toolkit, as the source that it is published as, uploading three files again and again. */
const SCRIPT = `import { DefaultArtifactClient } from ${JSON.stringify(TOOLKIT.href)};
import { appendFileSync } from "node:fs";
const files = ["report.json", "deep/räport.html", "large.bin"];
const told = [];
for (const { name, env } of JSON.parse(process.env.UPLOADS)) {
  Object.assign(process.env, env);
  try {
    told.push(await new DefaultArtifactClient().uploadArtifact(name, files, ".", { retentionDays: 7 }));
  } catch (error) {
    told.push({ error: error.message });
  }
}
appendFileSync(process.env.GITHUB_OUTPUT, "told=" + JSON.stringify(told) + "\\n");
process.exit();
`;

let artifacts: ArtifactServer;
beforeAll(async () => {
  artifacts = await startArtifacts();
});
afterAll(() => artifacts.loopback.close());

/** What the toolkit says of each upload, one after the other. */
async function uploads(
  ...wanted: readonly { readonly name: string; readonly env?: Readonly<Record<string, string>> }[]
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const action = temporaryFolder();
  const workspace = join(action, "work");
  mkdirSync(join(workspace, "deep"), { recursive: true });
  writeFileSync(join(action, "action.yml"), METADATA);
  writeFileSync(join(action, "main.mjs"), SCRIPT);
  writeFileSync(join(workspace, "report.json"), '{"verdict":"pass"}\n');
  writeFileSync(join(workspace, "deep/räport.html"), "<p>fine\n".repeat(1000));
  writeFileSync(join(workspace, "large.bin"), Buffer.alloc(9 * 1024 * 1024, "0123456789abcdef"));
  const servers = { site: "https://github.com", api: "", graphql: "", runtime: artifacts.runtime };
  const env = { UPLOADS: JSON.stringify(wanted) };
  const run = await runAction({
    ...{ event: {}, eventName: "push", workspace, servers, token: "ghs_0", action, env },
  });
  run.remove();
  return JSON.parse(run.outputs.told ?? "[]");
}

test("what GitHub's toolkit uploads comes back as it was, and a name is taken once", async () => {
  artifacts.take("taken");
  const told = await uploads(
    { name: "golden-thread-audit" },
    { name: "taken" },
    { name: "ghes", env: { GITHUB_SERVER_URL: "http://127.0.0.1:1" } },
    {
      name: "foreign",
      env: {
        GITHUB_SERVER_URL: "https://github.com",
        ACTIONS_RUNTIME_TOKEN: `${artifacts.runtime.ACTIONS_RUNTIME_TOKEN}x`,
      },
    },
  );
  expect(told).toMatchObject([
    { id: 4243, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { error: expect.stringContaining("(409) Conflict") },
    { error: expect.stringContaining("GHES") },
    { error: expect.stringContaining("401") },
  ]);
  const files = await artifacts.download("golden-thread-audit");
  expect([...files.keys()].sort()).toEqual(["deep/räport.html", "large.bin", "report.json"]);
  expect(files.get("report.json")?.toString()).toBe('{"verdict":"pass"}\n');
  expect(files.get("large.bin")?.byteLength).toBe(9 * 1024 * 1024);
  expect(artifacts.names()).toEqual(["taken", "golden-thread-audit"]);
  await expect(artifacts.download("foreign")).rejects.toThrow("no artifact foreign");
  expect(artifacts.problems).toEqual([]);
});
