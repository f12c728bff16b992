import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { organisationOf } from "../../src/audit/organisation.ts";
import type { AuditedRow, MemberRow } from "../../src/core/organisation.ts";
import { organisationFormats } from "../../src/reports/organisations.ts";
import { statementFor } from "../../src/reports/statement.ts";
import { CORPUS } from "./hostile.ts";

const AS_OF = "2026-01-31T00:00:00Z";

function audited(name: string, told: Partial<AuditedRow> & { readonly authorised: number }): MemberRow {
  const { authorised, verdict = "pass", ...more } = told;
  const others = { exempt: 2, unauthorised: 0, unreferenced: 10 - authorised, unknown: 0 };
  return {
    name,
    state: "audited",
    repository: `https://github.com/acme/${name}`,
    ref: "refs/heads/main",
    tip: "a".repeat(40),
    verdict,
    statement: statementFor(verdict, []),
    minimums: [],
    policyDigest: "d".repeat(64),
    commits: { ...others, authorised, total: 12, referenced: authorised, beforeBaseline: 0 },
    tickets: { total: 4, linked: 3 },
    gaps: authorised === 10 ? [] : [{ code: "commit-without-ticket", count: 10 - authorised }],
    ...more,
  };
}

const ROWS = [
  audited("well", { authorised: 9 }),
  audited("poor", { authorised: 2, verdict: "fail" }),
  audited("half", { authorised: 5, verdict: "fail" }),
  { name: "gone", state: "unavailable", why: "There is no repository." },
  audited("vague", { authorised: 10, verdict: "undecided" }),
  audited("warned", { authorised: 10, statement: "WARNED" }),
] as const satisfies readonly MemberRow[];

async function written(
  format: keyof typeof organisationFormats,
  rows: readonly MemberRow[],
  hasPages = true,
) {
  const render = (await organisationFormats[format]())({ color: false, columns: 100, hasPages });
  return [...render(organisationOf(AS_OF, rows)).body].join("");
}

test("the repository that needs somebody first stands somewhere below others", async () => {
  const wanted = ["poor", "half", "gone", "vague", "warned", "well"];
  const csv: string[][] = parse(await written("csv", ROWS));
  expect(csv.slice(1).map(([name]) => name)).toEqual(wanted);
  for (const format of ["html", "markdown", "text"] as const) {
    const text = await written(format, ROWS);
    const places = wanted.map((name) => text.search(new RegExp(`(^ {4}|\\| \\[?|>)${name}\\b`, "m")));
    expect(places, format).toEqual([...places].sort((one, other) => one - other));
    expect(places, format).not.toContain(-1);
    expect(text, format).toContain(
      "6 repositories: 2 failed, 1 undecided, 1 not audited, 1 passed with warnings, 1 passed.",
    );
    // 36 of 50: a share of the sums, never a mean of shares.
    expect(text, format).toContain("72.0 %");
    // Nor is it of the work in what nobody audited, or of tickets that are different ones.
    expect(text, format).toMatch(/(of the work|not exempt) in 5 of 6 repositories/);
    expect(text, format).toContain("counted in each repository");
    expect(text, format).toContain("in 3 repositories");
  }
});

test("a minimum that one repository misses is told nowhere, or met by a sum that leaves one out", async () => {
  const minimum = (covered: number, met: boolean) => ({
    ...({ name: "commits", wanted: 90, met } as const),
    found: { covered, total: 10, percent: covered * 10 },
  });
  const most = audited("most", { authorised: 10, minimums: [minimum(10, true)] });
  const some = audited("some", { authorised: 5, verdict: "fail", minimums: [minimum(5, false)] });
  const told = "Minimum of commits missed: 50.0 %, at least 90 % wanted.";
  for (const format of ["html", "markdown", "text"] as const) {
    // Without the escapes of Markdown.
    const text = (await written(format, [most, some])).replaceAll("\\", "");
    expect(text, format).toContain(told);
    expect(text, format).toContain("All together: Minimum of commits missed: 75.0 %");
  }
  const csv: string[][] = parse(await written("csv", [most, some]));
  expect(csv.map((cells) => cells.at(-1))).toEqual(["why", told, ""]);
  expect(organisationOf(AS_OF, [most])).toMatchObject({ verdict: "pass", minimums: [{ met: true }] });
  const partly = organisationOf(AS_OF, [most, { name: "gone", state: "unavailable", why: "No folder." }]);
  expect(partly).toMatchObject({ verdict: "undecided", minimums: [{ met: null }] });
});

test("work of which nobody could say anything counts as none that is covered", async () => {
  const dark = audited("dark", {
    authorised: 0,
    verdict: "undecided",
    commits: {
      ...{ authorised: 0, exempt: 0, unauthorised: 0, unreferenced: 3, unknown: 9 },
      ...{ total: 12, referenced: 9, beforeBaseline: 0 },
    },
  });
  expect(await written("html", [dark])).toContain("Nobody could say how much of the work leads");
  expect(await written("html", [ROWS[3]])).toContain("No repository could be audited.");
  expect(await written("text", [dark])).toContain("not known");
});

test("a link leads to a page that was never written, or from one that can't be audited", async () => {
  for (const format of ["html", "markdown"] as const) {
    const linked = [...(await written(format, ROWS)).matchAll(/[("](\w+)\/report\.html/g)];
    expect(
      linked.map(([, name]) => name),
      format,
    ).toEqual(["poor", "half", "vague", "warned", "well"]);
    expect(await written(format, ROWS, false), format).not.toContain("report.html");
  }
});

function rowsOf(text: string): readonly MemberRow[] {
  return [
    audited("one", { authorised: 1, ref: text, repository: text }),
    { name: "two", state: "unavailable", why: text },
  ];
}

test.each(CORPUS)("what somebody called a ref or answered gets out of its cell: %j", async (text) => {
  const rows = rowsOf(text);
  const html = await written("html", rows);
  const tags = (page: string) => page.match(/<\/?[a-z]\w*( class="[^"]*")?/g);
  expect(tags(html)).toEqual(tags(await written("html", rowsOf("main"))));
  expect(html).toContain("default-src 'none'; style-src 'sha256-");
  expect(html).not.toMatch(/<script|<img|<a [^>]*href="(?!\w+\/report\.html")/);
  expect(JSON.parse(await written("json", rows)).rows).toEqual(JSON.parse(JSON.stringify(rows)));
  const cells: string[][] = parse(await written("csv", rows));
  expect(cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells).toHaveLength(3);
  for (const format of ["html", "json", "markdown", "text"] as const)
    expect(await written(format, rows), format).not.toMatch(/[\u0007\u001b\u200b\u202e\u2028]/u);
  expect(await written("text", rows)).not.toMatch(/##\[|^\s*::/m);
});
