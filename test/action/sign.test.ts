import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { golden } from "../cli/world.ts";
import { evidenceKey } from "../verify/made.ts";
import { actionNode } from "./node.ts";
import type { ActionScene } from "./scene.ts";
import { happen, openThread, TICKET } from "./thread.ts";

const key = evidenceKey();
const scenes: ActionScene[] = [];
afterAll(async () => {
  for (const one of scenes) await one.close();
});

test(`evidence of a push is not signed, or that of a pull request is, by the Action under ${actionNode.label}`, async () => {
  const one = await openThread({
    base: { "golden-thread.yml": `version: 1\nevidence: { keys: [{ id: ci, spki: "${key.spki}" }] }\n` },
    head: [{ message: `Fix the login loop (#${TICKET})`, files: { "src/login.js": "export {};\n" } }],
  });
  scenes.push(one);
  const env = { GOLDEN_THREAD_SIGNING_KEY: key.pem };
  const pull = await happen(one, "pull_request", "opened", { env });
  expect(pull.files).not.toContain("evidence.pub.pem");
  const push = one.merge("squash");
  const landed = await happen(one, "push", "", { push, env });
  expect(landed.files).toContain("evidence.pub.pem");
  expect(landed.raw).not.toContain(key.pem.split("\n")[1]);
  const argv = ["verify", landed.audit, "--key", join(landed.audit, "evidence.pub.pem"), "--json"];
  const verified = await golden(argv, { cwd: landed.audit, now: () => new Date() });
  expect(JSON.parse(verified.stdout).findings).toEqual([{ code: "no-repository", line: null, about: "" }]);
  const off = await happen(one, "push", "", { push, env, inputs: { sign: "off" } });
  expect(readFileSync(join(off.audit, "evidence.intoto.jsonl"), "utf8")).toMatch(/^\{"_type"/);
});
