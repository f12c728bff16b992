import { describe, expect, test } from "vitest";
import type { Protection } from "../../src/core/forge.ts";
import { forgeChecks, forgeProof } from "../../src/setup/forge-checks.ts";

const GUARDED: Protection = {
  requiredChecks: ["golden-thread", "build"],
  requiredApprovals: 1,
  forcePushes: false,
  pinnedChecks: ["golden-thread"],
  upToDate: true,
  deletions: false,
  directPushes: false,
  bypass: [],
  ownersReview: true,
  fixedTags: true,
  page: "https://forge.example/rules",
};

function look(parts: Partial<Protection>, check = "golden-thread") {
  const merging = { methods: ["squash"] as const, squashTitle: null, squashMessage: null };
  return forgeChecks({ branch: "main", protection: { ...GUARDED, ...parts }, merging, check });
}

const told = (parts: Partial<Protection>, check?: string) =>
  look(parts, check)
    .filter(({ state }) => state !== "ok")
    .map(({ code, state }) => `${code} ${state}`);

describe("a branch", () => {
  test("that is guarded in every way is proof that the gate is enforced", () => {
    expect(told({})).toEqual([]);
    expect(forgeProof(look({})).state).toBe("present");
  });

  test.each<[string, Partial<Protection>, readonly string[]]>([
    ["requires other checks alone", { requiredChecks: ["build"] }, ["forge-check fail"]],
    ["lets anybody report the check", { pinnedChecks: ["build"] }, ["forge-pinned fail"]],
    ["lets somebody past", { bypass: ["user ada"] }, ["forge-bypass fail"]],
    ["takes pushes", { directPushes: true }, ["forge-direct fail"]],
    ["may be rewritten", { forcePushes: true }, ["forge-force fail"]],
    ["may be deleted", { deletions: true }, ["forge-deletion fail"]],
    ["is merged from old branches", { upToDate: false }, ["forge-current note"]],
    ["needs no approval", { requiredApprovals: 0 }, ["forge-reviews note"]],
    ["has no owners", { ownersReview: false }, ["forge-owners note"]],
    ["has tags that move", { fixedTags: false }, ["forge-tags note"]],
  ])("%s", (_name, parts, wanted) => {
    expect(told(parts)).toEqual(wanted);
    for (const { state, around, fix } of look(parts))
      if (state !== "ok") expect([around, fix].every((text) => text !== undefined && text !== "")).toBe(true);
    expect(forgeProof(look(parts)).state).toBe(wanted[0]?.endsWith("fail") ? "absent" : "partial");
  });

  test("of which nothing is told is unknown in every way, and no proof", () => {
    const none = Object.fromEntries(Object.keys(GUARDED).map((name) => [name, null]));
    const states = new Set(look(none).map(({ state }) => state));
    expect(states).toEqual(new Set(["unknown", "ok"]));
    expect(look(none).filter(({ state }) => state === "ok")).toMatchObject([{ code: "forge-merging" }]);
    expect(forgeProof(look(none)).state).toBe("partial");
  });

  test("whose gate goes by another name is found by that name", () => {
    expect(told({ requiredChecks: ["Ticket gate"], pinnedChecks: ["Ticket gate"] }, "ticket gate")).toEqual(
      [],
    );
  });
});
