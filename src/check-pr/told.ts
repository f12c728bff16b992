import { NO_COUNTS } from "../check.ts";
import { makersOf } from "../core/authors.ts";
import type { PullRequestChange } from "../core/change.ts";
import type { Evidence } from "../core/evidence.ts";
import type { JudgedFinding } from "../core/finding.ts";
import { asksForAuthors, authorKey } from "../core/people.ts";
import type { Reference } from "../core/reference.ts";
import type { CommitColumns, Counts, FactsKey } from "../core/report.ts";
import { lookupKey } from "../core/ticket.ts";
import { decide } from "../core/verdict.ts";
import type { Gate } from "../gate.ts";
import { globsOf } from "../gather/globs.ts";
import { lookUp } from "../gather/lookups.ts";
import { type Ask, withParents, withUpstreams } from "../gather/parents.ts";
import { messageReferences } from "../gather/references.ts";
import { PLAIN } from "../history/judge.ts";

/** Evidence about a pull request whose commits only its forge can tell: no paths, and nothing that git alone confirms. */
export async function toldEvidence(
  gate: Gate,
  change: PullRequestChange,
  around: readonly Reference[],
): Promise<Evidence> {
  const { law, reader, waivers, at } = gate;
  const { commits } = change;
  const references = [
    ...commits.flatMap(({ message }, index) => messageReferences(reader, message, index)),
    ...around,
  ];
  const ask: Ask = (wanted) => lookUp(law, gate.anew, wanted);
  const lookups = await withUpstreams(law, await withParents(law, await ask(references), ask), ask);
  const isAsked = asksForAuthors(law, { change: "commits", lookups });
  const authors = commits.flatMap(makersOf);
  return {
    change,
    at,
    references,
    lookups,
    prior: true,
    facts: commits.map(() => PLAIN),
    tasks: [],
    waivers,
    globs: await globsOf(lookups, waivers),
    lawPaths: [],
    defaultBranches: await gate.defaultBranches(),
    referencedBefore: [],
    ...(isAsked ? { authors: await gate.mailmap(authors) } : {}),
  };
}

/** What a report says of commits, from findings that name theirs by index. Commits of the same findings share a key. */
export function columnsOf(
  { change, references }: Evidence & { readonly change: PullRequestChange },
  findings: readonly JudgedFinding[],
): { readonly commits: CommitColumns; readonly keys: readonly FactsKey[]; readonly counts: Counts } {
  const { commits } = change;
  const own = commits.map((_, index) => findings.filter(({ about }) => about.commit === index));
  const named = commits.map((_, index) => references.filter(({ commit }) => commit === index));
  const texts = own.map((list) =>
    JSON.stringify(list.map((one) => [one.rule, one.code, one.outcome, one.args])),
  );
  const distinct = [...new Set(texts)];
  const keys = distinct.map((text): FactsKey => {
    const example = texts.indexOf(text);
    const members = texts.flatMap((one, index) => (one === text ? [index] : []));
    const tickets = members.flatMap((index) => named[index] ?? []).flatMap(ticketOf);
    const shown = own[example] ?? [];
    return {
      count: members.length,
      example,
      verdict: decide(shown),
      findings: shown,
      tickets: [...new Set(tickets)].sort(),
    };
  });
  const count = (verdict: FactsKey["verdict"]): number =>
    keys.filter((key) => key.verdict === verdict).reduce((sum, key) => sum + key.count, 0);
  return {
    keys,
    commits: {
      count: commits.length,
      id: (index) => commits[index]?.id ?? "",
      key: (index) => distinct.indexOf(texts[index] ?? ""),
      time: (index) => commits[index]?.committedAt ?? 0,
      author: (index) => authorKey(commits[index]?.author ?? { name: "", email: "" }),
      recordedAt: null,
      named: (index) =>
        (named[index] ?? []).flatMap((one) => ticketOf(one).map((at) => ({ at, place: one.place }))),
    },
    counts: {
      ...NO_COUNTS,
      commits: commits.length,
      referenced: named.filter((list) => list.some(({ remote }) => remote !== null)).length,
      passed: count("pass"),
      failed: count("fail"),
      undecided: count("undecided"),
    },
  };
}

function ticketOf({ remote, id }: Reference): readonly string[] {
  return remote === null ? [] : [lookupKey(remote, id)];
}
