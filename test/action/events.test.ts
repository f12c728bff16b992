import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ActionScene, type Happening, openActionScene } from "./scene.ts";

const { components }: { readonly components: unknown } = JSON.parse(
  readFileSync(new URL("../servers/github/webhooks.json", import.meta.url), "utf8"),
);
const ajv = new Ajv({ strict: false, logger: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: "webhooks", components: absolute(components) });

/** References lead into the one document. */
function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [
    key,
    key === "$ref" ? `webhooks${one}` : absolute(one),
  ]);
  return Object.fromEntries(entries);
}

function problemsOf(event: string, payload: unknown): string {
  const validate = ajv.compile({ $ref: `webhooks#/components/schemas/webhook-${event}` });
  return validate(payload) ? "" : ajv.errorsText(validate.errors);
}

const scenes: ActionScene[] = [];
beforeAll(async () => {
  for (const from of ["team", "fork", "dependabot"] as const)
    scenes.push(await openActionScene({ from, branch: from, ghes: from === "fork" }));
});
afterAll(async () => {
  for (const one of scenes) await one.close();
});

function scene(at: number): ActionScene {
  const one = scenes[at];
  if (one === undefined) throw new Error(`no scene ${at}`);
  return one;
}

describe("no test of the Action is about a payload that GitHub would not send", () => {
  const sha = "0123456789abcdef0123456789abcdef01234567";
  test.each<[string, string, Happening]>([
    ["pull-request-opened", "opened", {}],
    ["pull-request-edited", "edited", { changes: { title: { from: "Old" } } }],
    ["pull-request-synchronize", "synchronize", { before: sha }],
    ["pull-request-reopened", "reopened", {}],
    ["pull-request-ready-for-review", "ready_for_review", {}],
    ["pull-request-labeled", "labeled", { label: "bug" }],
  ])("%s, of the team, a fork, a fork that is gone and Dependabot", (event, action, happening) => {
    for (const one of scenes) {
      expect(problemsOf(event, one.event("pull_request", action, happening))).toBe("");
      expect(problemsOf(event, one.event("pull_request_target", action, happening))).toBe("");
    }
    Object.assign(scene(1).pull(), { forkIsGone: true });
    const payload = scene(1).event("pull_request", action, happening);
    expect(payload).toMatchObject({ action, pull_request: { head: { repo: null } } });
    Object.assign(scene(1).pull(), { forkIsGone: false });
  });

  test("a queue, a push, a new and a deleted branch, a dispatch and the end of a first stage", () => {
    const one = scene(0);
    const queue = one.queue([one.number], "squash");
    const group = one.event("merge_group", "checks_requested", { queue });
    expect(problemsOf("merge-group-checks-requested", group)).toBe("");
    const landed = one.land(queue);
    const ref = "refs/heads/other";
    for (const push of [
      landed,
      { ref, before: null, after: landed.after },
      { ref, before: landed.after, after: null },
    ])
      expect(problemsOf("push", one.event("push", "", { push }))).toBe("");
    expect(one.event("push", "", { push: landed })).toMatchObject({
      ...{ created: false, deleted: false, forced: false, ...landed },
      commits: [{ id: landed.after, message: `Fix the login loop (#42) (#${one.number})` }],
    });
    expect(
      problemsOf("workflow-dispatch", one.event("workflow_dispatch", "", { inputs: { ticket: "#42" } })),
    ).toBe("");
    expect(problemsOf("workflow-run-completed", one.event("workflow_run"))).toBe("");
    expect(one.event("schedule")).toMatchObject({
      schedule: "17 4 * * *",
      repository: { full_name: "acme/shop" },
    });
    expect(one.pull()).toMatchObject({ state: "merged", mergeCommit: landed.after });
  });

  test("a payload that is wrong is seen", () => {
    const { number: _, ...payload } = scene(0).event("pull_request");
    expect(problemsOf("pull-request-opened", payload)).toContain("number");
  });
});
