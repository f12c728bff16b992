import { auditEvidence } from "../controls/evidence.ts";
import { supportsOf } from "../controls/support.ts";
import { type Audit, type AuditGroup, STANDINGS, type Standing } from "../core/audit.ts";
import type { AuditPageHead, PageControl, PageGroup, PageStanding } from "../core/audit-page.ts";
import type { Waiver } from "../core/evidence.ts";
import { ratioOf } from "../core/ratio.ts";
import { isCoverKnown } from "../core/weighed.ts";
import { personOf, shown } from "./audit-page-columns.ts";
import { GAP_WORDS, PART_WORDS, ratiosOf, STANDING_WORDS } from "./audit-words.ts";
import { pageOf, shellCommand, visible } from "./escape.ts";
import { headlineOf } from "./headline.ts";
import { count } from "./layout.ts";
import { noticeText } from "./notices.ts";
import type { RenderOptions } from "./options.ts";
import type { PageKinds } from "./page-kinds.ts";
import { pageLinks } from "./page-links.ts";
import { ascending } from "./page-numbers.ts";

/** Authors that the page tells of, from the one with the most uncovered commits. */
const MOST_AUTHORS = 60;

function ratiosIn(audit: Audit): AuditPageHead["ratios"] {
  return ratiosOf(audit.coverage).map(({ title, says, ratio, none }) => ({
    label: title,
    says,
    covered: ratio?.covered ?? 0,
    total: ratio?.total ?? null,
    percent: ratio?.percent ?? null,
    none: title === "Tickets" ? nothingKnown(audit) : none,
  }));
}

/** What the page is told beside its columns; `columns`: their names. */
export function headOf(
  audit: Audit,
  options: RenderOptions,
  { kinds, rules }: PageKinds,
  columns: readonly string[],
): AuditPageHead {
  const { report, scope, coverage } = audit;
  const { statement, word, sentence } = headlineOf(report);
  const { preset, policyDigest, policySources, enforceFrom } = report;
  const isCovered = isCoverKnown(coverage);
  return {
    name: nameOf(audit),
    links: pageLinks(scope),
    live: options.live ?? null,
    statement,
    word,
    sentence,
    asOf: audit.asOf,
    scope: {
      ...scope,
      repository: pageOf(scope.repository),
      ref: scope.ref === null ? null : shown(scope.ref),
    },
    tool: report.tool.version,
    policy: {
      digest: policyDigest,
      sources: policySources.map((source) => shown(source)),
      preset,
      enforceFrom,
    },
    ledger: ledgerOf(audit),
    standings: STANDINGS.map(standingOf),
    ratios: ratiosIn(audit),
    commits: coverage.commits,
    thread: threadOf(audit),
    exempt: report.counts.exempt,
    months: audit.months.map((month) => groupOf(month.name, month)),
    authors: authorsOf(audit),
    folders: audit.folders.map((folder) => {
      const { name, files, covered, lines } = folder;
      return [visible(name), files, isCovered ? covered : -1, lines, ...countsOf(folder)];
    }),
    gaps: audit.gaps.map(({ code, of, indexes }) => ({
      code,
      of,
      ...GAP_WORDS[code],
      count: indexes.length,
      indexes: ascending(indexes),
    })),
    rules,
    kinds,
    controls: controlsOf(audit, options),
    parts: audit.parts.map(({ part, state, why, fix }) => ({
      part,
      title: PART_WORDS[part],
      state,
      why: shown(why),
      fix: fix === null ? null : shellCommand(fix),
    })),
    waivers: report.waivers.map(waiverOf),
    notices: report.notices.map((notice) => visible(noticeText(notice))),
    idBytes: (scope.tip ?? "").length === 64 ? 32 : 20,
    columns,
  };
}

/** What the page says first. A policy that does not ask whether tickets authorise is not told that none does. */
function threadOf({ report, coverage }: Audit): AuditPageHead["thread"] {
  const { ratio, total, referenced, authorised, unauthorised } = coverage.commits;
  const rules = new Set(report.keys.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const isWeighed = rules.has("ticket-authorised") || authorised + unauthorised > 0;
  if (isWeighed || ratio.total === 0)
    return { percent: ratio.percent, says: "of the work leads to an authorised ticket", note: "" };
  return {
    percent: ratioOf(referenced, total).percent,
    says: "of all commits name a ticket",
    note: "The policy does not ask whether the tickets authorise the work, so nobody looked.",
  };
}

/** Tickets count where somebody knows them. */
function nothingKnown({ tickets }: Audit): string {
  return tickets.length === 0
    ? "There are none"
    : `${count(tickets.length)} are named, and none of them is known`;
}

function standingOf(name: Standing): PageStanding {
  const { title, says } = STANDING_WORDS[name];
  return { name, label: title, says };
}

/** `acme/shop` of its address; else what was asked for, if that says more than that it is here. */
export function nameOf({ scope, report }: Audit): string {
  const path = scope.repository === null ? null : /^https:\/\/[^/]+\/(.+)$/.exec(scope.repository)?.[1];
  return shown(path ?? (report.subject.label === "HEAD" ? "This repository" : report.subject.label));
}

function ledgerOf({ ledger }: Audit): AuditPageHead["ledger"] {
  if (ledger === null) return [];
  const { digest, signer, issuedAt, expiresAt } = ledger;
  return [
    ["Digest", digest],
    ["Signed by", shown(signer)],
    ["Issued", issuedAt],
    ["Expires", expiresAt],
  ];
}

function countsOf(group: AuditGroup): readonly number[] {
  return STANDINGS.map((name) => group[name]);
}

function groupOf(name: string, group: AuditGroup): PageGroup {
  return [shown(name), ...countsOf(group)];
}

/** Addresses of one person that differ are one author here. */
function authorsOf({ authors }: Audit): readonly PageGroup[] {
  const sums = new Map<string, number[]>();
  for (const author of authors) {
    const name = personOf(author.name);
    const sum = sums.get(name) ?? STANDINGS.map(() => 0);
    sums.set(
      name,
      sum.map((value, at) => value + (countsOf(author)[at] ?? 0)),
    );
  }
  return [...sums].slice(0, MOST_AUTHORS).map(([name, counts]) => [name, ...counts]);
}

function controlsOf(audit: Audit, { proofs, controls }: RenderOptions): readonly PageControl[] {
  return supportsOf(auditEvidence(audit, proofs), controls).map(
    ({ framework, item, asks, state, strength, missing }) => ({
      framework,
      item,
      asks,
      state,
      strength,
      missing,
    }),
  );
}

function waiverOf(waiver: Waiver): AuditPageHead["waivers"][number] {
  const { pr = [], commits = [], paths = [], ticket = [] } = waiver.for;
  const targets = [...pr.map((number) => `#${number}`), ...commits, ...paths, ...ticket];
  return {
    ...waiver,
    id: shown(waiver.id),
    reason: visible(waiver.reason),
    approver: shown(waiver.approver),
    ...(waiver.incident === undefined ? {} : { incident: shown(waiver.incident) }),
    for: shown(targets.join(", ")),
  };
}
