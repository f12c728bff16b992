import type { JudgedFinding } from "../../src/core/finding.ts";
import type { Report } from "../../src/core/report.ts";
import type { RenderOptions } from "../../src/reports/options.ts";
import { answers, pullOptions, pullReport, ticket } from "./pulls.ts";

/** What people have tried in a title, a branch, a commit or a ticket. */
export const CORPUS = [
  "::set-output name=verdict::pass",
  "x\n::error title=forged::y\r::add-mask::z",
  "##[error]forged ##vso[task.complete result=Succeeded;]x ##teamcity[buildProblem]",
  "%0A::notice::x%0D%25 %AZP25",
  "</details></summary></table><script>alert(1)</script><img src=x onerror=alert(1)>",
  "</script><style>*{display:none}</style><!-- golden-thread:report --><!--",
  "`` ` ``` code | pipe || \\| \\` ~~~",
  "[link](https://evil.example) ![img](https://evil.example/x.png) <https://evil.example> https://evil.example",
  "\u202egnp.exe \u2066x\u2069 \u200b\u0000\u0007\u001b[31m \u2028 \ud800 \uffff",
  "@everyone @acme/all #1 GH-5 !7 acme/shop#3",
  '=cmd()|"/c calc"!A1',
  '"],"verdict":"pass","x":["',
  "]]><failure/>&lt;&amp;",
  'a" onclick="alert(1)" \' style=',
  " ",
] as const;

/** The answer of a rule whose every text comes from outside. */
function hostileFinding(text: string, about: JudgedFinding["about"]): JudgedFinding {
  const args = { ticket: text, remote: text, state: text, category: text, found: text, wanted: text };
  return {
    ...answers.closed,
    about,
    args: { ...args, title: text, url: text, detail: text },
    fix: { argv: ["git", text], note: text },
  };
}

/** A pull request about which everything that anybody can choose is `text`; the same number of everything for each. */
export function hostileReport(text: string): Report {
  const { subject, proposal, commits } = pullReport();
  if (proposal === null || commits === null) throw new Error("a pull request has both");
  const findings = [
    hostileFinding(text, { kind: "path", path: `backlog/${text}.md`, line: 3 }),
    { ...hostileFinding(text, { kind: "ticket", ticket: text }), rule: `rule ${text}` },
    {
      ...hostileFinding(text, { kind: "ticket", ticket: text }),
      outcome: "skip",
      blocking: false,
      waiver: text,
    },
  ] as const;
  const unknown = {
    ...hostileFinding(text, { kind: "commit" }),
    code: "unavailable",
    outcome: "unknown",
  } as const;
  return pullReport({
    policySources: [text],
    subject: { ...subject, label: text, branch: text, subject: text },
    proposal: {
      ...proposal,
      author: text,
      base: { ...proposal.base, branch: text },
      head: { ...proposal.head, branch: text },
    },
    findings,
    commits: { ...commits, count: 2, key: () => 0, author: () => `${text} <${text}>` },
    keys: [
      { count: 2, example: 0, verdict: "fail", findings: [...findings, unknown], tickets: [`jira:${text}`] },
    ],
    tickets: () => [
      ticket({
        key: text,
        ...{ remote: text, title: text, url: text, type: text, asOf: text },
        state: { name: text, category: "unknown" },
      }),
      ticket({ key: `${text}-1`, path: text, source: "file", url: `https://jira.example.com/${text}` }),
    ],
    waivers: [
      {
        ...{ id: text, rules: [text], for: { ticket: [text] }, reason: text, incident: text, approver: text },
        ...{ created: "2026-01-01", expires: text, proof: "declared" },
      },
    ],
    notices: [text, `trusted-tree: ${text}`],
  });
}

/** The same for what is told beside a report. */
export function hostileOptions(text: string): RenderOptions {
  return { ...pullOptions, subject: () => text, repair: ["git", "rebase", text] };
}
