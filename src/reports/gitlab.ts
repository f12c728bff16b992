import { annotationOf } from "./annotations.ts";
import { json } from "./escape.ts";
import { fingerprints } from "./fingerprint.ts";
import { lawFile } from "./law-file.ts";
import type { RendererFactory } from "./options.ts";
import type { Severity } from "./told.ts";
import { toldFindings } from "./told.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "minor",
  notice: "info",
};

/** GitLab's Code Quality report: what is about no file stands in the first line of the policy, since one without is not shown. */
export const renderer: RendererFactory = (options) => (report) => {
  const fingerprint = fingerprints();
  const issues = Array.from(toldFindings(report), (told) => {
    const { level, title, message, path, line } = annotationOf(told, options);
    return {
      description: message,
      check_name: `golden-thread: ${title}`,
      fingerprint: fingerprint(told),
      severity: SEVERITIES[level],
      location: { path: path ?? lawFile(report), lines: { begin: line ?? 1 } },
    };
  });
  return { name: "report.gitlab.json", mediaType: "application/json", body: [`${json(issues)}\n`] };
};
