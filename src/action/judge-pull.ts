import { type OpenPullRequest, openPullRequest } from "../check-pr/open.ts";
import { bodyWithSpecs } from "../check-pr/spec-body.ts";
import { judgePullRequest } from "../check-pr.ts";
import { type Disclosure, disclosureOf } from "../core/disclosure.ts";
import type { Evidence } from "../core/evidence.ts";
import { Fault } from "../core/fault.ts";
import type { LiveChange } from "../core/forge.ts";
import { evidenceContext } from "../evidence-context.ts";
import { disclosed } from "../reports/disclosed.ts";
import { attempt } from "./attempt.ts";
import { isPrivate } from "./is-private.ts";
import { type Judged, renderOf } from "./judged.ts";
import { judgedHere } from "./judged-where.ts";
import type { ActionScene, Pull } from "./scene.ts";

/** Which pull request, and what its event says of it. */
export interface PullName {
  readonly number: number;
  /** Commits that an event names; null: none does. */
  readonly event: { readonly base: string; readonly head: string } | null;
  /** A commit that is trusted instead of the base branch's tip; null: that. */
  readonly base: string | null;
}

/** Of a description that somebody changes at the same time, such as another run; after that it is judged as it is. */
const MOST_WRITES = 2;

/** Judges a pull request as it is now. Where its description lacks a spec and may be written, that comes first. */
export async function judgePull(scene: ActionScene, name: PullName): Promise<Judged> {
  const { ground, job } = scene;
  const { event, base, number } = name;
  const open = () =>
    openPullRequest(
      scene.world,
      { ...scene.options, bring: ground.near },
      {
        number,
        base,
        head: null,
        event: event === null ? null : { base: event.base, repository: job.home.repository },
      },
    );
  let opened = await open();
  const { forge } = opened;
  const audience = { isPrivate: await isPrivate(scene, async () => forge) };
  let judged = await judgePullRequest(opened);
  for (let left = MOST_WRITES; left > 0; left--) {
    const disclosure = disclosureOf(opened.gate.law, audience);
    if (!(await specsWritten(scene, opened, { evidence: judged.evidence, disclosure }))) break;
    opened = await open();
    judged = await judgePullRequest(opened);
  }
  const { gate, live } = opened;
  const { report, subjects } = judged;
  const disclosure = disclosureOf(gate.law, audience);
  return {
    report: disclosed(report, { disclosure, own: await gate.own() }),
    audit: null,
    render: await renderOf(scene, gate, report, { range: null, ...(subjects === null ? {} : { subjects }) }),
    pull: {
      ...{ forge, number, head: live.head.commit },
      isOpen: live.state === "open",
      readOnly: readOnly(scene, live),
    },
    context: await evidenceContext(gate, report, {
      ...{ ...judgedHere(scene), phase: "pre-merge", commits: null },
      ...{ targetRef: `refs/heads/${live.base.branch}`, body: live.body },
    }),
    signer: null,
    notes: null,
  };
}

/** Why nothing may be written; null: it may. A pull request of a fork, or of Dependabot, runs with a token that reads. */
function readOnly(
  { inputs, job }: Pick<ActionScene, "inputs" | "job">,
  { head }: Pick<LiveChange, "head">,
): Pull["readOnly"] {
  if (inputs.token === "") return "the step has no github-token";
  if (job.event.kind !== "pull-request" || job.event.isTarget) return null;
  if (head.isFork) return "the pull request comes from a fork, whose runs may only read";
  return job.actor === "dependabot[bot]" ? "Dependabot's runs may only read" : null;
}

/** Puts the specs into the description where they are missing or old; true: it is another one than was judged. */
async function specsWritten(
  scene: ActionScene,
  opened: OpenPullRequest,
  { evidence, disclosure }: { readonly evidence: Evidence; readonly disclosure: Disclosure },
): Promise<boolean> {
  const { inputs, notes } = scene;
  const { forge, live } = opened;
  if (inputs.spec === "off" || live.state !== "open" || live.head.isFork || readOnly(scene, live) !== null)
    return false;
  const body = bodyWithSpecs(opened, evidence, { ...scene.job.home, disclosure });
  if (body === null || body === live.body) return false;
  const written = await attempt(
    notes,
    "the spec in the pull request's description",
    "pull-requests: write",
    () => forge.setBody(live.number, body, { expected: live.body }).catch(overtaken),
  );
  return written !== null;
}

/** The forge's word for a body that changed meanwhile. */
function overtaken(thrown: unknown): { readonly changed: false } {
  if (thrown instanceof Fault && thrown.code === "usage") return { changed: false };
  throw thrown;
}
