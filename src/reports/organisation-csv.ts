import { STANDINGS } from "../core/audit.ts";
import type { Organisation } from "../core/organisation.ts";
import { csvField } from "./escape.ts";
import type { OrganisationRendererFactory } from "./options.ts";
import { type RepositoryRow, repositoryRows } from "./organisation-rows.ts";

const COLUMNS = [
  "repository",
  "verdict",
  "percent",
  "commits",
  ...STANDINGS,
  "before_baseline",
  "tickets",
  "tickets_linked",
  "gaps",
  "address",
  "ref",
  "tip",
  "policy_digest",
  "why",
];

/** Every repository as a row of CSV (RFC 4180), worst first. */
export const renderer: OrganisationRendererFactory = () => (organisation) => ({
  name: "organisation.csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  body: csv(organisation),
});

function* csv(organisation: Organisation): Iterable<string> {
  yield lineOf(COLUMNS);
  for (const row of repositoryRows(organisation)) yield lineOf(fieldsOf(row));
}

function fieldsOf({ name, statement, numbers, why }: RepositoryRow): readonly (string | number)[] {
  if (numbers === null) {
    const empty = COLUMNS.slice(2, -1).map(() => "");
    return [name, statement, ...empty, why];
  }
  const { commits, coverage, tickets, gaps, repository, ref, tip, policyDigest } = numbers;
  return [
    name,
    statement,
    coverage.percent ?? "",
    commits.total,
    ...STANDINGS.map((standing) => commits[standing]),
    commits.beforeBaseline,
    tickets.total,
    tickets.covered,
    gaps,
    repository ?? "",
    ref ?? "",
    tip ?? "",
    policyDigest,
    why,
  ];
}

function lineOf(fields: readonly (string | number)[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}
