import { existsSync, readFileSync } from "node:fs";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import type { Audit } from "../../src/core/audit.ts";
import { auditSchema } from "../../src/reports/audit-json-schema.ts";
import {
  type AuditFormatName,
  auditFormatNames,
  auditFormats,
  isAuditFormat,
} from "../../src/reports/audits.ts";
import type { RenderOptions } from "../../src/reports/options.ts";
import { auditFixture } from "./audit-fixture.ts";
import { assessmentResults } from "./oscal-model.ts";
import { options } from "./reports.ts";
import { isWellFormed } from "./xml.ts";

async function render(
  format: AuditFormatName,
  audit: Audit,
  more: Partial<RenderOptions> = {},
): Promise<string> {
  return [...(await auditFormats[format]())({ ...options, ...more })(audit).body].join("");
}

const plain = auditFixture();
const hostile = auditFixture({ hostile: true });
const bare = auditFixture({ commits: 0, tree: false });

/** What moves a cursor, hides text or turns it round. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;

describe.each(auditFormatNames)("%s", (format) => {
  test.each([
    ["hostile texts", hostile],
    ["no commit at all", bare],
  ])("of %s is the same twice, and shows all that is in it", async (_name, audit) => {
    const text = await render(format, audit);
    expect(text).not.toBe("");
    expect(UNSEEN.exec(text)?.[0]).toBeUndefined();
    expect(await render(format, audit)).toBe(text);
  });
});

test("a format that there is not is none, whatever objects inherit", () => {
  expect(["html5", "toString", "__proto__", ""].filter(isAuditFormat)).toEqual([]);
});

describe("report.json", () => {
  const valid = new Ajv2020.default({ strict: true, allowUnionTypes: true }).compile(Object(auditSchema()));

  test.each([
    ["every standing, lineage and gap", plain],
    ["hostile texts", hostile],
    ["no commit at all", bare],
  ])("with %s is what its schema says", async (_name, audit) => {
    valid(JSON.parse(await render("json", audit)));
    expect(valid.errors).toBeNull();
  });

  test("loses no commit, file, ticket or gap", async () => {
    const told = JSON.parse(await render("json", plain));
    const { history, files, report } = plain;
    expect(told.history.subject).toHaveLength(history.count);
    expect(told.report.commits.id[7]).toBe(report.commits?.id(7));
    expect(told.history.standing[7]).toBe(history.standing(7));
    expect(told.history.added[7] ?? null).toBe(history.lines(7)?.added ?? null);
    expect(told.files.path).toHaveLength(files?.count ?? -1);
    expect(told.tickets.map(({ at }: { at: string }) => at)).toEqual(plain.tickets.map(({ at }) => at));
    expect(told.gaps.map(({ count }: { count: number }) => count)).toEqual(
      plain.gaps.map(({ indexes }) => indexes.length),
    );
  });

  test("claims support of controls and never that one is satisfied", async () => {
    const { controls, evidence } = JSON.parse(await render("json", plain));
    expect(new Set(controls.items.map(({ claim }: { claim: string }) => claim))).toEqual(
      new Set(["supports"]),
    );
    // Nobody asked the forge or looked at a signature, so nobody may read that they are there.
    const states = new Map(evidence.map((one: { id: string; state: string }) => [one.id, one.state]));
    expect([states.get("E4"), states.get("E5"), states.get("E7")]).toEqual(["absent", "absent", "absent"]);
  });
});

describe("commits.csv", () => {
  const FIRST = "commit_sha,pr_number,ticket_id,risk_level,timestamp,compliant,violation_reason";

  test("begins with the columns that auditors import, and has a row for each commit", async () => {
    const text = await render("csv", plain);
    const rows: readonly Record<string, string>[] = parse(text, { columns: true });
    expect(text.replaceAll('"', "").startsWith(FIRST)).toBe(true);
    expect(rows.map((row) => row.commit_sha)).toEqual(
      Array.from({ length: plain.history.count }, (_, index) => plain.report.commits?.id(index)),
    );
    const fails = plain.report.keys.flatMap(({ verdict, count }) => (verdict === "fail" ? count : []));
    expect(rows.filter(({ compliant }) => compliant === "false")).toHaveLength(
      fails.reduce((a, b) => a + b, 0),
    );
    expect(rows.filter((row) => row.compliant === "false" && row.violation_reason === "")).toEqual([]);
  });

  test("holds no cell that a spreadsheet would calculate, as another parser reads it", async () => {
    const rows: readonly string[][] = parse(await render("csv", hostile));
    expect(rows).toHaveLength(hostile.history.count + 1);
    expect(new Set(rows.map((cells) => cells.length)).size).toBe(1);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const subjects = Array.from({ length: hostile.history.count }, (_, index) =>
      hostile.history.subject(index),
    );
    expect(subjects.some((subject) => /^[=+\-@]/.test(subject))).toBe(true);
  });
});

describe("Markdown", () => {
  test("of hostile texts has no link, picture or HTML of theirs", async () => {
    const kinds: string[] = [];
    const html: string[] = [];
    const pages: string[] = [];
    const walk = (node: unknown): void => {
      const one: { type?: unknown; value?: unknown; url?: unknown; children?: unknown } = Object(node);
      kinds.push(String(one.type));
      if (one.type === "html") html.push(String(one.value));
      if (one.type === "link") pages.push(String(one.url));
      if (Array.isArray(one.children)) one.children.forEach(walk);
    };
    walk(fromMarkdown(await render("markdown", hostile)));
    expect(kinds.filter((kind) => ["image", "definition"].includes(kind))).toEqual([]);
    const own = ["https://github.com/acme/shop", "https://shop.atlassian.example/browse/SHOP-"];
    expect(pages.filter((page) => !own.some((start) => page.startsWith(start)))).toEqual([]);
    expect(pages.length).toBeGreaterThan(2);
    expect(html.join("").replace(/<br>|<!-- -->|\s/g, "")).toBe("");
  });

  test("says what was not evaluated, which waiver is overdue and how to see each gap", async () => {
    const page = await render("markdown", plain);
    expect(page).toMatch(/\*\*overdue\*\*/);
    expect(page).toContain("golden-thread audit --parts blame");
    for (const { indexes } of plain.gaps) expect(page).toContain(`| ${indexes.length} |`);
  });
});

describe("other formats over the audit's own report", () => {
  test("JUnit is well-formed and names commits by their subjects", async () => {
    const xml = await render("junit", plain);
    expect(isWellFormed(xml)).toBe(true);
    expect(xml.match(/<testcase /g)).toHaveLength(plain.history.count);
  });

  test("SARIF is valid by the published schema", async () => {
    const file = new URL("fixtures/sarif-2.1.0.json", import.meta.url);
    const { id: _, $schema: __, ...draft } = JSON.parse(readFileSync(file, "utf8"));
    const valid = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      draft,
    );
    valid(JSON.parse(await render("sarif", hostile)));
    expect(valid.errors).toBeNull();
  });
});

describe("OSCAL", () => {
  /** NIST's own schema (a release asset, public domain), where somebody put it: it can't be had from a registry. */
  const nist = process.env.OSCAL_ASSESSMENT_RESULTS_SCHEMA ?? "";
  const objectives = new Map([["CC8.1", "cc8.1_obj"]]);

  function compiled(schema: object) {
    const ajv = new Ajv.default({ strict: false, unicodeRegExp: true });
    addFormats.default(ajv);
    return ajv.compile(schema);
  }

  const cases = [
    ["every gap", plain, {}],
    ["hostile texts", hostile, { objectives }],
    ["no commit", bare, {}],
  ] as const;

  test.each(cases)("with %s holds to the model", async (_name, audit, more) => {
    const valid = compiled(assessmentResults);
    valid(JSON.parse(await render("oscal", audit, more)));
    expect(valid.errors).toBeNull();
  });

  test.skipIf(!existsSync(nist))("is valid by NIST's own schema", async () => {
    const valid = compiled(JSON.parse(readFileSync(nist, "utf8")));
    for (const [, audit, more] of cases) {
      valid(JSON.parse(await render("oscal", audit, more)));
      expect(valid.errors).toBeNull();
    }
  });

  test("finds nothing unless somebody says which objective is meant, and no two things share an id", async () => {
    const [result] = JSON.parse(await render("oscal", plain))["assessment-results"].results;
    expect(result.findings).toBeUndefined();
    const text = await render("oscal", plain, { objectives });
    const [mapped] = JSON.parse(text)["assessment-results"].results;
    expect(mapped.findings).toHaveLength(1);
    const ids = [...text.matchAll(/"uuid":"([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const observed = new Set(mapped.observations.map(({ uuid }: { uuid: string }) => uuid));
    for (const one of mapped.findings[0]["related-observations"])
      expect(observed.has(one["observation-uuid"])).toBe(true);
  });
});
