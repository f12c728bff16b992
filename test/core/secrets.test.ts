import { expect, test } from "vitest";
import { looksSecret } from "../../src/core/secrets.ts";
import { load, problems } from "../policy/load.ts";

/** Put together here, so that no scanner takes this file for a leak. */
const made = (...parts: readonly string[]): string => parts.join("");
const LETTERS = "aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zAbCdEfGhI";

const TOKENS: readonly (readonly [string, string])[] = [
  ["a GitHub token", made("ghp", "_", LETTERS.slice(0, 36))],
  ["a GitHub app's token", made("ghs", "_", LETTERS.slice(0, 36))],
  ["a fine-grained GitHub token", made("github", "_pat_", LETTERS.slice(0, 22), "_", LETTERS)],
  ["a GitLab token", made("glpat", "-", LETTERS.slice(0, 20))],
  ["a Slack token", made("xoxb", "-123456789012-", LETTERS.slice(0, 24))],
  ["an Atlassian token", made("ATATT", "3xFfGF0", LETTERS)],
  ["a ClickUp token", made("pk", "_12345678_", LETTERS.slice(0, 32).toUpperCase())],
  ["an old Notion secret", made("secret", "_", LETTERS.slice(0, 40))],
  ["a Notion token", made("ntn", "_", LETTERS.slice(0, 40))],
  ["a Linear key", made("lin", "_api_", LETTERS.slice(0, 40))],
  ["an AWS key id", made("AKIA", "QWERTYUIOPASDFGH")],
  ["a JSON Web Token", made("eyJ", "hbGciOiJIUzI1NiJ9", ".eyJ", "zdWIiOiIxMjM0NTY3ODkwIn0", ".", LETTERS)],
  ["a private key", made("-----BEGIN ", "RSA PRIVATE KEY-----")],
  ["an Azure DevOps token", "abcdefghij234567klmnopqrstuvwxyzabcdefghij234567klmn"],
  ["random base64", LETTERS],
  ["random hex", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"],
];

/** Everywhere that a careless hand may put it. */
const PLACES: readonly (readonly [string, (token: string) => string])[] = [
  ["a remote's token", (token) => `remotes: { j: { kind: jira, site: a.example, api_token: "${token}" } }`],
  ["a value", (token) => `disclose: "${token}"`],
  ["an unknown key's value", (token) => `extra: "${token}"`],
  ["a key", (token) => `"${token}": 1`],
  ["a list", (token) => `exempt: { bots: ["${token}"] }`],
  ["a rule's name", (token) => `rules: { "${token}": warn }`],
];

test.each(TOKENS)("%s is refused wherever it stands, and never printed", async (_, token) => {
  expect(looksSecret(token)).toBe(true);
  for (const [place, write] of PLACES) {
    const found = await problems(write(token));
    expect(found.length, place).toBeGreaterThan(0);
    expect(JSON.stringify(found), place).not.toContain(token.slice(4, 20));
  }
});

test.each(TOKENS.slice(0, 13))("%s in a comment is refused too", async (_, token) => {
  const found = await problems(`# old: ${token}\npreset: strict\n`);
  expect(found).toEqual([expect.objectContaining({ line: 1, column: 8 })]);
});

test("a token in a file that is no YAML at all is not printed either", async () => {
  for (const [, token] of TOKENS) {
    const found = await problems(`a: b: "${token}\n  - [${token}`);
    expect(JSON.stringify(found)).not.toContain(token.slice(4, 20));
  }
});

test("a password in a server's address is refused and not printed", async () => {
  const found = await problems("remotes: { j: { kind: jira, url: https://ada:hunter2@jira.example } }");
  expect(found).toHaveLength(1);
});

test.each([
  "TASK-123",
  "owner/a-very-long-repository-name-with-many-words-in-it",
  "packages/frontend/src/components/navigation/SidebarNavigationItemWithBadge2/**",
  "release/2027-01-15-the-one-with-the-new-login-page",
  "I_am_a_very_long_but_quite_readable_label_for_tickets",
  "dependabot[bot]",
  "sketch",
  "pk_short",
  "secret_santa",
])("%s is no secret", (text) => {
  expect(looksSecret(text)).toBe(false);
});

test("digests, commit ids, public keys and ids of data sources are no secrets where they belong", async () => {
  const commit = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b";
  const text = `baseline: { commit: "${commit}" }
ledger: { keys: [{ id: k1, spki: MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaB3dE5gH7jK9mN1pQ2rS4tU6vW8x, until: 2027-06-30 }] }
remotes: { n: { kind: notion, data_source: 9f86d081884c7d659a2feaa0c55ad015 } }
`;
  expect((await load(text)).baseline).toBe(commit);
});
