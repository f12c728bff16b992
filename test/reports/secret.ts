import { evaluate } from "../../src/core/evaluate.ts";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Law, PolicySections } from "../../src/core/law.ts";
import type { Report } from "../../src/core/report.ts";
import { ticketsOf } from "../../src/core/report-tickets.ts";
import type { SpecAnswer } from "../../src/core/spec.ts";
import { type Lookup, lookupKey, type Person, type Ticket } from "../../src/core/ticket.ts";
import { rules } from "../../src/rules/index.ts";
import { law, ruleSet, SECTIONS } from "../core/law.ts";
import { AT, commit, facts, paths, pullRequest, reference, ticket } from "../rules/evidence.ts";
import { pullReport } from "./pulls.ts";

/** A word that stands in whatever a tracker tells, and nowhere else. */
export const SECRET = "Zwiebelturm";

const PERSON: Person = { name: SECRET, email: `${SECRET}@example.com`, account: SECRET, login: SECRET };
const DIGESTS = { title: "1".repeat(64), description: "2".repeat(64), criteria: "3".repeat(64) };

/** A tracker's ticket whose every text is secret but its id; `parts` say what differs. */
export function secretTicket(id: string, parts: Partial<Ticket> = {}): Ticket {
  return ticket(id, "open", {
    remote: "jira",
    url: `https://jira.example.com/${SECRET}`,
    title: SECRET,
    type: { name: SECRET, category: "story" },
    state: { name: SECRET, category: "in_progress" },
    project: SECRET,
    assignees: [PERSON],
    createdBy: PERSON,
    labels: [SECRET],
    createdAt: "2026-02-02T00:00:00Z",
    description: SECRET,
    criteria: [{ text: SECRET, done: false }],
    affected: ["src/a.ts"],
    path: null,
    versions: [SECRET],
    iteration: SECRET,
    snapshot: DIGESTS,
    approvals: [{ by: PERSON, at: "2026-02-03T00:00:00Z", of: { kind: "comment", snapshot: DIGESTS } }],
    ...parts,
  });
}

const SPEC: SpecAnswer = {
  status: "found",
  spec: {
    ...{
      remote: "jira",
      id: "PROJ-7",
      key: "PROJ-7",
      title: SECRET,
      url: null,
      source: "upstream",
      path: null,
    },
    ...{ text: `# ${SECRET}\n\n## ${SECRET}\n\nTBD ${SECRET}`, digest: "4".repeat(64) },
  },
};

/** Every reference has to authorise, so that each is spoken of. */
const ALL = { ...SECTIONS, references: { ...SECTIONS.references, need: "all" } } as const;

/** Sections of a policy beside those that say nothing. */
const SECTION_KINDS = {
  any: SECTIONS,
  plain: ALL,
  labels: { ...ALL, authorise: { ...SECTIONS.authorise, labels: ["ready"] } },
  projects: { ...ALL, projects: { jira: ["PROJ"] } },
  types: { ...ALL, authorise: { ...SECTIONS.authorise, types: ["bug"] } },
  approval: {
    ...ALL,
    authorise: { ...SECTIONS.authorise, approval: { label: null, risk: null, approvers: [SECRET] } },
  },
} as const;

function lawOf(sections: PolicySections): Law {
  const judging = law({ sections, rules: ruleSet(rules, {}, sections) });
  return { ...judging, spec: { ...judging.spec, required: true } };
}

const LAWS = {
  any: lawOf(SECTION_KINDS.any),
  plain: lawOf(SECTION_KINDS.plain),
  labels: lawOf(SECTION_KINDS.labels),
  projects: lawOf(SECTION_KINDS.projects),
  types: lawOf(SECTION_KINDS.types),
  approval: lawOf(SECTION_KINDS.approval),
} satisfies Readonly<Record<keyof typeof SECTION_KINDS, Law>>;

/** A pull request whose one commit names PROJ-7 and a local task that follows PROJ-8, judged by every rule there is. */
export function secretReport(answer: Lookup, sections: keyof typeof SECTION_KINDS = "plain"): Report {
  const task = ticket("TASK-1", "open", { follows: { remote: "jira", id: "PROJ-8", lastSync: null } });
  const references = [
    reference("PROJ-7", { provider: "jira", remote: "jira" }),
    reference("TASK-1", { start: 10, end: 16 }),
  ];
  const lookups: Evidence["lookups"] = {
    "jira:PROJ-7": answer,
    "jira:PROJ-1": answer,
    "jira:PROJ-8": answer.status === "found" ? { ...answer, ticket: secretTicket("PROJ-8") } : answer,
    "tasks:TASK-1": { status: "found", ticket: task, source: "file" },
  };
  const specs = { "jira:PROJ-7": answer.status === "found" ? SPEC : NO_SPEC };
  const evidence: Evidence = {
    change: pullRequest(
      commit({ message: "PROJ-7 and TASK-1", paths: paths("docs/b.md", "golden-thread.yml") }),
    ),
    ...{ at: AT, references, lookups, facts: [facts()], tasks: [], waivers: [], globs: {}, specs },
    specBlock: {
      status: "found",
      isIntact: false,
      sections: {
        "jira:PROJ-7": {
          ...{ digest: "5".repeat(64), isWhole: true },
          differs: { wanted: SECRET, found: "what the description says" },
        },
      },
    },
    approvedSpecs: { "jira:PROJ-7": [{ kind: "description", by: SECRET, isSame: false }] },
    ...{ lawPaths: [{ path: "golden-thread.yml", commit: 0 }], defaultBranches: ["main"] },
  };
  const findings = evaluate(evidence, LAWS[sections], rules);
  return pullReport({
    findings,
    keys: [{ count: 2, example: 0, verdict: "fail", findings, tickets: Object.keys(lookups) }],
    commits: { ...columnsOfOne(), count: 2 },
    tickets: () =>
      ticketsOf({
        names: references,
        lookup: (remote, id) => lookups[lookupKey(remote, id)],
        specs,
        digest: () => "6".repeat(64),
      }),
  });
}

const NO_SPEC: SpecAnswer = { status: "unknown", detail: SECRET };

function columnsOfOne(): NonNullable<Report["commits"]> {
  const { commits } = pullReport();
  if (commits === null) throw new Error("the pull request has commits");
  return { ...commits, key: () => 0 };
}
