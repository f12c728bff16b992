import { byText } from "./by-text.ts";
import { commitsOf } from "./change.ts";
import { GATE_CODES } from "./codes.ts";
import type { Evidence } from "./evidence.ts";
import { Fault } from "./fault.ts";
import type { Finding, JudgedFinding } from "./finding.ts";
import type { Law, RuleLaw } from "./law.ts";
import type { CodeMeta, Rule } from "./rule.ts";
import { type RuleSet, scopesOf } from "./scope.ts";
import { waive } from "./waive.ts";

/** What the judgement takes from its caller; left out, it follows from the evidence and the law. */
export interface EvaluateContext {
  /** False: the law's `enforce_from` still lies ahead, so nothing blocks yet. */
  readonly afterEnforceFrom?: boolean;
}

/** One way to weigh a rule, and the commits that it is weighed so for; null stands for the change as a whole. */
interface Weighing {
  readonly ruleLaw: RuleLaw;
  readonly commits: Set<number | null>;
}

/**
 * Asks every rule that the law, the kind of change and the known facts call for, weighs the answers, and lifts what is waived.
 * Pure and total: nothing is short-cut, silence is `unknown`, and the order depends on the findings alone.
 * Throws `Fault("internal")` where a rule throws or gives an answer that it does not declare.
 */
export function evaluate(
  evidence: Evidence,
  law: Law,
  rules: readonly Rule[],
  context: EvaluateContext = {},
): readonly JudgedFinding[] {
  const enforced = context.afterEnforceFrom ?? isEnforced(law.enforceFrom, evidence.at);
  const layers = layersOf(evidence, law);
  const findings = rules
    .filter((rule) => isAsked(rule, evidence))
    .flatMap((rule) => {
      const weighings = weighingsOf(rule, law, layers);
      const answers = weighings.map((weighing) =>
        ask(rule, evidence, weighing, enforced ? null : law.enforceFrom),
      );
      return worstOf(answers);
    });
  return [...waive(findings, evidence, law.waivers)].sort(inOrder);
}

/** Whether the law enforces at a time (RFC 3339, UTC). Dates compare as text; the day itself is the first that enforces. */
export function isEnforced(enforceFrom: string | null, at: string): boolean {
  return enforceFrom === null || at.slice(0, enforceFrom.length) >= enforceFrom;
}

/** A message that is being written has no changed paths; every other change whose paths are unknown is asked, and answers `unknown`. */
function isAsked({ meta }: Rule, { change }: Evidence): boolean {
  if (!meta.on.includes(change.kind)) return false;
  if (!meta.needs.includes("paths") || change.kind !== "commit-message") return true;
  return change.commit.paths !== null;
}

/** Each rule set with the commits that are under it. Every set also speaks for the change as a whole. */
function layersOf(evidence: Evidence, law: Law): ReadonlyMap<RuleSet, Set<number | null>> {
  const scoped = scopesOf(law);
  const layers = new Map<RuleSet, Set<number | null>>();
  commitsOf(evidence.change).forEach(({ paths }, index) => {
    for (const layer of scoped(paths?.map(({ path }) => path) ?? null).layers) {
      const commits = layers.get(layer);
      if (commits === undefined) layers.set(layer, new Set([null, index]));
      else commits.add(index);
    }
  });
  return layers.size === 0 ? new Map([[law.rules, new Set([null])]]) : layers;
}

function weighingsOf(
  { meta }: Rule,
  law: Law,
  layers: ReadonlyMap<RuleSet, Set<number | null>>,
): readonly Weighing[] {
  const everywhere = new Set([...layers.values()].flatMap((commits) => [...commits]));
  const sets = meta.guardsLaw ? [...layers, [law.rules, everywhere] as const] : [...layers];
  const weighings = new Map<string, Weighing>();
  for (const [set, commits] of sets) {
    const ruleLaw = set[meta.id];
    if (ruleLaw === undefined)
      throw new Fault("internal", `the resolved policy does not weigh the rule ${meta.id}`);
    if (ruleLaw.level === "off") continue;
    const key = JSON.stringify([ruleLaw.level, ruleLaw.unknown, ruleLaw.options]);
    const known = weighings.get(key);
    weighings.set(key, { ruleLaw, commits: new Set([...(known?.commits ?? []), ...commits]) });
  }
  return [...weighings.values()];
}

function ask(
  rule: Rule,
  evidence: Evidence,
  weighing: Weighing,
  pending: string | null,
): readonly JudgedFinding[] {
  const { ruleLaw, commits } = weighing;
  const given = answersOf(rule, evidence, ruleLaw.options);
  const findings: readonly Finding[] =
    given.length > 0 ? given : [{ outcome: "unknown", code: "silent", about: { kind: "change" }, args: {} }];
  return findings
    .filter(({ about }) => commits.has(about.commit ?? null))
    .map((finding) => judged(rule, finding, ruleLaw, pending));
}

function answersOf(rule: Rule, evidence: Evidence, options: unknown): readonly Finding[] {
  try {
    return rule.check(evidence, options);
  } catch (cause) {
    throw new Fault("internal", `the rule ${rule.meta.id} could not judge this change`, { cause });
  }
}

function judged({ meta }: Rule, finding: Finding, ruleLaw: RuleLaw, pending: string | null): JudgedFinding {
  const code = codeMeta(meta.id, meta.codes, finding);
  const level = ruleLaw.level === "off" || code.advisory ? "warn" : ruleLaw.level;
  const decides =
    finding.outcome === "fail" || (finding.outcome === "unknown" && ruleLaw.unknown === "block");
  const enforced = decides && level === "enforce";
  const shown = finding.outcome === "fail" || finding.outcome === "unknown";
  const own = shown && finding.fix !== undefined ? finding.fix : null;
  const note = shown && own === null ? (code.fix ?? (finding.outcome === "fail" ? meta.fix : "")) : "";
  const { fix: _, ...answer } = finding;
  return {
    ...answer,
    rule: meta.id,
    level,
    blocking: enforced && pending === null,
    args: enforced && pending !== null ? { ...finding.args, enforce_from: pending } : finding.args,
    fix: {
      argv: own,
      note: enforced && pending !== null ? `${note} This blocks from ${pending} on.`.trim() : note,
    },
  };
}

function codeMeta(
  rule: string,
  codes: Readonly<Record<string, CodeMeta>>,
  { code, outcome }: Finding,
): CodeMeta {
  const known: Readonly<Record<string, CodeMeta>> = code === "silent" ? GATE_CODES : codes;
  const meta = Object.hasOwn(known, code) ? known[code] : undefined;
  if (meta?.outcome !== outcome)
    throw new Fault("internal", `the rule ${rule} answered ${outcome} ${code}, which it does not declare`);
  return meta;
}

/** Where a commit is weighed in several ways, the way with the worst answer is kept, whole. */
function worstOf(answers: readonly (readonly JudgedFinding[])[]): readonly JudgedFinding[] {
  if (answers.length <= 1) return answers[0] ?? [];
  const worst = new Map<number | null, readonly JudgedFinding[]>();
  for (const findings of answers) {
    for (const [commit, group] of byCommit(findings)) {
      const best = worst.get(commit);
      if (best === undefined || weight(group) > weight(best)) worst.set(commit, group);
    }
  }
  return [...worst.values()].flat();
}

function byCommit(findings: readonly JudgedFinding[]): ReadonlyMap<number | null, readonly JudgedFinding[]> {
  const groups = new Map<number | null, JudgedFinding[]>();
  for (const finding of findings) {
    const commit = finding.about.commit ?? null;
    const group = groups.get(commit);
    if (group === undefined) groups.set(commit, [finding]);
    else group.push(finding);
  }
  return groups;
}

const OUTCOMES = ["skip", "pass", "unknown", "fail"] as const;

/** What blocks outweighs what does not; then fail, unknown, pass, skip; then the higher level. */
function weight(findings: readonly JudgedFinding[]): number {
  return Math.max(
    ...findings.map(
      ({ blocking, outcome, level }) =>
        Number(blocking) * 100 + OUTCOMES.indexOf(outcome) * 10 + Number(level === "enforce"),
    ),
  );
}

/** By commit (the whole change first), rule, path, line, ticket, code and arguments: never by the order of asking. */
function inOrder(a: JudgedFinding, b: JudgedFinding): number {
  return (
    (a.about.commit ?? -1) - (b.about.commit ?? -1) ||
    byText(a.rule, b.rule) ||
    byText(a.about.path ?? "", b.about.path ?? "") ||
    (a.about.line ?? 0) - (b.about.line ?? 0) ||
    byText(a.about.ticket ?? "", b.about.ticket ?? "") ||
    (a.about.start ?? 0) - (b.about.start ?? 0) ||
    byText(a.code, b.code) ||
    byText(JSON.stringify(a.args), JSON.stringify(b.args))
  );
}
