import type { Report } from "../core/report.ts";

/** The file that stands in where a format wants one and a finding is about none: the policy. */
export function lawFile({ policySources }: Report): string {
  return policySources.find((file) => !file.includes(":")) ?? "golden-thread.yml";
}
