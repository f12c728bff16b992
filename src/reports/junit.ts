import type { JudgedFinding, Verdict } from "../core/finding.ts";
import { SHORT_ID } from "../core/object-id.ts";
import type { FactsKey, Report } from "../core/report.ts";
import { decide } from "../core/verdict.ts";
import { linesOf } from "./annotations.ts";
import { clip, xml } from "./escape.ts";
import type { RendererFactory, RenderOptions } from "./options.ts";
import { titleOf } from "./prose.ts";
import { placeOf } from "./told.ts";

/** A name longer than this is cut: it is a label in a list. */
const LONGEST_NAME = 200;

/** JUnit XML, streamed: a test case for each rule that speaks of the whole change, and one for each commit. */
export const renderer: RendererFactory = (options) => (report) => ({
  name: "report.junit.xml",
  mediaType: "application/xml",
  body: junit(report, options),
});

function* junit(report: Report, options: RenderOptions): Iterable<string> {
  const { findings, keys, commits, decidedAt } = report;
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((rule) => ({
    rule,
    of: findings.filter((finding) => finding.rule === rule),
  }));
  const whole = tally(rules.map(({ of }) => ({ count: 1, findings: of, verdict: decide(of) })));
  const each = tally(keys);
  const time = `timestamp="${xml(decidedAt.slice(0, "YYYY-MM-DDThh:mm:ss".length))}" time="0"`;
  const all = attributes({
    tests: whole.tests + each.tests,
    failures: whole.failures + each.failures,
    errors: whole.errors + each.errors,
    skipped: whole.skipped + each.skipped,
  });
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="golden-thread" ${all} time="0">\n`;
  yield `<testsuite name="${xml(`golden-thread: ${report.subject.label}`)}" ${attributes(whole)} ${time}>\n`;
  for (const { rule, of } of rules)
    yield testcase("golden-thread.change", `${rule}: ${titleOf(rule, options.metas)}`, bodyOf(of, options));
  yield `</testsuite>\n<testsuite name="golden-thread: commits" ${attributes(each)} ${time}>\n`;
  const bodies = keys.map((key) => bodyOf(key.findings, options));
  for (let index = 0; commits !== null && index < commits.count; index++) {
    const id = commits.id(index);
    const name = `${id.slice(0, SHORT_ID)} ${options.subject(id) ?? ""}`.trim();
    yield testcase("golden-thread.commit", name, bodies[commits.key(index)] ?? "");
  }
  yield "</testsuite>\n</testsuites>\n";
}

/** Numbers of test cases. An error is one of which nobody knows. */
interface Tally {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function tally(keys: readonly Pick<FactsKey, "count" | "verdict" | "findings">[]): Tally {
  const sum = (picks: (key: Pick<FactsKey, "verdict" | "findings">) => boolean): number =>
    keys.filter(picks).reduce((all, { count }) => all + count, 0);
  return {
    tests: sum(() => true),
    failures: sum(({ verdict }) => verdict === "fail"),
    errors: sum(({ verdict }) => verdict === "undecided"),
    skipped: sum(({ findings, verdict }) => verdict === "pass" && isSkipped(findings)),
  };
}

function attributes({ tests, failures, errors, skipped }: Tally): string {
  return `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
}

function isSkipped(findings: readonly JudgedFinding[]): boolean {
  return findings.length > 0 && findings.every(({ outcome }) => outcome === "skip");
}

function testcase(group: string, name: string, body: string): string {
  const head = `<testcase classname="${group}" name="${xml(clip(name, LONGEST_NAME))}" time="0"`;
  return body === "" ? `${head}/>\n` : `${head}>\n${body}</testcase>\n`;
}

/** What failed or is not known decides; what only warns is told beside it. */
function bodyOf(findings: readonly JudgedFinding[], options: RenderOptions): string {
  if (isSkipped(findings)) return skipped(findings, options);
  const told = findings.filter(({ outcome }) => outcome === "fail" || outcome === "unknown");
  const blocking = told.filter((finding) => finding.blocking);
  const verdict = decide(findings);
  const element = verdict === "pass" ? "" : problem(verdict, blocking, options);
  const rest = told.filter((finding) => !finding.blocking).map((finding) => textOf(finding, options));
  return rest.length === 0 ? element : `${element}<system-out>${rest.join("\n\n")}</system-out>\n`;
}

function problem(verdict: Verdict, findings: readonly JudgedFinding[], options: RenderOptions): string {
  const name = verdict === "fail" ? "failure" : "error";
  const rules = [...new Set(findings.map(({ rule }) => rule))].join(", ") || "nothing was answered";
  const texts = findings.map((finding) => textOf(finding, options)).join("\n\n");
  return `<${name} type="${name}" message="${xml(rules)}">${texts}</${name}>\n`;
}

function skipped(findings: readonly JudgedFinding[], options: RenderOptions): string {
  const [first = ""] = findings.flatMap((finding) => linesOf(finding, options).slice(0, 1));
  return `<skipped message="${xml(first)}"/>\n`;
}

function textOf(finding: JudgedFinding, options: RenderOptions): string {
  const [first = "", ...more] = linesOf(finding, options);
  const place = finding.about.line === undefined ? "" : `${placeOf({ finding, commit: null }, options)}: `;
  return [`${finding.rule}: ${place}${first}`, ...more].map(xml).join("\n");
}
