import type { ForgeCheck } from "../../core/forge.ts";
import { ask } from "../line.ts";
import { shortened } from "../shortened.ts";
import type { GithubActor } from "./actor.ts";
import type { Github } from "./line.ts";
import { anyShape } from "./schema.ts";

/** Characters of a status's description. */
const LONGEST_DESCRIPTION = 140;

/** Characters of a check run's summary. */
const LONGEST_SUMMARY = 65_535;

const STATES = { pass: "success", fail: "failure", undecided: "error", pending: "pending" } as const;

/** A check run, which only an app may make, else a commit status. */
export async function check(
  github: Github,
  actor: () => Promise<GithubActor>,
  wanted: ForgeCheck,
): Promise<void> {
  const { commit, name, url } = wanted;
  const { isApp } = await actor();
  const place = isApp ? "check-runs" : `statuses/${encodeURIComponent(commit)}`;
  const json = isApp
    ? runOf(wanted)
    : {
        state: STATES[wanted.verdict],
        context: name,
        description: shortened(wanted.title, LONGEST_DESCRIPTION),
        ...(url === null ? {} : { target_url: url }),
      };
  await ask(
    github,
    { method: "POST", path: `${github.path}/${place}`, json },
    { about: `check ${name} of ${commit}`, shape: anyShape, wanted: 201 },
  );
}

function runOf({ commit, name, verdict, title, summary, url }: ForgeCheck) {
  // A neutral conclusion would count as passed.
  const state =
    verdict === "pending"
      ? { status: "in_progress" }
      : { status: "completed", conclusion: verdict === "pass" ? "success" : "failure" };
  const output = { title, summary: summary.slice(0, LONGEST_SUMMARY) };
  return { name, head_sha: commit, ...state, output, ...(url === null ? {} : { details_url: url }) };
}
