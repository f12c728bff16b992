import type { Waiver } from "../core/evidence.ts";
import type { Report, ReportTicket } from "../core/report.ts";
import { countRows } from "./counted.ts";
import { markdownCode, pageOf } from "./escape.ts";
import { headlineOf } from "./headline.ts";
import { count, share } from "./layout.ts";
import { code, commitLine, prose, row, saidMarkdown, signOf, tableHead } from "./markdown-parts.ts";
import { fittedPage, type Section } from "./markdown-sections.ts";
import { noticeText } from "./notices.ts";
import type { RenderOptions } from "./options.ts";
import { problemsOf, restingRules } from "./problems.ts";
import { placeOf, type Told } from "./told.ts";

/** Bytes that a step's summary may have: GitHub drops one of more than 1 MiB as a whole. */
const LIMIT = 1_000_000;

/**
 * The report as Markdown for a job's page: the verdict, the numbers, what failed, tickets, waivers and what else there is to know.
 * At most `limit` bytes of UTF-8 (from 8,192 on): rows are cut from the least important, and it says how many.
 */
export function summaryMarkdown(report: Report, options: RenderOptions, limit = LIMIT): string {
  const head = headOf(report, options);
  const foot = footOf(report);
  const sections = [
    problemSection(report, options),
    ticketSection(report),
    waiverSection(report),
    noticeSection(report),
  ];
  return fittedPage(head, sections, foot, limit);
}

function headOf(report: Report, options: RenderOptions): string {
  const { sign, word, sentence } = headlineOf(report);
  const numbers = countRows(report).map(({ name, number, remark }, index) =>
    row([
      name,
      count(number),
      index === 0 ? "" : share(number, report.counts.commits),
      remark === "" ? "" : prose(remark),
    ]),
  );
  const table = report.commits === null ? [] : [...tableHead(["", "Number", "Share", ""]), ...numbers, ""];
  return [
    `## ${sign} golden-thread: ${word}`,
    "",
    sentence,
    "",
    subjectLine(report, options),
    "",
    ...table,
    "",
  ].join("\n");
}

function subjectLine({ subject, proposal }: Report, { links }: RenderOptions): string {
  if (proposal === null) {
    const branch = subject.branch === null ? "" : ` on ${code(subject.branch)}`;
    return `Judged: ${code(subject.label)}${branch}`;
  }
  const { number, base, head, author } = proposal;
  const name = links?.change ? `[pull request ${number}](${links.change})` : `pull request ${number}`;
  const from = `${code(head.branch)}${head.isFork ? " of a fork" : ""}`;
  return `Judged: ${name} by ${prose(author)}, ${from} into ${code(base.branch)}, by the policy of \`${base.commit.slice(0, 12)}\``;
}

function problemSection(report: Report, options: RenderOptions): Section {
  const resting = restingRules(report).map((rule) => code(rule));
  return {
    title: "What failed or is not known",
    head: tableHead(["", "Rule", "About", "Found", "Wanted", "Fix"]),
    rows: mapped(problemsOf(report), (told) => problemRow(told, options)),
    tail: resting.length === 0 ? "" : `Not known for that reason either: ${resting.join(", ")}.`,
  };
}

function problemRow(told: Told, options: RenderOptions): string {
  const { finding, commit } = told;
  const { title, found, wanted, fix, command } = saidMarkdown(finding, options);
  const place = placeOf({ finding, commit: null }, options);
  const where = commit === null ? prose(place) : commitLine(commit, options);
  const file = commit === null || finding.about.path === undefined ? "" : `, ${code(place)}`;
  return row([
    signOf(finding),
    code(finding.rule),
    `${where}${file}`,
    found,
    wanted === "" ? title : wanted,
    [fix, command].filter((text) => text !== "").join("<br>"),
  ]);
}

function* mapped<From, To>(list: Iterable<From>, change: (one: From) => To): Iterable<To> {
  for (const one of list) yield change(one);
}

function ticketSection(report: Report): Section {
  return {
    title: "Tickets",
    head: tableHead(["Ticket", "Title", "State", "Told by", "Spec"]),
    rows: report.tickets().map(ticketRow),
    tail: "",
  };
}

/** Who told a ticket, in a reader's words. */
export const SOURCES = {
  api: "its tracker",
  ledger: "the ledger",
  file: "a file of this repository",
} as const;

function ticketRow({
  key,
  remote,
  title,
  url,
  state,
  status,
  source,
  asOf,
  path,
  spec,
}: ReportTicket): string {
  const told = source === null ? "" : `${SOURCES[source]}${asOf === null ? "" : `, ${prose(asOf)}`}`;
  return row([
    `${link(prose(key), url)} (${prose(remote)})`,
    title === null ? "" : prose(title),
    state === null ? prose(status) : stateText(state),
    path === null ? told : code(path),
    spec === null
      ? ""
      : `${spec.path === null ? spec.source : code(spec.path)}, \`${spec.digest.slice(0, 12)}\``,
  ]);
}

function stateText({ name, category }: NonNullable<ReportTicket["state"]>): string {
  return name === category ? prose(name) : `${prose(name)} (${prose(category)})`;
}

function link(text: string, url: string | null): string {
  const page = pageOf(url);
  return page === null ? text : `[${text}](${page})`;
}

function waiverSection({ waivers }: Report): Section {
  return {
    title: "Waivers of the base",
    head: tableHead(["Waiver", "Rules", "Reason", "Approver", "Expires"]),
    rows: waivers.map(waiverRow),
    tail: "",
  };
}

function waiverRow({ id, rules, reason, incident, approver, proof, expires }: Waiver): string {
  const why = incident === undefined ? reason : `${reason} (${incident})`;
  const who = proof === "proved" ? approver : `${approver} (declared)`;
  return row([code(id), rules.map(code).join(", "), prose(why), prose(who), prose(expires)]);
}

function noticeSection({ notices }: Report): Section {
  return {
    title: "To know",
    head: [],
    rows: notices.map((notice) => `- ${prose(noticeText(notice))}`),
    tail: "",
  };
}

function footOf({ policySources, preset, policyDigest, decidedAt, tool }: Report): string {
  const from = policySources.length === 0 ? "built in" : policySources.slice(0, 5).map(code).join(" + ");
  return `Policy: ${from}, preset ${prose(preset)}, digest ${markdownCode(policyDigest)}. Decided at ${code(decidedAt)} by golden-thread ${code(tool.version)}.\n`;
}
