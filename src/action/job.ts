import { readFileSync } from "node:fs";
import { Fault } from "../core/fault.ts";
import type { ForgeHome } from "../core/forge.ts";
import type { Env } from "../git/env.ts";
import { type ActionEvent, eventOf } from "./event.ts";

/** The job that this step belongs to, as the runner's variables tell it. */
export interface Job {
  readonly event: ActionEvent;
  /** As workflows name it. */
  readonly eventName: string;
  readonly home: ForgeHome;
  /** Where actions/checkout puts a clone; it may be empty. */
  readonly workspace: string;
  /** A folder that is emptied after the job. */
  readonly temp: string;
  /** The page of this run. */
  readonly run: string;
  readonly attempt: number;
  readonly job: string;
  /** Whose event it was; a name that nobody else can have. */
  readonly actor: string;
  /** The commit that the workflow runs for, and its ref by its full name. */
  readonly sha: string;
  readonly ref: string;
}

/** Reads the runner's variables and the event's payload. Throws Fault("usage") where this is no job of Actions, and for an event that is not known. */
export function readJob(env: Env): Job {
  const name = demanded(env, "GITHUB_EVENT_NAME");
  const repository = demanded(env, "GITHUB_REPOSITORY");
  const site = demanded(env, "GITHUB_SERVER_URL").replace(/\/+$/, "");
  return {
    event: eventOf(name, payloadIn(demanded(env, "GITHUB_EVENT_PATH"))),
    eventName: name,
    home: { kind: "github", repository, api: demanded(env, "GITHUB_API_URL").replace(/\/+$/, ""), site },
    workspace: demanded(env, "GITHUB_WORKSPACE"),
    temp: demanded(env, "RUNNER_TEMP"),
    run: `${site}/${repository}/actions/runs/${demanded(env, "GITHUB_RUN_ID")}`,
    attempt: Number(env.GITHUB_RUN_ATTEMPT ?? "1"),
    job: env.GITHUB_JOB ?? "",
    actor: env.GITHUB_ACTOR ?? "",
    sha: demanded(env, "GITHUB_SHA"),
    ref: demanded(env, "GITHUB_REF"),
  };
}

function demanded(env: Env, name: string): string {
  const value = env[name];
  if (value !== undefined && value !== "") return value;
  throw new Fault("usage", "This is no job of GitHub Actions.", {
    found: `no ${name}`,
    wanted: "the variables that its runner sets",
    fix: "golden-thread check ci",
  });
}

function payloadIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Fault("usage", "The event's payload can't be read.", {
      found: file,
      wanted: "the JSON that the runner wrote there",
      cause,
    });
  }
}
