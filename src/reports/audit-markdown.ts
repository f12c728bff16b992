import { auditEvidence } from "../controls/evidence.ts";
import { supportsOf } from "../controls/support.ts";
import type { Audit } from "../core/audit.ts";
import { SHORT_ID } from "../core/object-id.ts";
import {
  auditHeadline,
  coverageRows,
  type GapExample,
  gapRows,
  unseenRows,
  waiverRows,
} from "./audit-rows.ts";
import { countRows } from "./counted.ts";
import { markdownCode, pageOf, shellCommand } from "./escape.ts";
import { count, share } from "./layout.ts";
import { code, prose, row, tableHead } from "./markdown-parts.ts";
import { fittedPage, type Section } from "./markdown-sections.ts";
import { noticeText } from "./notices.ts";
import type { AuditRendererFactory, RenderOptions } from "./options.ts";
import { linkTo, pageLinks } from "./page-links.ts";

/** Bytes of the page: as a step's summary of GitHub may have, which drops one of more than 1 MiB as a whole. */
const LIMIT = 1_000_000;

/** Folders and authors that are worth a row: those with the most commits that nothing covers. */
const WORST = 20;

/** An audit as a page of Markdown: the verdict, coverage, gaps, waivers, what was not evaluated, and what it supports of controls. */
export const renderer: AuditRendererFactory = (options) => (audit) => ({
  name: "report.md",
  mediaType: "text/markdown; charset=utf-8",
  body: [auditMarkdown(audit, options)],
});

function auditMarkdown(audit: Audit, options: RenderOptions): string {
  const sections = [
    gapSection(audit),
    waiverSection(audit),
    unseenSection(audit),
    groupSection("Authors with uncovered commits", audit.authors),
    groupSection("Folders with uncovered commits", audit.folders),
    evidenceSection(audit, options),
    controlSection(audit, options),
    noticeSection(audit),
  ];
  return fittedPage(headOf(audit), sections, footOf(audit), LIMIT);
}

function headOf(audit: Audit): string {
  const { sign, word, sentence } = auditHeadline(audit);
  const numbers = countRows(audit.report).map(({ name, number, remark }, index) =>
    row([name, count(number), index === 0 ? "" : share(number, audit.report.counts.commits), prose(remark)]),
  );
  const covered = coverageRows(audit.coverage).map(({ name, part, percent }) => row([name, part, percent]));
  return [
    `## ${sign} golden-thread audit: ${word}`,
    "",
    sentence,
    "",
    scopeLine(audit),
    "",
    ...tableHead(["Coverage", "", "Share"]),
    ...covered,
    "",
    ...tableHead(["", "Number", "Share", ""]),
    ...numbers,
    "",
    "",
  ].join("\n");
}

function scopeLine({ scope, asOf }: Audit): string {
  const { repository, ref, tip, since, complete } = scope;
  const what = [
    repository === null ? "This repository" : repositoryLink(repository),
    ref === null ? "" : `, ${code(ref)}`,
    tip === null ? "" : ` at ${tipLink(scope, tip)}`,
    since === null ? ", all of its history" : `, commits since ${code(since)}`,
    `, as of ${code(asOf)}.`,
    complete ? "" : " **A shallow clone hides commits: this is not all of them.**",
  ];
  return what.join("");
}

function repositoryLink(repository: string): string {
  const page = pageOf(repository);
  return page === null ? prose(repository) : `[${prose(page)}](${page})`;
}

function tipLink(scope: Audit["scope"], tip: string): string {
  const page = linkTo(pageLinks(scope)?.commit, tip);
  const short = code(tip.slice(0, SHORT_ID));
  return page === null ? short : `[${short}](${page})`;
}

function gapSection(audit: Audit): Section {
  return {
    title: "Where the thread breaks",
    head: tableHead(["Gap", "Number", "For example", "See it"]),
    rows: gapRows(audit).map(({ title, number, examples, command }) =>
      row([
        title,
        count(number),
        examples.map(linked).join("<br>"),
        command === null ? "" : code(shellCommand(command)),
      ]),
    ),
    tail: "",
  };
}

function linked({ text, page }: GapExample): string {
  return page === null ? prose(text) : `[${prose(text)}](${page})`;
}

function waiverSection(audit: Audit): Section {
  return {
    title: "Waivers",
    head: tableHead(["Waiver", "State", "Expires", "Lifted", "Rules", "Reason", "Approver", "Follow-up"]),
    rows: waiverRows(audit).map(({ waiver, state, lifted }) => {
      const { id, expires, rules, reason, incident, approver, proof, follow_up = "" } = waiver;
      return row([
        code(id),
        state === "overdue" ? "**overdue**" : state,
        prose(expires),
        count(lifted),
        rules.map(code).join(", "),
        prose(incident === undefined ? reason : `${reason} (${incident})`),
        prose(proof === "proved" ? approver : `${approver} (declared)`),
        prose(follow_up),
      ]);
    }),
    tail: "",
  };
}

function unseenSection(audit: Audit): Section {
  return {
    title: "What was not evaluated",
    head: tableHead(["Part", "State", "Why", "Look at it"]),
    rows: unseenRows(audit).map(({ name, state, why, fix }) =>
      row([name, state, prose(why), fix === null ? "" : code(shellCommand(fix))]),
    ),
    tail: "",
  };
}

function groupSection(title: string, groups: Audit["authors"]): Section {
  const uncovered = groups
    .map((group) => ({ ...group, open: group.unauthorised + group.unreferenced + group.unknown }))
    .filter(({ open }) => open > 0)
    .sort((one, other) => other.open - one.open || (one.name < other.name ? -1 : 1));
  return {
    title,
    head: tableHead(["", "Commits", "Authorised", "Exempt", "Uncovered"]),
    rows: uncovered
      .slice(0, WORST)
      .map(({ name, commits, authorised, exempt, open }) =>
        row([prose(name), count(commits), count(authorised), count(exempt), count(open)]),
      ),
    tail: uncovered.length > WORST ? `${count(uncovered.length - WORST)} more are in report.json.` : "",
  };
}

function evidenceSection(audit: Audit, { proofs }: RenderOptions): Section {
  return {
    title: "Evidence",
    head: tableHead(["", "What", "State", "Rests on"]),
    rows: auditEvidence(audit, proofs).map(({ id, name, state, said }) =>
      row([id, name, state, prose(said)]),
    ),
    tail: "",
  };
}

function controlSection(audit: Audit, { proofs, controls }: RenderOptions): Section {
  return {
    title: "Controls that this supports",
    head: tableHead(["Framework", "Item", "Asks", "Evidence", "State", "Strength", "What is missing"]),
    rows: supportsOf(auditEvidence(audit, proofs), controls).map((one) =>
      row([
        prose(one.framework),
        prose(one.item),
        prose(one.asks),
        one.evidence.join(", "),
        one.state,
        one.strength,
        prose(one.missing),
      ]),
    ),
    tail: "Supports, never satisfies: whether a control is met is an assessor's to say.",
  };
}

function noticeSection({ report }: Audit): Section {
  const rows = report.notices.map((notice) => `- ${prose(noticeText(notice))}`);
  return { title: "To know", head: [], rows, tail: "" };
}

function footOf({ report, ledger }: Audit): string {
  const { policySources, preset, policyDigest, tool } = report;
  const from = policySources.length === 0 ? "built in" : policySources.slice(0, 5).map(code).join(" + ");
  const told =
    ledger === null
      ? ""
      : ` Tickets by the ledger ${code(ledger.digest.slice(0, 12))} of ${code(ledger.signer)}, issued at ${code(ledger.issuedAt)}.`;
  return `Policy: ${from}, preset ${prose(preset)}, digest ${markdownCode(policyDigest)}.${told} By golden-thread ${code(tool.version)}.\n`;
}
