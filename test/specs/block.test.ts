import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Spec } from "../../src/core/spec.ts";
import { putBlock, readBlock, wrapBlock } from "../../src/specs/block.ts";
import { specDigest } from "../../src/specs/digest.ts";
import { type BlockPart, type BlockTerms, bodyWithBlock, renderBlock } from "../../src/specs/render-block.ts";

const terms: BlockTerms = { forge: "github", repository: "acme/shop", limit: 65_536, disclose: "full" };

function part(text: string, changes: Partial<Spec> = {}): BlockPart {
  const ticket = { remote: "github", id: "acme/shop#42", key: "#42", title: "Limit log-ins", url: null };
  const spec: Spec = {
    ...ticket,
    source: "path",
    path: "specs/42/spec.md",
    text,
    digest: specDigest(text),
    ...changes,
  };
  const facts = { authorisation: "authorised", state: "In Progress", risk: null, approval: "not needed" };
  return { spec, kind: "github", closes: true, facts };
}

function rendered(text: string, changes: Partial<BlockTerms> = {}): string {
  const block = renderBlock([part(text)], { ...terms, ...changes });
  return block.ok ? block.text : `over by ${block.needed}`;
}

function put(body: string, block: string): string {
  const answer = putBlock(body, block);
  return answer.ok ? answer.body : `${answer.problem.code} in line ${answer.problem.line}`;
}

const block = wrapBlock("## Implementation Spec\n\ntext");

describe("the block in a pull request's body", () => {
  test("a block cannot be read back: entries, digest and text are lost", () => {
    const text = "# Plan\n\nCount failures.";
    const reading = readBlock(`Hello\n\n${rendered(text)}`);
    expect(reading).toMatchObject({
      status: "found",
      isIntact: true,
      entries: [{ key: "#42", path: "specs/42/spec.md", digest: specDigest(text), isExcerpt: false }],
    });
    expect(rendered(text)).toMatch(/\n### .*Limit log\\-ins\n\nSpec: `specs\/42\/spec.md`, SHA-256/);
    expect(rendered(text)).toContain("\n#### Plan\n\nCount failures.\n\nCloses #42\n\n---\n");
  });

  test("a title, a state or a path names what is closed, or ends the block", () => {
    const title = "Fixes GH-5 and !6, resolves PROJ-9";
    for (const path of ["specs/<!-- golden-thread:spec:end -->.md", "specs/Closes #5.md"]) {
      const one = part("# Plan", { title, path });
      const hostile = { ...one, facts: { ...one.facts, state: title } };
      const made = renderBlock([hostile], terms);
      const text = made.ok ? made.text : "";
      expect(readBlock(text)).toMatchObject({ isIntact: true, entries: [{ path }] });
      const seen = text.replaceAll("\\", "").replace("\nCloses #42", "");
      expect(seen).not.toMatch(/GH-5|!6|PROJ-9|Closes #\d/);
    }
  });

  test("somebody changes one character between the markers and nobody sees it", () => {
    const edited = put("", block).replace("text", "texT");
    expect(readBlock(edited)).toMatchObject({ status: "found", isIntact: false });
    expect(readBlock(put(edited, block))).toMatchObject({ isIntact: true });
  });

  test.each([
    ["torn in line 2", "a\n<!-- golden-thread:spec:end -->"],
    [
      "torn in line 3",
      "a\n\n<!-- golden-thread:spec:begin v=1 sha256=00 -->\n<!-- golden-thread:spec:end -->",
    ],
    ["torn in line 1", block.replace("<!-- golden-thread:spec:end -->", "")],
    ["torn in line 1", "`<!-- golden-thread:spec:begin` is how it starts"],
    ["nested in line 2", block.replace("\n", `\n${block}`)],
    ["duplicate in line 7", `${block}\n\n${block}`],
    ["duplicate in line 8", `${block}\n\`\`\`\n\n${block}\n\`\`\``],
  ])("markers that are %s are written over", (problem, body) => {
    expect(put(body, block)).toBe(problem);
  });

  test("what stands around the block changes, or writing twice adds something", () => {
    const piece = fc.array(fc.constantFrom("a", "\n", "\r\n", " ", "```", "<!-- x -->", "<!--", "é", "# h"));
    fc.assert(
      fc.property(piece, piece, fc.boolean(), (before, after, first) => {
        const [head, tail] = [before.join(""), after.join("")];
        const body = first ? `${head}\n${block}\n${tail}` : head;
        const once = put(body, rendered("# A\n\ntext"));
        const reading = readBlock(once);
        if (reading.status !== "found") throw new Error(once);
        expect(reading.isIntact).toBe(true);
        expect(put(once, rendered("# A\n\ntext"))).toBe(once);
        if (!first) {
          expect(once).toContain(head);
          return;
        }
        expect(once.slice(0, reading.start)).toBe(`${head}\n`);
        expect(once.slice(reading.end)).toBe(`\n${tail}`);
      }),
    );
  });

  test("a body of CRLF gets a block of LF, or its digest fails", () => {
    const body = put("Hello\r\n", block);
    expect(body).not.toMatch(/[^\r]\n/);
    expect(readBlock(body)).toMatchObject({ isIntact: true });
  });

  test("an open fence or comment swallows the block", () => {
    expect(put("text\n```\ncode", block).startsWith(block)).toBe(true);
    expect(put("text\n<!-- note", block).startsWith(block)).toBe(true);
    expect(put("```\ncode\n```", block).endsWith(block)).toBe(true);
  });

  test("a forge refuses a body that is too long, or lines are torn in the middle", () => {
    const text = Array.from({ length: 4_000 }, (_, at) => `Line ${at} of a long spec with @ada in it.`).join(
      "\n",
    );
    for (const [limit, body] of [
      [65_536, "Hello\r\n"],
      [4_000, "Hello"],
    ] as const) {
      const { put: answer, isShortened } = bodyWithBlock(body, [part(text)], { ...terms, limit });
      if (answer?.ok !== true) throw new Error("no body");
      expect(answer.body.length).toBeLessThanOrEqual(limit);
      expect(answer.body.length).toBeGreaterThan(limit * 0.9);
      expect(isShortened).toBe(true);
      expect(answer.body).toMatch(
        /Line \d+ of a long spec with \\@<!-- -->ada in it\.\r?\n\r?\n\*The spec goes on: 4000 lines/,
      );
      expect(readBlock(answer.body)).toMatchObject({
        entries: [{ isExcerpt: true, digest: specDigest(text) }],
      });
    }
    expect(bodyWithBlock("x".repeat(3_900), [part(text)], { ...terms, limit: 4_000 }).put).toBeNull();
  });

  test.each([
    ["github", "acme/shop", "github", "acme/shop#42", "Closes #42"],
    ["github", "acme/shop", "github", "acme/app#42", "Closes acme/app#42"],
    ["github", "acme/shop", "azure-devops", "42", "Fixes AB#42"],
    ["gitlab", "acme/web/shop", "gitlab", "acme/web/shop#42", "Closes #42"],
    ["azure-repos", "shop/shop", "azure-devops", "42", "Fixes #42"],
    ["github", "acme/shop", "jira", "PROJ-7", "Ticket: [PROJ\\-7](https://jira.example/browse/PROJ-7)"],
    ["gitlab", "acme/shop", "github", "acme/shop#42", "Ticket: [K\\-1](https://jira.example/browse/PROJ-7)"],
  ] as const)("%s %s does not close %s %s", (forge, repository, kind, id, line) => {
    const url = "https://jira.example/browse/PROJ-7";
    const one = part("text", { id, key: kind === "jira" ? id : "K-1", url });
    const answer = renderBlock([{ ...one, kind }], { ...terms, forge, repository });
    expect(answer.ok && answer.text.split("\n")).toContain(line);
  });

  test("a ticket that may not be told is told", () => {
    const upstream = part("secret plan", { source: "upstream", path: null, title: "Secret title" });
    const shown = (["id", "title", "full"] as const).map((disclose) => {
      const answer = renderBlock([upstream], { ...terms, disclose });
      return answer.ok ? (answer.text.match(/secret plan|Secret title|In Progress/g) ?? []) : null;
    });
    expect(shown).toEqual([
      [],
      ["Secret title", "In Progress"],
      ["Secret title", "secret plan", "In Progress"],
    ]);
  });
});
