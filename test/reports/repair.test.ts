import { describe, expect, test } from "vitest";
import type { FactsKey } from "../../src/core/report.ts";
import { renderer as json } from "../../src/reports/json.ts";
import { rewordable } from "../../src/reports/repair.ts";
import { renderer as text } from "../../src/reports/text.ts";
import {
  columns,
  done,
  finding,
  historyReport,
  idOf,
  messageReport,
  metas,
  named,
  options,
} from "./reports.ts";

const large = finding({ rule: "change-size", code: "large", outcome: "fail" });

/** Five commits, newest first; the ones at 1 and 3 fail for their message, the one at 4 for its size. */
function range(label: string) {
  const key = (findings: FactsKey["findings"]): FactsKey => {
    return { count: 1, example: 0, verdict: "fail", findings, tickets: [] };
  };
  const subject = { ...historyReport().subject, label };
  const keys = [key([named]), key([done]), key([large])];
  return historyReport({ subject, keys, commits: columns([0, 1, 0, 1, 2]) });
}

describe("what can be reworded", () => {
  test("is every commit whose message can mend it", () => {
    expect(rewordable(range("main..topic"), metas)).toEqual([idOf(1), idOf(3)]);
    expect(rewordable(range("main...topic"), metas)).toEqual([idOf(1), idOf(3)]);
  });
  test("is those of a pull request, whose history nobody begins anew for them", () => {
    const pull = range("#12");
    const asked = { ...pull, subject: { ...pull.subject, kind: "pull-request" } } as const;
    expect(rewordable(asked, metas)).toEqual([idOf(1), idOf(3)]);
    expect([...text(options)(asked).body].join("")).not.toContain("baseline");
  });
  test("is nothing in a whole history, nor a message that is not committed", () => {
    expect(rewordable(range("HEAD"), metas)).toEqual([]);
    expect(rewordable(messageReport(), metas)).toEqual([]);
  });
});

describe("one command for people and for agents", () => {
  const repair = ["git", "rebase", "--interactive", "0003000300^"];
  const shown = { ...options, repair };
  test("stands in the text and in the JSON of a range", () => {
    expect([...text(shown)(range("a..b")).body].join("")).toContain(
      "    git rebase --interactive '0003000300^'\n",
    );
    const { keys } = JSON.parse([...json(shown)(range("a..b")).body].join(""));
    expect(keys[1].findings[0].fix.argv).toEqual(repair);
    expect(keys[2].findings[0].fix.argv).toEqual([]);
  });
  test("what no message mends has no command, and no advice for a history that has a base", () => {
    const report = {
      ...range("a..b"),
      keys: range("a..b").keys.map((key) => ({ ...key, findings: [large] })),
    };
    expect([...text(options)(report).body].join("")).not.toMatch(/rebase|baseline:/);
  });
  test("a shallow clone is mended by git itself", () => {
    const codes = {
      incomplete: { outcome: "unknown", message: "x", run: ["git", "fetch", "--unshallow"] },
    } as const;
    const meta = metas.get("ticket-authorised");
    const more = new Map(meta === undefined ? [] : [["ticket-authorised", { ...meta, codes }]]);
    const unseen = finding({ rule: "ticket-authorised", code: "incomplete", outcome: "unknown" });
    const report = historyReport({ findings: [unseen] });
    const { findings } = JSON.parse([...json({ ...options, metas: more })(report).body].join(""));
    expect(findings[0].fix.argv).toEqual(["git", "fetch", "--unshallow"]);
    expect([...text({ ...options, metas: more })(report).body].join("")).toContain("git fetch --unshallow");
  });
});
