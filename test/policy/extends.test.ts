import { expect, test } from "vitest";
import { load, places, problems } from "./load.ts";

const POLICY = "golden-thread.yml";
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

test("later layers win, objects merge by key, lists replace", async () => {
  const law = await load({
    [POLICY]: "extends: [a.yml, policies/b.yml]\nrules: { change-size: { level: warn, max_lines: 9 } }\n",
    "a.yml":
      "preset: strict\nwaivers: { approvers: [ada, bob], max_days: 3 }\nrules: { change-size: { level: enforce, max_files: 5 } }\n",
    "policies/b.yml": "extends: ./c.yml\nwaivers: { approvers: [cyd] }\n",
    "policies/c.yml": "preset: observe\nwaivers: { max_days: 5 }\n",
  });
  expect(law.sources).toEqual(["a.yml", "policies/c.yml", "policies/b.yml", POLICY]);
  expect(law.preset).toBe("observe");
  expect(law.waivers).toMatchObject({ approvers: ["cyd"], maxDays: 5 });
  expect(law.rules["change-size"]).toMatchObject({ level: "warn", options: { max_files: 5, max_lines: 9 } });
});

test.each([
  ["out of the repository", "extends: ../elsewhere.yml", 1, 10],
  ["out of the repository by a detour", "extends: a/b/../../../x.yml", 1, 10],
  ["by an absolute path", "extends: /etc/passwd", 1, 10],
  ["by a Windows path", "extends: 'C:\\policy.yml'", 1, 10],
  ["a file that there is not", "extends: [nowhere.yml]", 1, 11],
  ["a package", "extends: '@acme/policy'", 1, 10],
  ["an address", "extends: https://example.org/policy.yml", 1, 10],
  ["a branch of a repository", "extends: github:acme/rules/policy.yml@main", 1, 10],
  ["a policy that was never fetched", `extends: github:acme/rules/policy.yml@${COMMIT}`, 1, 10],
  ["itself", `extends: ${POLICY}`, 1, 10],
])("extending %s is an error at the place", async (_, text, line, column) => {
  expect(await problems(text)).toEqual([expect.objectContaining({ file: POLICY, line, column })]);
});

test("a policy of another repository is never passed over: the error says why it can't be had, and what to do", async () => {
  const [problem] = await problems(`extends: github:acme/rules/policy.yml@${COMMIT}`);
  expect(problem?.message).toMatch(/can't be fetched.*no network/);
  expect(problem?.found).toContain(COMMIT);
  expect(problem?.wanted).toContain("a copy of it in this repository");
});

test("a circle of policies ends, and says where", async () => {
  const found = await problems({
    [POLICY]: "extends: a.yml",
    "a.yml": "extends: b.yml",
    "b.yml": "extends: a.yml",
  });
  expect(places(found)).toEqual(["b.yml:1:10 extends"]);
});

test("a tower or a fan of policies ends", async () => {
  const tower = Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [`p${i}.yml`, `extends: p${i + 1}.yml`]),
  );
  expect(places(await problems({ ...tower, [POLICY]: "extends: p0.yml" }))).toEqual(["p3.yml:1:10 extends"]);
  const all = `extends: [${Array.from({ length: 16 }, () => "f.yml").join(", ")}]`;
  const fan = { [POLICY]: all.replaceAll("f.yml", "e.yml"), "e.yml": all, "f.yml": "preset: strict" };
  expect((await problems(fan)).length).toBeGreaterThan(0);
});

test("problems of all files come at once", async () => {
  const files = { [POLICY]: "extends: a.yml\npreset: x\n", "a.yml": "disclose: y\n" };
  expect(places(await problems(files))).toEqual(["a.yml:1:11 disclose", `${POLICY}:2:9 preset`]);
});

test("a fetched policy is read as what it was fetched as, and what it extends beside it too", async () => {
  const asked: string[] = [];
  const files: Readonly<Record<string, string>> = {
    [`github:acme/rules/team/policy.yml@${COMMIT}`]: "extends: ../base.yml\npreset: strict\n",
    [`github:acme/rules/base.yml@${COMMIT}`]: "waivers: { max_days: 2 }\n",
  };
  const law = await load(`extends: github:acme/rules/team/policy.yml@${COMMIT}`, {
    fetched: async (reference) => {
      asked.push(reference);
      const text = files[reference];
      return text === undefined ? null : new TextEncoder().encode(text);
    },
  });
  expect(asked).toEqual(Object.keys(files));
  expect(law).toMatchObject({ preset: "strict", waivers: { maxDays: 2 } });
});
