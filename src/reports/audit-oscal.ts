import { type AuditEvidence, auditEvidence } from "../controls/evidence.ts";
import { type Support, supportsOf } from "../controls/support.ts";
import type { Audit } from "../core/audit.ts";
import { REPOSITORY } from "../core/version.ts";
import { auditHeadline, gapRows, unseenRows, waiverRows } from "./audit-rows.ts";
import { inertLine, json, visible } from "./escape.ts";
import type { AuditRendererFactory, RenderOptions } from "./options.ts";
import { uuidOf } from "./uuid.ts";

/** The edition of NIST's model that this is written in. */
const OSCAL = "1.2.1";

/** Whose names the properties are. */
const NS = `${REPOSITORY}/ns/oscal`;

/**
 * OSCAL assessment results: what was observed, never a finding unless the user maps a control to an objective, since whether one is
 * satisfied is an assessor's word. Identifiers are of version 5 and follow from what is said, so the same audit is the same bytes.
 */
export const renderer: AuditRendererFactory = (options) => (audit) => ({
  name: "assessment-results.oscal.json",
  mediaType: "application/oscal+json",
  body: [`${json(documentOf(audit, options))}\n`],
});

function documentOf(audit: Audit, options: RenderOptions): unknown {
  const { asOf, report, scope } = audit;
  const id = identity(audit);
  const plan = uuidOf(`${id}#plan`);
  const title = `golden-thread audit of ${line(scope.repository ?? "this repository")}`;
  return {
    "assessment-results": {
      uuid: uuidOf(id),
      metadata: {
        title,
        "last-modified": asOf,
        version: scope.tip ?? "none",
        "oscal-version": OSCAL,
        props: [prop("tool-version", report.tool.version), prop("policy-digest", report.policyDigest)],
      },
      "import-ap": {
        href: `#${plan}`,
        remarks: "There is no assessment plan: the policy in force is the plan.",
      },
      results: [resultOf(audit, options, id)],
      "back-matter": { resources: resourcesOf(audit, id, plan) },
    },
  };
}

/** What the audit is about and when: other questions have other identifiers. */
function identity({ asOf, scope, report, ledger }: Audit): string {
  const { repository, ref, tip, behind, since } = scope;
  const parts = [
    repository,
    ref,
    tip,
    behind,
    since,
    asOf,
    report.policyDigest,
    ledger?.digest,
    report.tool.version,
  ];
  return `${NS}/audit/${encodeURIComponent(JSON.stringify(parts))}`;
}

function resultOf(audit: Audit, options: RenderOptions, id: string): unknown {
  const evidence = auditEvidence(audit, options.proofs);
  const supports = supportsOf(evidence, options.controls);
  const observed = observations(audit, evidence, supports);
  const named = observed.map(({ name, ...observation }) => ({
    uuid: uuidOf(`${id}#${name}`),
    ...observation,
    methods: ["TEST"],
    collected: audit.asOf,
    "relevant-evidence": [{ href: `#${uuidOf(`${id}#report`)}`, description: "The audit's own report." }],
  }));
  const findings = findingsOf(supports, options, id);
  const { word, sentence } = auditHeadline(audit);
  return {
    uuid: uuidOf(`${id}#result`),
    title: `Authorisation and traceability of changes: ${word}`,
    description: sentence,
    start: audit.asOf,
    end: audit.asOf,
    props: [
      prop("verdict", audit.report.verdict),
      ...Object.entries(audit.coverage.commits).flatMap(([name, value]) =>
        typeof value === "number" ? [prop(`commits-${name}`, String(value))] : [],
      ),
    ],
    "reviewed-controls": { "control-selections": selections(supports) },
    observations: named,
    ...(findings.length === 0 ? {} : { findings }),
    remarks: "Observations support controls; none of them says that one is satisfied.",
  };
}

/** One selection for each framework, which has ids of its own. */
function selections(supports: readonly Support[]): readonly unknown[] {
  const frameworks = [...new Set(supports.map(({ framework }) => framework))];
  return frameworks.map((framework) => ({
    description: `${line(framework)}: supported, not satisfied alone`,
    "include-controls": supports
      .filter((one) => one.framework === framework)
      .map((one) => ({ "control-id": controlId(one) })),
  }));
}

/** A token begins with a letter and holds letters, digits, dots and dashes. */
function controlId({ framework, item }: Support): string {
  const named = /^\p{L}/u.test(item) ? item : `${framework}-${item}`;
  return token(named);
}

function token(text: string): string {
  const clean = text.replace(/[^\p{L}\p{N}.-]+/gu, "-").replace(/^[^\p{L}]+|-+$/gu, "");
  return clean === "" ? "none" : clean;
}

/** A value may not be empty, nor begin or end with white space. */
function prop(name: string, value: string, more: object = {}) {
  return { name: token(name), ns: NS, value: line(value), ...more };
}

function line(text: string): string {
  return visible(text).trim() || "-";
}

/** Prose from outside, which OSCAL reads as Markdown. */
function inert(text: string): string {
  return inertLine(text).trim() || "-";
}

interface Observation {
  /** Tells it from the others of the same audit. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly object[];
}

function observations(
  audit: Audit,
  evidence: readonly AuditEvidence[],
  supports: readonly Support[],
): readonly Observation[] {
  return [
    ...evidence.map((one) => ofEvidence(one, supports)),
    ...gapRows(audit).map(({ code, title, number, examples }) => ({
      name: `gap/${code}`,
      title,
      description: `${title}: ${number}. For example: ${examples.map(({ text }) => inert(text)).join("; ") || "-"}`,
      props: [prop("gap", code), prop("number", String(number))],
    })),
    ...waiverRows(audit).map(({ waiver, state, lifted }) => ({
      name: `waiver/${waiver.id}`,
      title: `Waiver ${line(waiver.id)}`,
      description: `${inert(waiver.reason)} Until ${inert(waiver.expires)}; approved by ${inert(waiver.approver)}.`,
      props: [prop("waiver", waiver.id), prop("state", state), prop("lifted", String(lifted))],
    })),
    ...unseenRows(audit).map(({ name, state, why }) => ({
      name: `part/${name}`,
      title: `Not evaluated: ${name}`,
      description: why === "" ? `It is ${state}.` : inert(why),
      props: [prop("part", name), prop("state", state)],
    })),
  ];
}

function ofEvidence({ id, name, state, said }: AuditEvidence, supports: readonly Support[]): Observation {
  const controls = supports.filter((one) => one.evidence.includes(id));
  return {
    name: `evidence/${id}`,
    title: `${id}: ${name}`,
    description: inert(said),
    props: [
      prop("evidence", id),
      prop("state", state),
      ...controls.map((one) => prop("supports", `${one.framework} ${one.item}`, { class: one.strength })),
    ],
  };
}

/** Only for what the user mapped: `objectives` says which objective an item is. */
function findingsOf(
  supports: readonly Support[],
  { objectives }: RenderOptions,
  id: string,
): readonly object[] {
  if (objectives === undefined) return [];
  return supports.flatMap((one) => {
    const objective = objectives.get(one.item);
    if (objective === undefined) return [];
    const isMet = one.state === "present";
    return [
      {
        uuid: uuidOf(`${id}#finding/${one.framework}/${one.item}`),
        title: `${line(one.framework)} ${line(one.item)}`,
        description: `${inert(one.asks)} Not shown here: ${inert(one.missing)}`,
        target: {
          type: "objective-id",
          "target-id": token(objective),
          status: { state: isMet ? "satisfied" : "not-satisfied", reason: isMet ? "pass" : "other" },
        },
        "related-observations": one.evidence.map((kind) => ({
          "observation-uuid": uuidOf(`${id}#evidence/${kind}`),
        })),
      },
    ];
  });
}

function resourcesOf({ report }: Audit, id: string, plan: string): readonly unknown[] {
  return [
    {
      uuid: plan,
      title: "The policy in force",
      description: `Its sources: ${report.policySources.map(inert).join(", ") || "built in"}.`,
      props: [prop("policy-digest", report.policyDigest)],
    },
    {
      uuid: uuidOf(`${id}#report`),
      title: "The audit's report",
      rlinks: [{ href: "./report.json", "media-type": "application/json" }],
    },
  ];
}
