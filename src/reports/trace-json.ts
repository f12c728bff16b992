import type { TraceAnswer } from "../core/traced.ts";
import { json } from "./escape.ts";
import { jsonKeyFinding } from "./json.ts";
import type { RenderOptions } from "./options.ts";

/** A thread as one JSON document. */
export function traceJson(answer: TraceAnswer, options: RenderOptions): Iterable<string> {
  const commits = answer.commits.map((commit) => ({
    ...commit,
    findings: commit.findings.map((finding) => jsonKeyFinding(finding, options)),
  }));
  return [`${json({ ...answer, commits })}\n`];
}
