import type { Report } from "../core/report.ts";
import type { FormatName } from "./index.ts";
import { namedCommits } from "./text.ts";

/** Subjects that are read for a report; of a longer history the other formats show those that the text names. */
const MOST = 5000;

/** Ids of the commits whose subjects these formats show, so that they can be read before a report is rendered. */
export function commitsToName(report: Report, formats: readonly FormatName[]): readonly string[] {
  const { commits } = report;
  const names = formats.filter((format) => format !== "json");
  if (names.length === 0) return [];
  const isTextAlone = names.every((format) => format === "text");
  if (commits === null || isTextAlone || commits.count > MOST) return namedCommits(report);
  return Array.from({ length: commits.count }, (_, index) => commits.id(index));
}
