import { describe, expect, test } from "vitest";
import { STANDINGS } from "../../src/core/audit.ts";
import { blocksOf } from "../../src/page/blocks.ts";
import { listAt } from "../../src/page/columns.ts";
import { filesOf } from "../../src/page/files.ts";
import { commitsOf } from "../../src/page/history.ts";
import { hashOf, routeOf } from "../../src/page/route.ts";
import { selectCommits } from "../../src/page/select.ts";
import { ticketsOf } from "../../src/page/tickets.ts";
import { visible } from "../../src/reports/escape.ts";
import { auditFixture } from "../reports/audit-fixture.ts";
import { pageText } from "./written.ts";

const audit = auditFixture({ commits: 3000, hostile: true });
const text = pageText(audit);

/** The page's blocks, read as the browser reads them. */
function blocks(page: string) {
  const found = blocksOf({
    getElementById(id) {
      const begin = page.indexOf(`id="${id}">`);
      const from = begin + `id="${id}">`.length;
      return begin < 0 ? null : { textContent: page.slice(from, page.indexOf("</script>", from)) };
    },
  });
  if (found === null) throw new Error("the page has no data");
  return found;
}

describe("what the page shows is what was audited", () => {
  const read = blocks(text);
  const commits = commitsOf(read);
  const tickets = ticketsOf(read);

  test("a commit's row has another id, time, author, standing, ticket, pull request or lines", () => {
    const { report, history } = audit;
    const wrong = Array.from({ length: history.count }, (_, row) => row).filter((row) => {
      const author = visible(report.commits?.author(row).replace(/ <[^<>]*>$/u, "") ?? "");
      const same = [
        commits.ids.at(row) === report.commits?.id(row),
        commits.times[row] === report.commits?.time(row),
        commits.names[commits.authors[row] ?? -1] === author,
        STANDINGS[commits.standings[row] ?? -1] === history.standing(row),
        [...listAt(commits.tickets, row)].join() === history.tickets(row).join(),
        commits.changes[row] === (history.change(row) ?? -1),
        commits.added?.[row] === history.lines(row)?.added,
        commits.deleted?.[row] === history.lines(row)?.deleted,
        commits.folders !== null &&
          [...listAt(commits.folders, row)].join() === history.folders?.(row).join(),
        visible(history.subject(row)).startsWith(commits.subject(row).replace(/…$/u, "")),
      ];
      return same.includes(false);
    });
    expect(commits.count).toBe(3000);
    expect(wrong).toEqual([]);
  });

  test("a ticket's row is another's", () => {
    const rows = audit.tickets.map((_, row) => tickets.at(row));
    expect(rows.map((row) => [row?.at, row?.key, row?.commits, row?.standing, row?.url])).toEqual(
      audit.tickets.map(({ at, key, commits: own, standing, url }) => [at, key, own, standing, url]),
    );
    expect(rows.map((row) => row?.spec?.[0] ?? null)).toEqual(
      audit.tickets.map(({ spec }) => spec?.path ?? null),
    );
    expect(rows.map((row) => row?.changes)).toEqual(audit.tickets.map(({ changes }) => changes.slice(0, 24)));
    expect(audit.tickets.map(({ at }) => tickets.find(at))).toEqual(audit.tickets.map((_, row) => row));
  });

  test("a file has another path, or another thread", () => {
    const files = filesOf(read);
    const paths = Array.from({ length: audit.files?.count ?? 0 }, (_, row) => audit.files?.path(row));
    expect(files?.paths).toEqual(paths);
    expect(paths.length).toBeGreaterThan(100);
  });

  test("a filter shows other commits than those it names", () => {
    const ground = { head: read.head, commits, tickets };
    const rowsWhere = (holds: (row: number) => boolean): readonly number[] =>
      Array.from({ length: commits.count }, (_, row) => row).filter(holds);
    const [bad] = rowsWhere((row) => audit.history.standing(row) === "unauthorised");
    const named = audit.tickets[audit.history.tickets(bad ?? 0)[0] ?? 0];
    expect([...selectCommits(ground, { standing: "unreferenced,unknown" })]).toEqual(
      rowsWhere((row) => ["unreferenced", "unknown"].includes(audit.history.standing(row))),
    );
    expect([...selectCommits(ground, { for: named?.at ?? "" })]).toEqual(
      rowsWhere((row) => audit.history.tickets(row).some((at) => audit.tickets[at] === named)),
    );
    expect([...selectCommits(ground, { q: "TAX rounding FLAG" })]).toEqual(
      rowsWhere((row) => /tax rounding.*flag/iu.test(commits.subject(row))),
    );
    expect([...selectCommits(ground, { q: audit.report.commits?.id(77).slice(0, 9) ?? "" })]).toEqual([77]);
    expect([...selectCommits(ground, { gap: "commit-without-ticket" })]).toEqual([
      ...(audit.gaps.find(({ code }) => code === "commit-without-ticket")?.indexes ?? []),
    ]);
  });

  test("a place in the page can't be named by an address", () => {
    const terms = { q: "a&b #1 =%", standing: "unknown", month: "2026-01" };
    const route = { view: "commits", terms, detail: { kind: "commit", id: "ab12" } } as const;
    expect(routeOf(hashOf(route))).toEqual(route);
    expect(routeOf("#ticket=jira%3ASHOP-1")).toMatchObject({ view: "tickets", detail: { kind: "ticket" } });
    expect(routeOf("#view=nowhere&x=1")).toEqual({ view: "overview", terms: {}, detail: null });
  });
});

describe("the page is what it is without a script, and small", () => {
  test("a text ends a script, or begins one", () => {
    const data = [...text.matchAll(/<script type="application\/json" id="[\w-]+">([\s\S]*?)<\/script>/g)];
    expect(data.length).toBeGreaterThan(10);
    expect(data.filter(([, inside = ""]) => inside.includes("<"))).toEqual([]);
    expect(text.match(/<script/g)?.length).toBe(data.length + 1);
  });

  test("without a script there is no verdict, no gap, or not the newest 200 commits", () => {
    const plain = text.slice(text.indexOf('<main id="plain"'), text.indexOf("</main>"));
    expect(plain).toContain("Failed");
    expect(plain).toContain("Where the thread breaks");
    expect(plain).toContain("golden-thread audit --parts blame");
    expect(plain.match(/<tr><td><code>[0-9a-f]{10}</g)?.length).toBe(200);
    expect(plain).not.toMatch(/<(img|script|style)/);
  });

  test("a commit takes more than 130 bytes", () => {
    const of = (commits: number): number =>
      Buffer.byteLength(pageText(auditFixture({ commits, tickets: commits / 10 })));
    expect((of(12_000) - of(2_000)) / 10_000).toBeLessThanOrEqual(130);
  });

  test("whoever reads the page is not told the licences of what is in it", () => {
    for (const name of ["preact", "@tanstack/virtual-core", "d3-hierarchy", "d3-scale", "d3-shape"])
      expect(text).toContain(`\n${name} `);
  });
});
