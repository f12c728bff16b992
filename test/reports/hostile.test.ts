import { fromHtml } from "hast-util-from-html";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import { commentMarkdown } from "../../src/reports/comment.ts";
import { type FormatName, formatNames, formats } from "../../src/reports/index.ts";
import { COMMANDS, commandIn } from "../action/commands.ts";
import { CORPUS, hostileOptions, hostileReport } from "./hostile.ts";
import { isWellFormed } from "./xml.ts";

/** Every character that moves a cursor, hides text or turns it round, and halves of surrogate pairs. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;

const rendered = new Map<string, string>();

async function render(format: FormatName, text: string): Promise<string> {
  const known = rendered.get(`${format} ${text}`);
  if (known !== undefined) return known;
  const made = [...(await formats[format]())(hostileOptions(text))(hostileReport(text)).body].join("");
  rendered.set(`${format} ${text}`, made);
  return made;
}

const cases = [...CORPUS, CORPUS.join(" ")].map((text) => [JSON.stringify(text).slice(0, 60), text] as const);
const logs = ["azure", "github", "teamcity", "text"] as const;

describe.each(cases)("%s", (_name, text) => {
  test.each(formatNames)("shows all that is in it: %s", async (format) => {
    const shown = await render(format, text);
    expect(UNSEEN.exec(shown)?.[0]).toBeUndefined();
    expect(shown.replaceAll("\r\n", "\n").includes("\r")).toBe(false);
  });

  test("commands no runner", async () => {
    for (const format of logs) {
      const [lines, plain] = [
        (await render(format, text)).split("\n"),
        (await render(format, "x")).split("\n"),
      ];
      const marks = lines.filter(
        (line) => line.includes("##[") || /##(?:vso|teamcity)\[/.test(line.slice(1)),
      );
      expect(marks).toEqual([]);
      if (format !== "text") expect(lines).toHaveLength(plain.length);
      const commands = lines.flatMap((line) => commandIn(line, COMMANDS) ?? []);
      const wanted = plain.flatMap((line) => commandIn(line, COMMANDS) ?? []);
      expect(commands.map(({ name, properties }) => [name, Object.keys(properties)])).toEqual(
        wanted.map(({ name, properties }) => [name, Object.keys(properties)]),
      );
      expect(
        lines.filter((line) => line.startsWith("##vso[")).map((line) => line.replace(/=.*/, "")),
      ).toEqual(plain.filter((line) => line.startsWith("##vso[")).map((line) => line.replace(/=.*/, "")));
    }
  });

  test("writes no Markdown of its own", async () => {
    const comment = commentMarkdown(hostileReport(text), hostileOptions(text), 65_536);
    for (const shown of [await render("markdown", text), comment]) {
      const nodes = nodesOf(fromMarkdown(shown));
      const links = nodes.flatMap(({ type, url }) => (type === "link" || type === "definition" ? [url] : []));
      expect(
        links.filter((url) => !/^https:\/\/(github\.com\/acme\/shop|jira\.example\.com)\//.test(url ?? "")),
      ).toEqual([]);
      expect(nodes.filter(({ type }) => type === "image")).toEqual([]);
      const html = nodes.flatMap(({ type, value }) => (type === "html" ? [value ?? ""] : []));
      expect(html.join("").replace(/<br>|<!-- -->|<\/?(?:details|summary)>|\d+ more|\s/g, "")).toBe("");
      const prose = nodes.flatMap(({ type, value }) => (type === "text" ? [value ?? ""] : []));
      expect(prose.filter((part) => /[@#]\w|!\d|GH-\d/.test(part))).toEqual([]);
      expect(shown.includes("golden-thread:report -->")).toBe(false);
    }
  });

  test("breaks no table", async () => {
    const columns = (shown: string) =>
      shown.split("\n").flatMap((line) => (line.startsWith("| ") ? [cellsOf(line)] : []));
    expect(columns(await render("markdown", text))).toEqual(columns(await render("markdown", "x")));
  });

  test("adds no element and no attribute to the page", async () => {
    const [shown, plain] = [elementsOf(await render("html", text)), elementsOf(await render("html", "x"))];
    // What is no https address is no link.
    const names = (list: readonly Element[]) => list.map(({ name }) => name).filter((name) => name !== "a");
    expect(names(shown)).toEqual(names(plain));
    expect(shown.flatMap(({ attributes }) => attributes.filter((name) => name.startsWith("on")))).toEqual([]);
    const links = shown.flatMap(({ href }) => href ?? []);
    expect(
      links.filter((href) => !/^(#|https:\/\/(github\.com\/acme\/shop|jira\.example\.com)\/)/.test(href)),
    ).toEqual([]);
  });

  test("adds no row, no field and no formula to the table of commits", async () => {
    const rows = (await render("csv", text)).split("\r\n").slice(0, -1);
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      expect(row).toMatch(/^(?:"(?:[^"]|"")*",){11}"(?:[^"]|"")*"$/);
      expect(row).not.toMatch(/(?:^|,)"[\s]*[=+\-@]/);
    }
  });

  test("stays one document for programs", async () => {
    expect(isWellFormed(await render("junit", text))).toBe(true);
    const [issues, insights, log, report] = await Promise.all(
      (["gitlab", "bitbucket", "sarif", "json"] as const).map(async (format) =>
        JSON.parse(await render(format, text)),
      ),
    );
    const found = 3 + 2 * 4;
    expect([issues.length, insights.annotations.length, log.runs[0].results.length]).toEqual([
      found,
      found,
      found,
    ]);
    expect(report.verdict).toBe("fail");
  });
});

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function nodesOf(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

/** Pipes that end cells (GFM, "Tables (extension)"). */
function cellsOf(line: string): number {
  return line.replace(/\\\\/g, "").replace(/\\\|/g, "").split("|").length;
}

interface Element {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly href: string | null;
}

interface HastNode {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly HastNode[];
}

function elementsOf(html: string): readonly Element[] {
  const walk = (node: HastNode): readonly Element[] => {
    const { tagName: name, properties = {}, children = [] } = node;
    const own =
      name === undefined
        ? []
        : [{ name, attributes: Object.keys(properties), href: hrefOf(properties.href) }];
    return [...own, ...children.flatMap(walk)];
  };
  return walk(fromHtml(html));
}

function hrefOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
