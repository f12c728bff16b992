import type { Report } from "../core/report.ts";
import type { RuleMeta } from "../core/rule.ts";
import { type Annotation, annotationOf } from "./annotations.ts";
import { clip, json } from "./escape.ts";
import { fingerprints } from "./fingerprint.ts";
import { lawFile } from "./law-file.ts";
import { noticeText } from "./notices.ts";
import type { RendererFactory, RenderOptions } from "./options.ts";
import { type Severity, toldFindings } from "./told.ts";

/** GitHub shows the first 5,000 results of a run, and takes no more than 25,000. */
const MOST = 5000;
/** Characters of a rule's descriptions there. */
const LONGEST = 1024;

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", notice: "note" };

/**
 * SARIF 2.1.0 as GitHub's code scanning takes it. A result without a place is not shown there, so what is about a commit stands in the
 * policy's first line; its own fingerprint keeps such results apart.
 */
export const renderer: RendererFactory = (options) => (report) => ({
  name: "report.sarif",
  mediaType: "application/sarif+json",
  body: sarif(report, options),
});

function* sarif(report: Report, options: RenderOptions): Iterable<string> {
  const { tool, notices } = report;
  const fingerprint = fingerprints();
  const told = Array.from(toldFindings(report));
  const shown = told.slice(0, MOST);
  const rules = [...new Set(shown.map(({ finding }) => finding.rule))].sort();
  const left = told.length - shown.length;
  const notes = [
    ...notices.map(noticeText),
    ...(left > 0 ? [`${left} more findings are in report.json.`] : []),
  ];
  const driver = {
    name: "golden-thread",
    version: tool.version,
    rules: rules.map((rule) => ruleOf(rule, options.metas.get(rule))),
  };
  const toolExecutionNotifications = notes.map((text) => ({ level: "note", message: message(text) }));
  yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${json({ driver })},\n`;
  yield `"invocations":${json([{ executionSuccessful: true, toolExecutionNotifications }])},\n"results":[`;
  for (const [index, one] of shown.entries()) {
    const annotation = annotationOf(one, options);
    const place = { path: annotation.path ?? lawFile(report), line: annotation.line ?? 1 };
    const result = resultOf(annotation, place, one.finding.rule, fingerprint(one));
    yield `${index === 0 ? "" : ",\n"}${json({ ...result, ruleIndex: rules.indexOf(one.finding.rule) })}`;
  }
  yield "]}]}\n";
}

function ruleOf(id: string, meta: RuleMeta<string> | undefined): unknown {
  const { title = id, why = id, fix = id } = meta ?? {};
  const controls = meta?.controls.map((control) => `${control.framework} ${control.id}`) ?? [];
  return {
    id,
    shortDescription: message(clip(title, LONGEST)),
    fullDescription: message(clip(why, LONGEST)),
    help: message(`${why}\n\n${fix}`),
    properties: { tags: controls.slice(0, 10) },
  };
}

interface FilePlace {
  readonly path: string;
  readonly line: number;
}

function resultOf(
  { level, message: text }: Annotation,
  place: FilePlace,
  ruleId: string,
  fingerprint: string,
) {
  return {
    ruleId,
    level: LEVELS[level],
    message: message(text),
    locations: [{ physicalLocation: physical(place) }],
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1` },
  };
}

function physical({ path, line }: FilePlace): unknown {
  // Halves of surrogate pairs are no URI, and would throw.
  const whole = path.replace(/\p{Cs}/gu, "\uFFFD");
  const uri = whole.split("/").map(encodeURIComponent).join("/");
  const region = { startLine: line, startColumn: 1, endLine: line, endColumn: 2 };
  return { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region };
}

/** Plain text, in which nothing is a link (SARIF 2.1.0, "3.11.6 Messages with embedded links"); never empty. */
function message(text: string): { readonly text: string } {
  return { text: text.replace(/[[\]\\]/g, "\\$&") || "-" };
}
