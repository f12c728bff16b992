import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { temporaryFolder } from "../git/repo.ts";
import { READER } from "../servers/github/seed.ts";
import type { ActionRun } from "./runner.ts";
import { type ActionScene, type Happening, openActionScene, type Staging } from "./scene.ts";

/** The ticket of every thread: an issue that somebody else opened before any commit. */
export const TICKET = 77;

/** What is to be built. */
export const SPEC = `# Signing in

A token is refreshed once, and then never again.

## Acceptance criteria

- [ ] a second refresh is refused
`;

const POLICY = `version: 1
spec: { required: true, paths: ["specs/{id}.md"] }
people:
  ada@example.com: [octo-dev, "101"]
  cy@example.com: [octo-dev, "101"]
  octo-dev@users.noreply.test: [octo-dev, "101"]
`;

/** A pull request that names no ticket yet, under a policy that wants a ticket and its spec. */
export async function openThread(staging: Staging = {}): Promise<ActionScene> {
  const scene = await openActionScene({
    base: { "golden-thread.yml": POLICY, [`specs/${TICKET}.md`]: SPEC },
    head: [{ message: "Fix the login loop\n", files: { "src/login.js": "export {};\n" } }],
    title: "Fix the login loop",
    ...staging,
  });
  scene.ticket({
    ...{ number: TICKET, title: "Signing in", type: "Bug", user: READER },
    ...{ createdAt: "2023-01-01T08:00:00Z", updatedAt: "2023-01-02T08:00:00Z" },
  });
  return scene;
}

/** A run, with the files of its artifact unpacked. */
export interface ThreadRun extends ActionRun {
  readonly audit: string;
  readonly files: readonly string[];
  /** Requests by which it changed something. */
  readonly wrote: readonly string[];
}

/** Runs an event as a workflow run of its own, whose artifact has a name of its own. */
export async function happen(
  scene: ActionScene,
  eventName: string,
  action = "",
  happening: Happening = {},
): Promise<ThreadRun> {
  const before = scene.writes().length;
  const name = happening.inputs?.["artifact-name"] ?? `audit-${scene.artifacts.names().length}`;
  const run = await scene.run(eventName, action, {
    ...happening,
    inputs: { "artifact-name": name, ...happening.inputs },
  });
  const wrote = scene
    .writes()
    .slice(before)
    .map(({ method, path }) => `${method} ${path}`);
  return { ...run, wrote, ...(await unpacked(scene, name)) };
}

/** The files of an artifact, as somebody who downloads it has them. */
export async function unpacked(
  scene: ActionScene,
  name: string,
): Promise<{ readonly audit: string; readonly files: readonly string[] }> {
  const audit = temporaryFolder();
  const files = await scene.artifacts.download(name);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(audit, path)), { recursive: true });
    writeFileSync(join(audit, path), bytes);
  }
  return { audit, files: [...files.keys()] };
}

/** What the schema that is shipped has against a report, or against a record of the evidence. */
export function schemaProblems(name: "audit" | "report" | "change-authorization", json: unknown): string {
  const file = join(import.meta.dirname, `../../dist/schema/${name}.schema.json`);
  const ajv = new Ajv.default({ strict: true, allowUnionTypes: true, formats: { "date-time": true } });
  const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  return validate(json) ? "" : ajv.errorsText(validate.errors);
}

/** Without what is another in each run: addresses, ids and digests. */
export function steady(scene: ActionScene, text: string): string {
  return text
    .replaceAll(scene.store.origin(), "https://github.test")
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>")
    .replace(/\b[0-9a-f]{64}\b/g, "<digest>")
    .replace(/\b[0-9a-f]{40}\b/g, "<commit>")
    .replace(/\b[0-9a-f]{12}\b/g, "<short>")
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{7,10}\b/g, "<abbrev>");
}
