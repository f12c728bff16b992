import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Law, ScopeLaw } from "../../src/core/law.ts";
import { ledgerNeeds } from "../../src/ledger/needs.ts";
import { ledgerPolicyDigest } from "../../src/ledger/policy-digest.ts";
import { ticketAuthorised } from "../../src/rules/ticket-authorised.ts";
import { law } from "../core/law.ts";

/** A law whose one scope asks for more than its sections do. */
function scoped(authorise: object): Law {
  const options = ticketAuthorised.options(z).parse({ authorise });
  const rules: ScopeLaw["rules"] = { "ticket-authorised": { level: "enforce", unknown: "block", options } };
  return law({ scopes: [{ paths: ["pay/**"], globs: ["^pay/"], exempt: false, rules }] });
}

const strict = scoped({
  labels: ["security-ok"],
  approval: { label: "approved", risk: ["high"], approvers: ["bob"] },
});

describe("what only a scope asks for is not lost in a ledger", () => {
  test("the labels by which a scope knows risk, approval and its own tickets are left out", () => {
    const { isLabel } = ledgerNeeds(strict);
    expect(["risk:high", "security-ok", "approved", "secret"].map(isLabel)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(ledgerNeeds(law()).isLabel("risk:high")).toBe(false);
  });

  test("a ledger that was made before a scope asked for more is still believed", () => {
    const digests = [
      law(),
      strict,
      scoped({ labels: ["security-ok"] }),
      scoped({ states: { jira: ["Ready"] } }),
    ].map(ledgerPolicyDigest);
    expect(new Set(digests).size).toBe(4);
  });

  test("a state that only a scope allows is left out, or cannot be told from another", () => {
    const needs = ledgerNeeds(scoped({ states: { jira: ["Ready"] } }));
    expect(needs.isAllowed("jira", { name: "Ready", category: "unknown" })).toBe(true);
    expect(needs.fields).toContain("states");
  });
});
