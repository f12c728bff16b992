import { SIGNATURES } from "../core/commit-signature.ts";
import { SPEC_SOURCES } from "../core/spec.ts";
import { index, list, record, type SchemaNode, text } from "../reports/schema-nodes.ts";
import { METHODS, PHASES } from "./context.ts";
import { FACTS_TYPE, GATE_ID } from "./statement.ts";

const said = (node: SchemaNode, description: string): SchemaNode => ({ ...node, description });

const time: SchemaNode = {
  type: "string",
  pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$",
};
const day: SchemaNode = { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\d$" };
const flag: SchemaNode = { type: "boolean" };
const hex: SchemaNode = { type: "string", pattern: "^[0-9a-f]{64}$" };
const sha256: SchemaNode = record({ sha256: hex });
const gitId: SchemaNode = { type: "string", pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$" };
const gitCommit: SchemaNode = record({ gitCommit: gitId });
const result: SchemaNode = { enum: ["PASSED", "WARNED", "FAILED", "UNKNOWN"] };
const commit: SchemaNode = record({ digest: gitCommit });
const at = said(text, "The remote's name and the ticket's id there; refs of commits name it by this.");

const gate = record({
  id: { const: GATE_ID },
  version: { type: "object", additionalProperties: text },
  place: said({ enum: ["hook", "ci", "server"] }, "Where it was judged."),
  invocation: record({ event: text, "uri?": text, "attempt?": { type: "integer", minimum: 1 } }),
});

const policy = record({
  name: text,
  digest: said(sha256, "Of the resolved law."),
  annotations: record({
    sources: said(list(text), "Files that it came from, later ones win."),
    preset: text,
    "commit?": said(gitId, "The commit whose tree has those files."),
  }),
});

const change = record({
  repository: { type: "string", pattern: "^git\\+" },
  complete: said(flag, "False: some of its commits could not be seen, so nothing here speaks for them."),
  "targetRef?": text,
  "base?": commit,
  "head?": commit,
  "beside?": said(
    list(commit),
    "Commits whose own history the range leaves out as well as that of the base.",
  ),
  "since?": said(time, "Older commits of the range were not counted."),
  "tree?": said(record({ digest: record({ gitTree: gitId }) }), "What the head's files are."),
  "method?": said({ enum: [...METHODS] }, "How it landed."),
  "proposal?": record({
    id: text,
    uri: text,
    draft: flag,
    isFork: flag,
    "author?": record({ login: text }),
    "bodyDigest?": said(sha256, "Of its description, with LF line ends and nothing around it."),
    "bodyNormalization?": { const: "lf-trim/v1" },
  }),
});

const intent = record({
  at,
  remote: text,
  key: said(text, "As people write it."),
  status: { enum: ["found", "claimed", "absent", "forbidden", "credentials", "unavailable"] },
  rule: said(text, "What `authorized` is the answer of."),
  observedAt: said(time, "When its tracker told it."),
  "uri?": text,
  "type?": text,
  "state?": record({ name: text, category: text }),
  "authorized?": said(flag, "Left out: nothing was decided about it. It grants nothing then."),
  "source?": { enum: ["api", "ledger", "file"] },
  "digest?": said(
    sha256,
    "Over title, type, state, project, sorted labels, criteria and description (RFC 8785).",
  ),
});

const plan = record({
  name: said(text, "The file of the spec, or the ticket that holds it."),
  digest: said(
    sha256,
    "Over its text with LF line ends, without a byte-order mark and blank lines around it, and one LF.",
  ),
  annotations: record({ ticket: at, source: { enum: [...SPEC_SOURCES] } }),
});

const implementation = record({
  commits: said(
    list(
      record({
        digest: gitCommit,
        result,
        refs: list(
          record({
            at,
            via: said(text, "Where it stands; `message`: only its group of commits is known to name it."),
          }),
        ),
        "exempt?": said(record({ rule: text }), "What exempts it, as git or the forge proves."),
        "signature?": said(
          record({ status: { enum: [...SIGNATURES] }, "signer?": text }),
          "The commit's own signature, as the git that was asked trusts it.",
        ),
      }),
    ),
    "The commits that this statement is about.",
  ),
  coverage: said(
    record({
      ...{ total: index, linked: index, unlinked: index, passed: index, failed: index, undecided: index },
      exempt: { type: "object", additionalProperties: index },
      beforeBaseline: index,
    }),
    "Numbers of commits of the whole change. `linked`: those whose message names a ticket; exempt ones count in all of them.",
  ),
});

const check = record({
  id: said(text, "The rule."),
  result: { enum: ["PASSED", "WARNED", "FAILED", "UNKNOWN", "NOT_APPLICABLE"] },
  enforced: flag,
  answers: said(
    record({ pass: index, fail: index, skip: index, unknown: index }),
    "Distinct answers, not commits.",
  ),
});

const exception = record({
  id: text,
  rules: said(list(text), "Those that it lifted here."),
  created: day,
  expires: said(day, "The last day in UTC on which it lifts anything."),
  proof: { enum: ["proved", "declared"] },
  reason: { type: "string", maxLength: 400 },
  "grantedBy?": record({ id: text }),
});

const facts = record({
  evaluatedAt: time,
  phase: { enum: [...PHASES] },
  result: said(result, "Of the whole change."),
  "part?": said(
    record({ number: { type: "integer", minimum: 1 }, of: { type: "integer", minimum: 2 } }),
    "One of several statements that tell one change: commits and tickets are this one's, the rest is the same in all.",
  ),
  gate,
  policy,
  change,
  intent: list(intent),
  plan: list(plan),
  implementation,
  checks: list(check),
  exceptions: list(exception),
  "logId?": said(hex, "The log that this record is one of."),
  "seq?": said({ type: "integer", minimum: 1 }, "Its number there, without a gap."),
  "previous?": said(
    record({ digest: sha256 }),
    "The line before, with its signature and without its line break.",
  ),
});

/** JSON Schema (2020-12) of the predicate. Fields that it does not know are no error, as in-toto's parsing rules want it. */
export function predicateSchema(): unknown {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${FACTS_TYPE}/schema.json`,
    title: "golden-thread change authorization, v0.1",
    ...open(facts),
  };
}

/** The same schema, open to fields of later versions. */
function open(node: SchemaNode): SchemaNode {
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => key !== "additionalProperties" || value !== false)
      .map(([key, value]) => [key, opened(value)]),
  );
}

function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(opened);
  return typeof value === "object" && value !== null ? open({ ...value }) : value;
}
