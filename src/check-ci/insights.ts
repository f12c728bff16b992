import type { CiRun } from "../ci/run.ts";
import { openAddress } from "../connect/open-address.ts";
import { Fault } from "../core/fault.ts";
import type { Http, HttpRequest } from "../core/http.ts";
import type { GateWorld } from "../gate.ts";

/** A report on a commit as Bitbucket shows it (developer.atlassian.com, "The Bitbucket Cloud REST API", group Reports). */
export interface Insights {
  readonly report: unknown;
  readonly annotations: readonly unknown[];
}

/** Where Pipelines lets a step ask the API without a credential: it adds its own to plain http (support.atlassian.com, "Code Insights"). */
const PIPELINES_PROXY = "http://localhost:29418";
const API = "http://api.bitbucket.org/2.0";
/** Unique among the reports on a commit. */
const REPORT = "golden-thread";
/** Most annotations that one request takes, and that one report has. */
const BATCH = 100;
const MOST_ANNOTATIONS = 1000;
const MOST_BYTES = 1024 * 1024;

/** Puts a report on the commit that is built, in place of the one that an earlier run left there. Throws Fault("unavailable"). */
export async function postInsights(
  { env, now }: Pick<GateWorld, "env" | "now">,
  place: NonNullable<CiRun["insights"]>,
  { report, annotations }: Insights,
  proxy = PIPELINES_PROXY,
): Promise<void> {
  const alone = { ...env, http_proxy: proxy, all_proxy: "", ALL_PROXY: "", no_proxy: "", NO_PROXY: "" };
  const http = await openAddress(API, {
    env: alone,
    now,
    name: "Bitbucket",
    haste: "hook",
    mostBytes: MOST_BYTES,
    plainProxy: true,
  });
  const [owner = "", name = ""] = place.repository.split("/").map(encodeURIComponent);
  const path = `/repositories/${owner}/${name}/commit/${place.commit}/reports/${REPORT}`;
  // What an earlier run found and this one does not would stay among the annotations.
  await ask(http, { method: "DELETE", path }, [200, 204, 404]);
  await ask(http, { method: "PUT", path, json: report }, [200]);
  const shown = annotations.slice(0, MOST_ANNOTATIONS);
  for (let at = 0; at < shown.length; at += BATCH)
    await ask(
      http,
      { method: "POST", path: `${path}/annotations`, json: shown.slice(at, at + BATCH) },
      [200],
    );
}

async function ask(http: Http, request: HttpRequest, wanted: readonly number[]): Promise<void> {
  const { status, text } = await http.send(request);
  if (wanted.includes(status)) return;
  throw new Fault("unavailable", "Bitbucket did not take the report.", {
    found: `${request.method ?? "GET"} answered ${status}: ${text.slice(0, SHOWN)}`,
    wanted: wanted.join(" or "),
  });
}

const SHOWN = 200;
