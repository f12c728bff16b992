import type { Report } from "../core/report.ts";
import { type Annotation, annotationOf } from "./annotations.ts";
import { clip, json } from "./escape.ts";
import { fingerprints } from "./fingerprint.ts";
import { headlineOf } from "./headline.ts";
import type { RendererFactory, RenderOptions } from "./options.ts";
import { type Severity, toldFindings } from "./told.ts";

/** Of Bitbucket Cloud's Code Insights: characters of a summary and of details, and annotations of one report. */
const SUMMARY = 450;
const DETAILS = 2000;
const MOST = 1000;

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "HIGH", warning: "MEDIUM", notice: "LOW" };

/**
 * Bitbucket Cloud's Code Insights as one document: `report` is the body that makes the report, `annotations` what is posted below it, a
 * hundred at a time.
 */
export const renderer: RendererFactory = (options) => (report) => {
  const fingerprint = fingerprints();
  const all = Array.from(toldFindings(report), (told) =>
    bodyOf(annotationOf(told, options), fingerprint(told)),
  );
  const shown = all.slice(0, MOST);
  const body = { report: reportOf(report, all.length - shown.length, options), annotations: shown };
  return { name: "report.bitbucket.json", mediaType: "application/json", body: [`${json(body)}\n`] };
};

function bodyOf({ level, title, message, path, line }: Annotation, fingerprint: string): unknown {
  const [first = ""] = message.split("\n");
  return {
    external_id: `golden-thread-${fingerprint}`,
    annotation_type: level === "error" ? "BUG" : "CODE_SMELL",
    ...(path === null ? {} : { path }),
    ...(line === null ? {} : { line }),
    summary: clip(`${title}: ${first}`, SUMMARY),
    details: clip(message, DETAILS),
    severity: SEVERITIES[level],
    result: level === "error" ? "FAILED" : "IGNORED",
  };
}

function reportOf(report: Report, rest: number, { links }: RenderOptions): unknown {
  const { counts, verdict } = report;
  const { word, sentence } = headlineOf(report);
  const cut = rest === 0 ? "" : ` ${rest} more findings are in report.json.`;
  const numbers = { Commits: counts.commits, Failed: counts.failed, Undecided: counts.undecided };
  return {
    title: `golden-thread: ${word}`,
    details: clip(`${sentence}${cut}`, DETAILS),
    report_type: "TEST",
    reporter: "golden-thread",
    ...(links?.run ? { link: links.run } : {}),
    result: verdict === "pass" ? "PASSED" : "FAILED",
    data: Object.entries(numbers).map(([title, value]) => ({ title, type: "NUMBER", value })),
  };
}
