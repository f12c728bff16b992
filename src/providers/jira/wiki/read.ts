import { codeSpan, linkTo, longestRun } from "../adf/inline.ts";

/** Longest text that is read as markup; what follows is kept as it is written. */
const LONGEST = 400_000;

/**
 * The Markdown of Jira's wiki markup (Data Center). Tolerant: what it does not know stays as it is written. Each line is
 * read once.
 */
export function readWiki(text: string): string {
  const lines = text.slice(0, LONGEST).replace(/\r\n?/g, "\n").split("\n");
  const out: string[] = [];
  let verbatim: string[] | null = null;
  let language = "";
  let quoted = false;
  for (const line of lines) {
    if (verbatim !== null) {
      const end = line.search(/\{(?:code|noformat)\}/);
      if (end === -1) {
        verbatim.push(line);
        continue;
      }
      if (end > 0) verbatim.push(line.slice(0, end));
      out.push(...fenced(verbatim, language));
      verbatim = null;
      continue;
    }
    const open = /^\s*\{(?:code|noformat)(?::([^}]*))?\}(.*)$/.exec(line);
    if (open !== null) {
      language = languageOf(open[1] ?? "");
      const rest = open[2] ?? "";
      const close = rest.search(/\{(?:code|noformat)\}/);
      if (close >= 0) out.push(...fenced([rest.slice(0, close)], language));
      else verbatim = rest === "" ? [] : [rest];
      continue;
    }
    if (/^\s*\{quote\}\s*$/.test(line)) {
      quoted = !quoted;
      continue;
    }
    const panel = /^\s*\{(panel|info|note|tip|warning|color|expand)(?::([^}]*))?\}\s*$/.exec(line);
    if (panel !== null) {
      const title = /(?:^|\|)title=([^|}]*)/.exec(panel[2] ?? "")?.[1];
      if (title !== undefined) out.push(`**${title}**`, "");
      continue;
    }
    out.push((quoted ? "> " : "") + lineOf(line));
  }
  if (verbatim !== null) out.push(...fenced(verbatim, language));
  return numbered(withTableRules(out)).join("\n") + text.slice(LONGEST);
}

function fenced(body: readonly string[], language: string): readonly string[] {
  const fence = "`".repeat(Math.max(3, longestRun(body.join("\n")) + 1));
  return [fence + language, ...body, fence];
}

/** `{code:title=x|java}`: the part without a name is the language. */
function languageOf(options: string): string {
  return (options.split("|").find((one) => !one.includes("=")) ?? "").replace(/[^\w+#.-]/g, "");
}

/** The head of a table is followed by a rule in Markdown. */
function withTableRules(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, at) => {
    const isFirst = line.startsWith("| ") && line.endsWith(" |") && !(lines[at - 1] ?? "").startsWith("| ");
    // Who wrote it in Markdown has put one there.
    const isHead = isFirst && !/^\|(?: -{3,} \|)+$/.test(lines[at + 1] ?? "");
    return isHead ? [line, `|${" --- |".repeat(line.split(/(?<!\\)\|/).length - 2)}`] : [line];
  });
}

/** Items of a numbered list count on; wiki markup gives them no numbers. */
function numbered(lines: readonly string[]): readonly string[] {
  const counts: number[] = [];
  let isCode = false;
  return lines.map((line) => {
    if (line.startsWith("```")) isCode = !isCode;
    const [, indent, sign, rest] = (isCode ? null : /^((?: {2})*)(1\.|-) (.*)$/.exec(line)) ?? [];
    const depth = indent === undefined ? 0 : indent.length / 2 + 1;
    counts.splice(sign === "-" ? Math.max(0, depth - 1) : depth);
    if (indent === undefined || sign !== "1.") return line;
    while (counts.length < depth) counts.push(0);
    const count = (counts[depth - 1] ?? 0) + 1;
    counts[depth - 1] = count;
    return `${indent}${count}. ${rest}`;
  });
}

function lineOf(line: string): string {
  const heading = /^\s*h([1-6])\.\s*(.*)$/.exec(line);
  if (heading !== null) return `${"#".repeat(Number(heading[1]))} ${inline(heading[2] ?? "")}`;
  if (/^\s*-{4,}\s*$/.test(line)) return "---";
  const quote = /^\s*bq\.\s*(.*)$/.exec(line);
  if (quote !== null) return `> ${inline(quote[1] ?? "")}`;
  const item = /^\s*([*#-]{1,12})\s+(.*)$/.exec(line);
  if (item !== null) {
    const signs = item[1] ?? "*";
    const sign = signs.endsWith("#") ? "1." : "-";
    return `${"  ".repeat(signs.length - 1)}${sign} ${inline(item[2] ?? "")}`;
  }
  const row = line.trim();
  if (row.startsWith("|") && row.endsWith("|") && row.length > 1) {
    const cells = row.split(/(?<!\\)\|+/).slice(1, -1);
    return `| ${cells.map((cell) => inline(cell.trim())).join(" | ")} |`;
  }
  return inline(line);
}

/** Monospaced text, links, images, mentions, bold, italic, struck text; every quantifier is bounded. */
const MARK =
  /\{\{([^{}\n]{1,1000})\}\}|\[~([^\]\n|]{1,200})\]|\[([^\]\n|[]{1,500})\|([^\]\n|]{1,2000})(?:\|[^\]\n]{0,200})?\]|\[((?:https?:\/\/|mailto:)[^\]\n|]{1,2000})\]|!([^!\s|][^!\n|]{0,300})(?:\|[^!\n]{0,200})?!|(?<![\w*])\*([^\s*][^*\n]{0,500})\*(?![\w*])|(?<![\w_])_([^\s_][^_\n]{0,500})_(?![\w_])|(?<![\w-])-([^\s-][^-\n]{0,500})-(?![\w-])|\{color(?::[^}\n]{0,40})?\}/g;

function inline(text: string): string {
  return text.replace(MARK, (whole, ...groups: (string | undefined)[]) => {
    const [code, user, label, href, bare, media, strong, em, strike] = groups;
    if (code !== undefined) return codeSpan(code);
    if (user !== undefined) return `@${user}`;
    if (href !== undefined) return linkTo(label ?? "", href);
    if (bare !== undefined) return bare;
    if (media !== undefined) return `[attachment: ${media}]`;
    if (strong !== undefined) return `**${strong}**`;
    if (em !== undefined) return `*${em}*`;
    if (strike !== undefined) return `~~${strike}~~`;
    return whole.startsWith("{color") ? "" : whole;
  });
}
