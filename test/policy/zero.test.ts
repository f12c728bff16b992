import { expect, test } from "vitest";
import { loadPolicy } from "../../src/policy/load.ts";
import { rules as registry } from "../../src/rules/index.ts";
import { memoryTree } from "./memory-tree.ts";

test("a repository without any policy is judged by the standard preset", async () => {
  const detected = { tasks: { prefixes: ["BACK"] }, originUrl: "git@github.com:acme/shop.git" };
  const law = await loadPolicy({
    tree: memoryTree({}),
    place: "hook",
    detected,
    rules: registry,
    today: "2027-01-10",
  });
  expect(law).toMatchObject({ preset: "standard", sources: [], baseline: null, scopes: [] });
  expect(law.scan).toEqual({ github: "acme/shop", tasks: ["BACK"] });
  expect(law.rules["reference-required"]).toMatchObject({ level: "enforce", unknown: "warn" });
  expect(Object.keys(law.rules)).toEqual(registry.map((rule) => rule.meta.id));
});
