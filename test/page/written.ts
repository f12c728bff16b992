import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Audit } from "../../src/core/audit.ts";
import { renderer } from "../../src/reports/audit-html.ts";
import { temporaryFolder } from "../git/repo.ts";
import { type AuditFixtureOptions, auditFixture } from "../reports/audit-fixture.ts";
import { options } from "../reports/reports.ts";

/** The page of an audit, as text; `live`: the version that it asks its server about. */
export function pageText(audit: Audit, live?: string): string {
  return [...renderer({ ...options, ...(live === undefined ? {} : { live }) })(audit).body].join("");
}

/** The page of a made-up audit as a file, and what it was made of. */
export function writtenPage(fixture: AuditFixtureOptions): { readonly audit: Audit; readonly url: URL } {
  const audit = auditFixture(fixture);
  const file = join(temporaryFolder(), "report.html");
  writeFileSync(file, pageText(audit));
  return { audit, url: pathToFileURL(file) };
}
