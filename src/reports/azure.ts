import type { Report } from "../core/report.ts";
import { type Annotation, annotationsOf } from "./annotations.ts";
import { azureData, azureProperty, terminal } from "./escape.ts";
import { headlineOf } from "./headline.ts";
import type { RendererFactory } from "./options.ts";

/** A log with more of them is not read; the report has all. */
const MOST = 200;

/** Logging commands of Azure Pipelines: an issue for each finding, and what becomes of the task. */
export const renderer: RendererFactory = (options) => (report) => {
  const all = annotationsOf(report, options);
  const issues = all.filter(({ level }) => level !== "notice");
  const rest = issues.length - MOST;
  return {
    name: "report.azure.txt",
    mediaType: "text/plain; charset=utf-8",
    body: [
      ...issues.slice(0, MOST).map(issueOf),
      ...(rest > 0 ? [`${rest} more errors and warnings; report.json has all of them.`] : []),
      ...all.filter(({ level }) => level === "notice").map(noteOf),
      completion(report, issues.length > 0),
    ].map((line) => `${line}\n`),
  };
};

function issueOf({ level, title, message, path, line }: Annotation): string {
  const place = path === null ? [] : [`sourcepath=${azureProperty(terminal(path))}`];
  const properties = [
    `type=${level}`,
    ...place,
    ...(line === null ? [] : [`linenumber=${line}`]),
    `code=${azureProperty(title)}`,
  ];
  return `##vso[task.logissue ${properties.join(";")};]${azureData(message)}`;
}

/** Azure Pipelines knows no notices: such a line is one of the log. */
function noteOf({ title, message }: Annotation): string {
  return `${title}: ${message.replaceAll("\n", " ")}`;
}

/** What nobody could find out lets nothing through, as everywhere. */
function completion(report: Report, hasIssues: boolean): string {
  const passed = hasIssues ? "SucceededWithIssues" : "Succeeded";
  const result = report.verdict === "pass" ? passed : "Failed";
  return `##vso[task.complete result=${result};]${azureData(headlineOf(report).sentence)}`;
}
