import { describe, expect, test } from "vitest";
import type { LiveChange, Merging } from "../../src/core/forge.ts";
import { needsCommits, predictedMessages } from "../../src/core/merge-message.ts";

const change = {
  number: 7,
  title: "Lock accounts (#42)",
  body: "What and why.\r\n\r\nRefs: PROJ-1\r\n",
  head: { branch: "lock", commit: "a".repeat(40), repository: "rival/shop", isFork: true },
} satisfies Pick<LiveChange, "number" | "title" | "body" | "head">;

const ada = { name: "Ada", email: "ada@acme.example" };
const bob = { name: "Bob", email: "bob@acme.example" };
const one = [{ message: "Count attempts (PROJ-2)\n\nFive of them.\n", author: ada }];
const two = [...one, { message: "Lock (PROJ-3)\n", author: bob }];

function settings(more: Partial<Merging>): Merging {
  return { methods: ["squash"], squashTitle: "PR_TITLE", squashMessage: "BLANK", ...more };
}

const TITLE = "Lock accounts (#42) (#7)";
const BODY = "What and why.\n\nRefs: PROJ-1";

describe("a squash", () => {
  test.each([
    ["the title alone", one, {}, TITLE],
    ["the description with it", one, { squashMessage: "PR_BODY" }, `${TITLE}\n\n${BODY}`],
    [
      "one commit, though the title is that",
      one,
      { squashMessage: "COMMIT_MESSAGES" },
      `${TITLE}\n\nFive of them.`,
    ],
    [
      "one commit's own words",
      one,
      { squashTitle: "COMMIT_OR_PR_TITLE", squashMessage: "COMMIT_MESSAGES" },
      "Count attempts (PROJ-2) (#7)\n\nFive of them.",
    ],
    [
      "several commits, which lose their titles' place",
      two,
      { squashTitle: "COMMIT_OR_PR_TITLE", squashMessage: "COMMIT_MESSAGES" },
      `${TITLE}\n\n* Count attempts (PROJ-2)\n\nFive of them.\n\n* Lock (PROJ-3)\n\nCo-authored-by: Bob <bob@acme.example>`,
    ],
    [
      "one commit's title, and nothing of the pull request",
      one,
      { squashTitle: "COMMIT_OR_PR_TITLE" },
      "Count attempts (PROJ-2) (#7)",
    ],
  ])("is foretold otherwise than GitHub writes it: %s", (_, commits, more, message) => {
    const told = predictedMessages(change, commits, settings(more));
    expect(told.map((each) => [each.method, each.message])).toEqual([["squash", message]]);
    expect(told[0]?.setting).toMatch(
      /^squash_merge_commit_title is \w+, squash_merge_commit_message is \w+$/,
    );
  });

  test.each([
    ["no setting is told", { squashTitle: null }],
    ["a setting is new to us", { squashTitle: "TICKET" }],
    ["its message is new to us", { squashMessage: "TICKETS" }],
    ["nobody may squash", { methods: ["rebase"] as const }],
    ["nobody tells the methods", { methods: null }],
  ])("is guessed where %s", (_, more) => {
    expect(predictedMessages(change, two, settings(more))).toEqual([]);
  });

  test("costs a listing of commits that no setting takes", () => {
    expect(needsCommits(settings({}))).toBe(false);
    expect(needsCommits(settings({ squashTitle: "COMMIT_OR_PR_TITLE" }))).toBe(true);
    expect(needsCommits(settings({ squashMessage: "COMMIT_MESSAGES", methods: ["merge"] }))).toBe(false);
  });
});

describe("a merge", () => {
  const classic = "Merge pull request #7 from rival/lock";
  test.each([
    ["MERGE_MESSAGE", "PR_TITLE", `${classic}\n\nLock accounts (#42)`],
    ["MERGE_MESSAGE", "BLANK", classic],
    ["PR_TITLE", "PR_BODY", `${TITLE}\n\n${BODY}`],
  ])("is foretold otherwise than GitHub writes it: %s, %s", (mergeTitle, mergeMessage, message) => {
    const merging = settings({ methods: ["merge", "rebase"], mergeTitle, mergeMessage });
    expect(predictedMessages(change, two, merging).map((each) => each.message)).toEqual([message]);
  });

  test("is guessed where no setting is told", () => {
    expect(predictedMessages(change, two, settings({ methods: ["merge"] }))).toEqual([]);
  });
});
