import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { golden } from "../cli/world.ts";
import { evidenceKey } from "../verify/made.ts";
import { stepOf } from "./example-step.ts";
import { actionNode } from "./node.ts";
import type { ActionScene } from "./scene.ts";
import { happen, openThread, TICKET } from "./thread.ts";

const REF = "refs/notes/golden-thread";
const key = evidenceKey();
const scenes: ActionScene[] = [];
afterAll(async () => {
  for (const one of scenes) await one.close();
});

test(`evidence of a push is not signed or recorded, or that of a pull request is, by the Action under ${actionNode.label}`, async () => {
  const one = await openThread({
    base: {
      "golden-thread.yml": `version: 1\nevidence: { notes: ${REF}, keys: [{ id: ci, spki: "${key.spki}" }] }\n`,
    },
    head: [{ message: `Fix the login loop (#${TICKET})`, files: { "src/login.js": "export {};\n" } }],
  });
  scenes.push(one);
  const env = { GOLDEN_THREAD_SIGNING_KEY: key.pem };
  const pull = await happen(one, "pull_request", "opened", { env });
  expect(pull.files).not.toContain("evidence.pub.pem");
  const push = one.merge("squash");
  const landed = await happen(one, "push", "", { ...stepOf("record.yml"), push, env });
  expect(landed.log.join("\n")).toContain(`Recorded in ${REF}, here and at origin.`);
  const recorded = async () => {
    const { root: cwd, env } = one.bare;
    const { stdout } = await golden(["verify", push.after, "--json"], { cwd, env, now: () => new Date() });
    return JSON.parse(stdout);
  };
  // Nobody said here which repository and ref are meant.
  const unasked = [{ code: "repository-not-asked" }, { code: "ref-not-asked" }];
  expect(await recorded()).toMatchObject({
    head: { seq: 1 },
    findings: [...unasked, { code: "policy-unread" }],
  });
  expect(landed.files).toContain("evidence.pub.pem");
  expect(landed.raw).not.toContain(key.pem.split("\n")[1]);
  const argv = ["verify", landed.audit, "--key", join(landed.audit, "evidence.pub.pem"), "--json"];
  const verified = await golden(argv, { cwd: landed.audit, now: () => new Date() });
  expect(JSON.parse(verified.stdout)).toMatchObject({ findings: [...unasked, { code: "no-repository" }] });
  const off = await happen(one, "push", "", { push, env, inputs: { record: "on", sign: "off" } });
  expect(off.exitCode).toBe(2);
  expect(off.annotations.at(-1)?.message).toContain("golden-thread key new evidence");
  const barred = await happen(one, "push", "", { push, env, inputs: { record: "on" } });
  expect(barred.exitCode).toBe(2);
  expect(barred.annotations.at(-1)?.message).toContain("permissions: contents: write");
  expect(await recorded()).toMatchObject({ head: { seq: 1 } });
  expect(readFileSync(join(off.audit, "evidence.intoto.jsonl"), "utf8")).toMatch(/^\{"_type"/);
});
