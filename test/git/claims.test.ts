import { describe, expect, it } from "vitest";
import { claimsIn } from "../../src/git/claims.ts";

describe("claims", () => {
  it.each([
    ["plain", { reverts: [], picks: [], amends: null }],
    [
      "x\n\nThis reverts commit abcdef1.",
      { reverts: [{ id: "abcdef1", mainline: null }], picks: [], amends: null },
    ],
    ["x\n\nThis reverts commit ABCDEF1.", { reverts: [], picks: [], amends: null }],
    ["x\n\n> This reverts commit abcdef1.", { reverts: [], picks: [], amends: null }],
    [
      "x\n\nThis reverts commit abcdef1, reversing\nchanges made to 1234567.",
      { reverts: [{ id: "abcdef1", mainline: "1234567" }], picks: [], amends: null },
    ],
    [
      "x\n\nThis reverts commit abcdef1,\nreversing changes made to 1234567.",
      { reverts: [{ id: "abcdef1", mainline: "1234567" }], picks: [], amends: null },
    ],
    [
      "x\n\n(cherry picked from commit aaaaaaa)\n(cherry picked from commit bbbbbbb)",
      { reverts: [], picks: ["bbbbbbb", "aaaaaaa"], amends: null },
    ],
    ["fixup! squash! a\nb\n\nc", { reverts: [], picks: [], amends: "a b" }],
    ["fixup! ", { reverts: [], picks: [], amends: null }],
  ])("of %j", (message, claims) => {
    expect(claimsIn(message)).toEqual(claims);
  });
});
