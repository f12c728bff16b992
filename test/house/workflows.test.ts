import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { EVENTS } from "../../src/action/event.ts";
import { INPUTS } from "../../src/action/inputs.ts";
import { formatNames } from "../../src/reports/index.ts";
import { golden } from "../cli/world.ts";
import { temporaryRepository } from "../git/repo.ts";
import { root } from "./sources.ts";
import {
  actionComplaints,
  complaints,
  examples,
  fileOf,
  type Job,
  OTHER_SYSTEMS,
  OURS,
  own,
  snippetsIn,
  type WorkflowFile,
} from "./workflow-files.ts";

const told = snippetsIn("README.md");
const all = [...own, ...examples, ...told];
/** Those that judge. */
const judging = all.filter(({ workflow }) => jobsOf(workflow).some((job) => usesOurs(job)));

function jobsOf({ jobs }: WorkflowFile["workflow"]): readonly Job[] {
  return Object.values(jobs);
}

function usesOurs({ steps }: Job): boolean {
  return steps.some(({ uses }) => uses === OURS || uses === "./");
}

describe("what GitHub would refuse is refused here", () => {
  test.each(all)("$name", (file) => {
    expect(complaints(file)).toEqual([]);
  });
  test("its parser does see mistakes", () => {
    const text = readFileSync(join(root, "examples", "minimal.yml"), "utf8");
    const spoilt = [
      text.replace("edited", "editd"),
      text.replace("contents: read", "content: read"),
      text.replace("timeout-minutes", "timeout-minute"),
    ];
    for (const wrong of spoilt) expect(complaints({ name: "wrong.yml", text: wrong })).not.toEqual([]);
  });
  test("the Action's metadata", () => {
    const text = readFileSync(join(root, "action.yml"), "utf8");
    expect(actionComplaints("action.yml", text)).toEqual([]);
    expect(actionComplaints("action.yml", text.replace("node24", "node99"))).not.toEqual([]);
  });
});

describe("what runs on a forge can do no more than it must", () => {
  test.each([...own, ...examples])(
    "$name grants nothing but what a job asks for, and ends",
    ({ workflow }) => {
      expect(workflow.permissions).toEqual({});
      for (const job of jobsOf(workflow)) {
        expect(job).toHaveProperty("permissions");
        expect(job["timeout-minutes"]).toBeGreaterThan(0);
      }
    },
  );
  test.each(all)(
    "$name names every action by its commit, and ours by its major version",
    ({ name, text }) => {
      const uses = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action ?? "");
      const here = name.startsWith(".github") ? "./" : OURS;
      expect(uses.length).toBeGreaterThan(0);
      expect(
        uses.filter((action) => action !== here && !/^[\w/-]+@[0-9a-f]{40} # v[\d.]+$/.test(action)),
      ).toEqual([]);
    },
  );
  test.each(all)("$name puts no text of an event into a script", ({ workflow }) => {
    const scripts = jobsOf(workflow).flatMap(({ steps }) => steps.flatMap(({ run = [] }) => run));
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });
  test.each([...own, ...examples])(
    "$name keeps no credentials but those that it pushes with",
    ({ text, workflow }) => {
      const pushes = jobsOf(workflow).some(({ permissions = {} }) => permissions.contents === "write");
      const checkouts = pushes ? 0 : text.split("actions/checkout@").length - 1;
      expect(text.split("persist-credentials: false").length - 1).toBe(checkouts);
    },
  );
  const privileged = all.filter(
    ({ workflow: { on } }) => "pull_request_target" in on || "workflow_run" in on,
  );
  test.each(privileged)(
    "$name, which a fork can start with a token that writes, runs the Action alone",
    ({ workflow }) => {
      expect(jobsOf(workflow).flatMap(({ steps }) => steps.map(({ uses }) => uses))).toEqual([OURS]);
    },
  );
  test("there are such", () => {
    expect(privileged.map(({ name }) => name)).toEqual([
      "examples/forks-comment.yml",
      "examples/pull-request-target.yml",
    ]);
  });
});

test("our own pull requests are judged by the program of their base", () => {
  const gate = own.find(({ name }) => name.endsWith("gate.yml"));
  const [checkout] = gate?.workflow.jobs["golden-thread"]?.steps ?? [];
  expect(checkout?.with?.ref).toMatch(/^\$\{\{ github\.event\.pull_request\.base\.sha \|\|/u);
});

describe("a check that is required is given, whatever happens", () => {
  const required = judging.filter(({ workflow }) => "pull_request" in workflow.on);
  test.each(required)("$name is never skipped, nor cut short", ({ workflow, text }) => {
    expect(workflow.on.pull_request?.types?.toSorted()).toEqual([
      "edited",
      "opened",
      "ready_for_review",
      "reopened",
      "synchronize",
    ]);
    expect(text).not.toMatch(/^\s*paths(-ignore)?:/mu);
    expect(jobsOf(workflow).flatMap((job) => job.if ?? [])).toEqual([]);
    expect(workflow.concurrency).toMatchObject({ "cancel-in-progress": false });
    expect(workflow.on).toHaveProperty("merge_group");
  });
  test("there are such", () => {
    expect(required.length).toBeGreaterThan(3);
  });
});

describe("a workflow that is copied asks the Action for nothing that it does not have", () => {
  const inputs: Readonly<Record<string, { readonly words: readonly string[] | null }>> = INPUTS;
  test.each(judging)("$name", ({ workflow }) => {
    expect(Object.keys(workflow.on).filter((event) => !EVENTS.some((known) => known === event))).toEqual([]);
    const given = jobsOf(workflow).flatMap(({ steps }) =>
      steps
        .filter(({ uses }) => uses === OURS || uses === "./")
        .flatMap((step) => Object.entries(step.with ?? {})),
    );
    const wrong = given.filter(([name, value]) => {
      const input = inputs[name];
      const isFree = input?.words === null || String(value).startsWith("${{");
      return input === undefined || !(isFree || input.words?.includes(String(value)) === true);
    });
    expect(wrong).toEqual([]);
  });
});

test("init writes the minimal example, for the repository's own default branch", async () => {
  const repo = temporaryRepository();
  repo.commit("first");
  repo.git("update-ref", "refs/remotes/origin/main", "HEAD");
  repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  await golden(["init", "--yes", "--workflow"], { cwd: repo.root, env: repo.env });
  const written = fileOf("init", readFileSync(repo.path(".github/workflows/golden-thread.yml"), "utf8"));
  const minimal = examples.find(({ name }) => name.endsWith("/minimal.yml"))?.text;
  expect(written.text).toBe(minimal?.replace(" Copy it to .github/workflows/.", ""));
  expect(complaints(written)).toEqual([]);
});

describe("pipelines of other systems", () => {
  test.each(OTHER_SYSTEMS)(
    "%s lets check ci find out what it is about, in formats that there are",
    (name) => {
      const text = readFileSync(join(root, "examples", name), "utf8");
      if (name !== "Jenkinsfile") expect(parse(text)).toBeTruthy();
      const commands = [...text.matchAll(/golden-thread (check [^'\n]*)/gu)].map(
        ([, command = ""]) => command,
      );
      expect(commands.length).toBeGreaterThan(0);
      for (const command of commands) expect(command).toMatch(/^check ci\b/u);
      const formats = [...text.matchAll(/--format (\w+)/gu)].map(([, format = ""]) => format);
      expect(formats.filter((format) => !formatNames.some((known) => known === format))).toEqual([]);
    },
  );
});
