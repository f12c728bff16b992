import type { AuditTicket } from "../../src/core/audit.ts";
import type { JudgedFinding, Verdict } from "../../src/core/finding.ts";
import type { FactsKey } from "../../src/core/report.ts";
import type { MadeCommits } from "./audit-fixture-commits.ts";
import { finding, missing } from "./reports.ts";

/** The distinct sets of facts of a made-up history, and which of them each commit has. */
export function keysOf(
  commits: MadeCommits,
  tickets: readonly AuditTicket[],
): { readonly keys: readonly FactsKey[]; readonly keyOf: (index: number) => number } {
  const numbers = new Map<string, number>();
  const keys: (FactsKey & { count: number })[] = [];
  const column = new Uint32Array(commits.count);
  for (let index = 0; index < commits.count; index++) {
    const kind = commits.standing(index);
    const name = `${kind} ${kind === "exempt" ? commits.exempt(index) : commits.ticket(index)}`;
    const number = numbers.get(name) ?? keys.length;
    if (number === keys.length) {
      numbers.set(name, number);
      keys.push({ ...factsOf(commits, tickets[commits.ticket(index)], index), count: 0, example: index });
    }
    const key = keys[number];
    if (key !== undefined) key.count++;
    column[index] = number;
  }
  return { keys, keyOf: (index) => column[index] ?? 0 };
}

function factsOf(
  commits: MadeCommits,
  ticket: AuditTicket | undefined,
  index: number,
): Pick<FactsKey, "verdict" | "findings" | "tickets"> {
  const named = ticket === undefined ? [] : [ticket.at];
  const key = ticket?.key ?? "";
  const present = finding({
    rule: "reference-required",
    code: "present",
    outcome: "pass",
    args: { tickets: key },
  });
  const answer = (verdict: Verdict, ...findings: readonly JudgedFinding[]) => ({
    verdict,
    findings,
    tickets: named,
  });
  const authority = (code: string, outcome: JudgedFinding["outcome"], args: JudgedFinding["args"]) =>
    finding({ rule: "ticket-authorised", code, outcome, args: { ticket: key, ...args } });
  switch (commits.standing(index)) {
    case "authorised":
      return answer("pass", present, authority("authorised", "pass", {}));
    case "exempt":
      return answer(
        "pass",
        finding({ rule: "reference-required", code: commits.exempt(index), outcome: "skip" }),
      );
    case "unauthorised":
      return answer("fail", present, authority("state", "fail", { state: ticket?.state?.name ?? "absent" }));
    case "unreferenced":
      return answer("fail", missing);
    case "unknown":
      return answer(
        "undecided",
        present,
        authority("unavailable", "unknown", { detail: "no answer in 5 s" }),
      );
  }
}
