import { describe, expect, test } from "vitest";
import { EVENTS, eventOf } from "../../src/action/event.ts";

const A = "a".repeat(40);
const B = "b".repeat(40);
const ZERO = "0".repeat(40);
const pull = { number: 7, base: { sha: A }, head: { sha: B } };

describe("an event", () => {
  test.each([
    [
      "pull_request",
      { action: "opened", pull_request: pull },
      { kind: "pull-request", number: 7, isTarget: false },
    ],
    [
      "pull_request_target",
      { action: "edited", pull_request: pull },
      { kind: "pull-request", isTarget: true },
    ],
    [
      "merge_group",
      { merge_group: { base_sha: A, head_sha: B, head_ref: "refs/heads/q", base_ref: "refs/heads/main" } },
      { kind: "merge-group", into: "refs/heads/main" },
    ],
    [
      "push",
      { before: ZERO, after: B, ref: "refs/heads/x", repository: { default_branch: "main" } },
      { before: null, after: B, defaultBranch: "main" },
    ],
    [
      "push",
      { before: A, after: ZERO, ref: "refs/heads/x", repository: { default_branch: "main" } },
      { after: null },
    ],
    ["schedule", {}, { kind: "schedule" }],
    ["workflow_dispatch", { inputs: null }, { kind: "dispatch" }],
    ["workflow_run", { workflow_run: { head_sha: A } }, { kind: "workflow-run", head: A }],
  ])("%s is read as something else", (name, payload, told) => {
    expect(eventOf(name, payload)).toMatchObject(told);
  });

  test.each([
    ["issue_comment", {}],
    ["pull_request", {}],
    ["pull_request", { action: "opened", pull_request: { ...pull, number: "7" } }],
    ["pull_request", { action: "opened", pull_request: { ...pull, number: -1 } }],
    ["pull_request", { action: "opened", pull_request: { ...pull, base: { sha: "--upload-pack=x" } } }],
    ["merge_group", { merge_group: null }],
    ["push", { before: "main", after: B, ref: "refs/heads/x", repository: { default_branch: "main" } }],
    ["workflow_run", { workflow_run: { head_sha: `${A}\n` } }],
    ["push", null],
    ["push", "text"],
  ])("%s that can't be used passes in silence (%#)", (name, payload) => {
    expect(() => eventOf(name, payload)).toThrow(expect.objectContaining({ code: "usage" }));
  });

  test("that is not known is not told by name, with those that are", () => {
    expect(() => eventOf("issues", {})).toThrow(
      expect.objectContaining({ found: "issues", wanted: EVENTS.join(", ") }),
    );
  });
});
