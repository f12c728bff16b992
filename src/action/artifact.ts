import { setTimeout as after } from "node:timers/promises";
import type { World } from "../core/ports.ts";

/** Files that are to be one artifact of a workflow run. */
export interface AuditUpload {
  readonly name: string;
  /** Absolute; names in the artifact are relative to it. */
  readonly folder: string;
  /** Absolute paths below it. */
  readonly files: readonly string[];
  /** The job's id and how often the run was started: they tell names apart where the first is taken. */
  readonly job: string;
  readonly attempt: number;
  /** Left out: as long as the repository keeps artifacts. */
  readonly retentionDays?: number;
}

/** What became of an upload; only the first is one. `digest`: hex sha256 of the zip. */
export type Uploaded =
  | {
      readonly status: "uploaded";
      readonly id: number;
      readonly name: string;
      /** The page to download it from; null: the environment does not tell. */
      readonly url: string | null;
      readonly digest: string | null;
    }
  | { readonly status: "unsupported" | "failed"; readonly why: string };

/** The runner that an action runs in. `deadline`: milliseconds. */
export interface UploadGround {
  readonly env: World["env"];
  readonly deadline?: number;
}

/**
 * How long an upload may take, in milliseconds. The toolkit asks a service that is down five times within half a minute, and four times for
 * each block; a report of a million commits is some hundred megabytes.
 */
const DEADLINE = 120_000;

/**
 * Uploads the audit's files, under a second name where the first is taken (a matrix, a run that was started again). Never throws: an
 * artifact that can't be had costs no verdict. After the deadline the toolkit may go on in vain: whoever calls ends the process.
 */
export async function uploadAudit(audit: AuditUpload, ground: UploadGround): Promise<Uploaded> {
  const { env, deadline = DEADLINE } = ground;
  if (!env.ACTIONS_RESULTS_URL || !env.ACTIONS_RUNTIME_TOKEN)
    return { status: "unsupported", why: "This runner has no service that takes artifacts." };
  if (isOwnServer(env)) return NO_SERVICE;
  const names = [audit.name, `${audit.name}-${audit.job}-${audit.attempt}`];
  const stop = new AbortController();
  const late = after(deadline, LATE, { signal: stop.signal }).catch(() => LATE);
  try {
    return await Promise.race([inTurn(names, audit, env), late]);
  } finally {
    stop.abort();
  }
}

const LATE: Uploaded = { status: "failed", why: "The artifact service did not take the files in time." };

async function inTurn(
  [name = "", ...others]: readonly string[],
  audit: AuditUpload,
  env: World["env"],
): Promise<Uploaded> {
  try {
    return await upload(name, audit, env);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    // The service's own words for a name that is taken; the toolkit hands on no number but this.
    if (/\(409\)/.test(why) && others.length > 0) return inTurn(others, audit, env);
    return { status: "failed", why };
  }
}

/** As the toolkit tells it, which would annotate the job with the advice to try again. */
function isOwnServer({ GITHUB_SERVER_URL: server = "" }: World["env"]): boolean {
  const host = URL.canParse(server) ? new URL(server).hostname : "github.com";
  return host !== "github.com" && !host.endsWith(".ghe.com") && !host.endsWith(".localhost");
}

const NO_SERVICE: Uploaded = {
  status: "unsupported",
  why: "GitHub's own service for artifacts does not work with this server. Upload the folder that report-path names by a step of your own.",
};

async function upload(name: string, audit: AuditUpload, env: World["env"]): Promise<Uploaded> {
  const { DefaultArtifactClient } = await import("@actions/artifact");
  const { folder, files, retentionDays } = audit;
  const options = retentionDays === undefined ? {} : { retentionDays };
  const { id, digest = null } = await new DefaultArtifactClient().uploadArtifact(
    name,
    [...files],
    folder,
    options,
  );
  if (id === undefined) return { status: "failed", why: "The artifact service told no id." };
  return { status: "uploaded", id, name, url: pageOf(env, id), digest };
}

/** The address that actions/upload-artifact gives out as `artifact-url`. */
function pageOf(env: World["env"], id: number): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (!server || !repository || !run) return null;
  return `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
}
