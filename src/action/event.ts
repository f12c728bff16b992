import { Fault } from "../core/fault.ts";
import { isObjectId } from "../core/object-id.ts";

/** What a workflow was started by, as far as it says what is to be judged. Never what is there now: a run again replays an old payload. */
export type ActionEvent =
  | {
      readonly kind: "pull-request";
      readonly number: number;
      readonly base: string;
      readonly head: string;
      /** `opened`, `edited`, …; only `closed` makes a difference. */
      readonly action: string;
      /** The workflow is that of the default branch, and its token may write. */
      readonly isTarget: boolean;
    }
  | {
      readonly kind: "merge-group";
      readonly base: string;
      readonly head: string;
      readonly ref: string;
      /** Full name of the branch that the group goes into. */
      readonly into: string;
    }
  | {
      readonly kind: "push";
      /** Null: the ref is new. */
      readonly before: string | null;
      /** Null: the ref is gone. */
      readonly after: string | null;
      readonly ref: string;
      readonly defaultBranch: string;
    }
  | { readonly kind: "schedule" }
  | { readonly kind: "dispatch" }
  /** The second of two stages: pull requests whose head is this commit. */
  | { readonly kind: "workflow-run"; readonly head: string };

/** Events that the Action knows, as workflows name them. */
export const EVENTS = [
  "pull_request",
  "pull_request_target",
  "merge_group",
  "push",
  "schedule",
  "workflow_dispatch",
  "workflow_run",
] as const;

type Json = Readonly<Record<string, unknown>>;

/** Reads an event's payload (GitHub, "Webhook events and payloads"). Throws Fault("usage") for one that the Action does not know. */
export function eventOf(name: string, payload: unknown): ActionEvent {
  const event = object(payload);
  switch (EVENTS.find((known) => known === name)) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(event, name === "pull_request_target");
    case "merge_group":
      return mergeGroup(object(event.merge_group));
    case "push":
      return push(event);
    case "schedule":
      return { kind: "schedule" };
    case "workflow_dispatch":
      return { kind: "dispatch" };
    case "workflow_run":
      return {
        kind: "workflow-run",
        head: commit(object(event.workflow_run).head_sha, "workflow_run.head_sha"),
      };
    case undefined:
      throw new Fault("usage", `The event ${name} says nothing that could be judged.`, {
        found: name,
        wanted: EVENTS.join(", "),
        fix: "mend the `on:` of this workflow",
      });
  }
}

function pullRequest(event: Json, isTarget: boolean): ActionEvent {
  const pull = object(event.pull_request);
  const { number } = pull;
  if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1)
    throw lacking("pull_request.number");
  return {
    kind: "pull-request",
    number,
    base: commit(object(pull.base).sha, "pull_request.base.sha"),
    head: commit(object(pull.head).sha, "pull_request.head.sha"),
    action: text(event.action, "action"),
    isTarget,
  };
}

function mergeGroup(group: Json): ActionEvent {
  return {
    kind: "merge-group",
    base: commit(group.base_sha, "merge_group.base_sha"),
    head: commit(group.head_sha, "merge_group.head_sha"),
    ref: text(group.head_ref, "merge_group.head_ref"),
    into: text(group.base_ref, "merge_group.base_ref"),
  };
}

function push(event: Json): ActionEvent {
  return {
    kind: "push",
    before: orNone(event.before, "before"),
    after: orNone(event.after, "after"),
    ref: text(event.ref, "ref"),
    defaultBranch: text(object(event.repository).default_branch, "repository.default_branch"),
  };
}

/** Zeros stand for a ref that is not there. */
function orNone(value: unknown, place: string): string | null {
  return typeof value === "string" && /^0+$/.test(value) ? null : commit(value, place);
}

function commit(value: unknown, place: string): string {
  if (typeof value === "string" && isObjectId(value)) return value;
  throw lacking(place);
}

function text(value: unknown, place: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw lacking(place);
}

function object(value: unknown): Json {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function lacking(place: string): Fault {
  return new Fault("usage", "The event's payload can't be used.", {
    found: `no usable ${place}`,
    wanted: "a payload as GitHub sends it",
  });
}
