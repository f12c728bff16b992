import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./sources.ts";

const folder = join(root, ".github", "workflows");
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), "utf8"),
}));

interface Job {
  readonly steps: readonly { readonly run?: string }[];
}

describe("what runs on a forge can do no more than it must", () => {
  test.each(workflows)("$name grants nothing but what a job asks for", ({ text }) => {
    const { permissions, jobs } = parse(text);
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job).toHaveProperty("permissions");
  });

  test.each(workflows)("$name names every action by its commit", ({ text }) => {
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action ?? "");
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^[\w/-]+@[0-9a-f]{40} # v[\d.]+$/.test(action))).toEqual([]);
  });

  test.each(workflows)("$name puts no text of an event into a script", ({ text }) => {
    const scripts = Object.values<Job>(parse(text).jobs).flatMap(({ steps }) =>
      steps.map(({ run = "" }) => run),
    );
    expect(scripts.filter((script) => script !== "").length).toBeGreaterThan(0);
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });

  test.each(workflows)("$name keeps no credentials and trusts no pull request", ({ text }) => {
    const checkouts = text.split("actions/checkout@").length - 1;
    expect(text.split("persist-credentials: false").length - 1).toBe(checkouts);
    expect(text).not.toContain("pull_request_target");
  });
});
