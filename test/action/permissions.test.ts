import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../house/sources.ts";
import type { Permissions } from "../servers/github/permissions.ts";
import { READER } from "../servers/github/seed.ts";
import { actionNode } from "./node.ts";
import type { ActionRun } from "./runner.ts";
import { type ActionScene, type Happening, openActionScene } from "./scene.ts";

const VERDICT: Permissions = { contents: "read", pull_requests: "read", issues: "read" };
const QUIET = { comment: "off", spec: "off", check: "off", "artifact-name": "" };

/** What the README's table says of a feature that writes to a pull request: the input that asks for it, and what it takes. */
interface Feature {
  readonly asks: Readonly<Record<string, string>>;
  readonly takes: Permissions;
  readonly row: string;
  isDone(scene: ActionScene): boolean;
}

const FEATURES: Readonly<Record<string, Feature>> = {
  "the comment": {
    ...{ asks: { comment: "on-failure" }, takes: { pull_requests: "write" } },
    row: "| comments on the pull request | `comment` | `pull-requests: write` |",
    isDone: (scene) => scene.comments().length === 1,
  },
  "the label unauthorised": {
    ...{ asks: { label: "unauthorised" }, takes: { pull_requests: "write" } },
    row: "| labels it while it does not pass | `label` | `pull-requests: write` |",
    isDone: ({ repository, number }) =>
      repository.issues.get(number)?.labels.includes("unauthorised") === true,
  },
  "the check": {
    ...{ asks: { check: "always" }, takes: { checks: "write" } },
    row: "| adds a check to it | `check` | `checks: write` |",
    isDone: ({ store }) => store.checkRuns.length > 0,
  },
};

/** The other rows: judging, and what other tests show with exactly these. */
const OTHERS = [
  "| judges | | `contents: read`, `pull-requests: read`; `issues: read` where tickets are issues of this repository |",
  "| puts the spec into the description | `spec` | `pull-requests: write` |",
  "| uploads the audit | `artifact-name` | |",
  "| issues the ledger | `ledger: refresh` | `contents: write` |",
  "| records what landed, as signed notes | `record: on` | `contents: write` |",
  "| issues it without a key | `ledger: refresh-keyless` | `contents: write`, `id-token: write` |",
];

let one: ActionScene;
let specs: ActionScene;
beforeAll(async () => {
  const head = (message: string) => ({ message, files: { "src/a.js": `// ${message}` } });
  [one, specs] = await Promise.all([
    openActionScene({ private: true, title: "Fix it", head: [head("Begin (#42)\n"), head("Go on\n")] }),
    openActionScene({
      private: true,
      base: {
        "golden-thread.yml": 'version: 1\nspec: { required: true, paths: ["specs/{id}.md"] }\n',
        "specs/77.md":
          "# Signing in\n\nA token is refreshed once.\n\n## Acceptance criteria\n\n- [ ] no second refresh\n",
      },
      title: "Fix it (#77)",
      head: [head("Begin (#77)\n")],
    }),
  ]);
  const at = "2023-01-01T08:00:00Z";
  specs.ticket({ number: 77, title: "Signing in", type: "Bug", user: READER, createdAt: at, updatedAt: at });
});
afterAll(async () => {
  await Promise.all([one.close(), specs.close()]);
});

function run(
  scene: ActionScene,
  permissions: Permissions,
  inputs: Happening["inputs"] = {},
): Promise<ActionRun> {
  return scene.run("pull_request", "opened", { permissions, inputs: { ...QUIET, ...inputs } });
}

const toldBy = ({ log }: ActionRun) => log.filter((line) => line.startsWith("Not done: "));
const worded = (permissions: Permissions) =>
  Object.entries(permissions).map(([name, level]) => `permissions: ${name.replaceAll("_", "-")}: ${level}`);

describe(`permissions of a job in a private repository, under ${actionNode.label}`, () => {
  test("what a job may not costs that alone, is named, and comes with exactly what the README says", async () => {
    const bare = await run(one, VERDICT);
    expect([bare.outputs.verdict, bare.exitCode, toldBy(bare)]).toEqual(["fail", 1, []]);

    const asked = Object.assign({}, ...Object.values(FEATURES).map(({ asks }) => asks));
    const refused = await run(one, VERDICT, asked);
    expect([refused.outputs.verdict, refused.exitCode]).toEqual(["fail", 1]);
    expect(refused.outputs.counts).toBe(bare.outputs.counts);
    for (const [name, { takes, isDone }] of Object.entries(FEATURES)) {
      expect([name, isDone(one)]).toEqual([name, false]);
      const line = toldBy(refused).find((note) => note.startsWith(`Not done: ${name}.`));
      for (const words of worded(takes)) expect(line).toContain(words);
      expect(refused.summary).toContain(`Not done\\: ${name.replaceAll("-", "\\-")}`);
    }

    for (const [name, { asks, takes, isDone }] of Object.entries(FEATURES)) {
      const granted = await run(one, { ...VERDICT, ...takes }, asks);
      expect([name, toldBy(granted), isDone(one)]).toEqual([name, [], true]);
      expect([granted.outputs.verdict, granted.exitCode]).toEqual(["fail", 1]);
    }
  });

  test("the description's spec, and what a verdict itself wants", async () => {
    const refused = await run(specs, VERDICT, { spec: "auto" });
    expect(toldBy(refused)).toEqual([expect.stringContaining("permissions: pull-requests: write")]);
    expect(refused.outputs.verdict).toBe("fail");
    const before = specs.pull().body;
    const granted = await run(specs, { ...VERDICT, pull_requests: "write" }, { spec: "auto" });
    expect([toldBy(granted), granted.outputs.verdict]).toEqual([[], "pass"]);
    expect(specs.pull().body).not.toBe(before);
    for (const name of ["contents", "pull_requests", "issues"] as const) {
      const { [name]: _, ...rest } = VERDICT;
      const lacking = await run(specs, rest);
      expect(lacking.exitCode).not.toBe(0);
      const words = lacking.annotations.map(({ message }) => message).join("\n");
      expect(words).toContain(`${name.replace("_", "-")}: read`);
    }
  });

  test("the README's table is the one that is tested", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const rows = [...readme.matchAll(/^\| .* \|.*`?(?:read|write|artifact-name)`.*\|$/gm)].map(
      ([row]) => row,
    );
    const wanted = [...OTHERS, ...Object.values(FEATURES).map(({ row }) => row)];
    expect(rows.toSorted()).toEqual(wanted.toSorted());
  });
});
