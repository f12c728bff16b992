import type { JudgedWhere } from "../evidence-context.ts";
import type { ActionEvent } from "./event.ts";
import type { ActionScene } from "./scene.ts";

/** What a step knows of where it judges. */
export function judgedHere({
  job,
}: ActionScene): Pick<JudgedWhere, "repository" | "event" | "phase" | "invocation" | "attempt"> {
  return {
    repository: `${job.home.site}/${job.home.repository}`,
    event: job.eventName,
    phase: PHASES[job.event.kind],
    invocation: job.run,
    attempt: job.attempt,
  };
}

const PHASES = {
  "pull-request": "pre-merge",
  "workflow-run": "pre-merge",
  dispatch: "post-merge",
  "merge-group": "merge-queue",
  push: "post-merge",
  schedule: "post-merge",
} as const satisfies Readonly<Record<ActionEvent["kind"], string>>;
