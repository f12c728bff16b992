import type { CheckAnnotation, ForgeCheck } from "../../core/forge.ts";
import { ask } from "../line.ts";
import { shortened } from "../shortened.ts";
import type { GithubActor } from "./actor.ts";
import type { Github } from "./line.ts";
import { anyShape, checkRunShape } from "./schema.ts";

/** Characters of a status's description. */
const LONGEST_DESCRIPTION = 140;

/** Characters of a check run's summary, and of its text. */
const LONGEST_SUMMARY = 65_535;

/** Remarks that one request takes; each further one adds to them. */
const MOST_ANNOTATIONS = 50;

/** Bytes of a remark, and characters of its title. */
const LONGEST_REMARK = 64 * 1024;
const LONGEST_TITLE = 255;

const STATES = { pass: "success", fail: "failure", undecided: "error", pending: "pending" } as const;
const LEVELS = { error: "failure", warning: "warning", notice: "notice" } as const;

/** A check run, which only an app may make, else a commit status. */
export async function check(
  github: Github,
  actor: () => Promise<GithubActor>,
  wanted: ForgeCheck,
): Promise<void> {
  const { isApp } = await actor();
  return isApp ? makeRun(github, wanted) : setStatus(github, wanted);
}

async function setStatus(github: Github, { commit, name, verdict, title, url }: ForgeCheck): Promise<void> {
  const json = {
    state: STATES[verdict],
    context: name,
    description: shortened(title, LONGEST_DESCRIPTION),
    ...(url === null ? {} : { target_url: url }),
  };
  const path = `${github.path}/statuses/${encodeURIComponent(commit)}`;
  const question = { about: `check ${name} of ${commit}`, shape: anyShape, wanted: 201 };
  await ask(github, { method: "POST", path, json }, question);
}

/** The first remarks come with the run, so that a run whose later ones fail has the weightiest. */
async function makeRun(github: Github, wanted: ForgeCheck): Promise<void> {
  const { commit, name, url, annotations = [] } = wanted;
  const about = `check ${name} of ${commit}`;
  const path = `${github.path}/check-runs`;
  const [first = [], ...others] = batches(annotations.flatMap(remarkOf));
  const output = outputOf(wanted);
  const json = {
    ...{ name, head_sha: commit, ...stateOf(wanted) },
    output: { ...output, ...(first.length === 0 ? {} : { annotations: first }) },
    ...(url === null ? {} : { details_url: url }),
  };
  const made = { about, shape: checkRunShape, wanted: 201 };
  const { id } = await ask(github, { method: "POST", path, json }, made);
  for (const more of others) {
    const change = { output: { ...output, annotations: more } };
    const request = { method: "PATCH", path: `${path}/${id}`, json: change } as const;
    await ask(github, request, { about, shape: anyShape });
  }
}

/** A neutral conclusion would count as passed. */
function stateOf({ verdict }: ForgeCheck) {
  return verdict === "pending"
    ? { status: "in_progress" }
    : { status: "completed", conclusion: verdict === "pass" ? "success" : "failure" };
}

function outputOf({ title, summary, text }: ForgeCheck) {
  const more = text === undefined || text === "" ? {} : { text: cut(text, LONGEST_SUMMARY) };
  return { title: shortened(title, LONGEST_TITLE), summary: cut(summary, LONGEST_SUMMARY), ...more };
}

function remarkOf({ path, line, level, title, message }: CheckAnnotation) {
  if (path === null || message === "") return [];
  const at = line ?? 1;
  return [
    {
      ...{ path, start_line: at, end_line: at, annotation_level: LEVELS[level] },
      ...{ title: shortened(title, LONGEST_TITLE), message: inBytes(message, LONGEST_REMARK) },
    },
  ];
}

function batches<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / MOST_ANNOTATIONS) }, (_, at) =>
    all.slice(at * MOST_ANNOTATIONS, (at + 1) * MOST_ANNOTATIONS),
  );
}

/** Without half of a character at the end. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

function inBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  return new TextDecoder().decode(Buffer.from(text).subarray(0, most)).replace(/\ufffd+$/, "");
}
