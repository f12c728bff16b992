/**
 * The one place that makes text from outside safe for where it is shown. Subjects, branch names, ticket titles, paths
 * and error messages of servers are all written by people whom the reader does not know.
 */

/** Controls, invisible and bidi characters, line separators and halves of surrogate pairs: what moves a cursor or hides text. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?![\uFE0E\uFE0F])\p{Default_Ignorable_Code_Point}/gu;

/** Commands that CI runners read from a log line: GitHub's `##[x]`, Azure's `##vso[x]`, TeamCity's `##teamcity[x]`. */
const LOG_COMMAND = /##(?=\[|vso\[|teamcity\[)/giu;

/** GitHub's `::x::`, after white space only. Text is wrapped at white space, so any word may come to begin a line. */
const WORKFLOW_COMMAND = /(?<=^|\s):{2,}/gu;

const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** One line in which every character can be seen: `\n`, `\x1b`, `\u{202e}` stand for what would not show. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (char) => NAMED[char] ?? codeOf(char));
}

function codeOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}

/** At most `limit` code points, the last one `…` where something was cut. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = Array.from(text.slice(0, 2 * limit + 2));
  return points.length <= limit ? text : `${points.slice(0, Math.max(0, limit - 1)).join("")}…`;
}

/** One line for a terminal or a CI log: nothing moves the cursor, nothing is read as a command of a CI runner. */
export function terminal(text: string, limit = Number.POSITIVE_INFINITY): string {
  const line = visible(text)
    .replace(LOG_COMMAND, "# #")
    .replace(WORKFLOW_COMMAND, (colons) => [...colons].join(" "));
  return limit === Number.POSITIVE_INFINITY ? line : clip(line, limit);
}

/** Text of several lines for a terminal: `terminal` for each line, tabs as they are. */
export function terminalLines(text: string): string {
  return text
    .split(/\r?\n/u)
    .map((line) =>
      line
        .split("\t")
        .map((part) => terminal(part))
        .join("\t"),
    )
    .join("\n");
}

/** A command to copy: words of a POSIX shell, quoted where they need it. */
export function shellCommand(argv: readonly string[]): string {
  return terminal(argv.map(shellWord).join(" "));
}

function shellWord(word: string): string {
  return /^[\w./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** ASCII that shows, which is nearly all there is: nothing in it has to be looked for. */
const SEEN = /^[ -~]*$/;

/** The same without what JSON escapes. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** JSON of one line, the same value to every reader; what would not show or a CI runner would obey is written `\\uXXXX`. */
export function json(value: unknown): string {
  if (typeof value === "string" && PLAIN.test(value) && !value.includes("##")) return `"${value}"`;
  const text = JSON.stringify(value);
  if (SEEN.test(text) && !text.includes("##")) return text;
  return text.replace(UNSEEN, units).replace(LOG_COMMAND, (marks) => `${units("#")}${marks.slice(1)}`);
}

function units(text: string): string {
  return text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Not even an entity may stand for these in XML 1.0 (its production 2, "Char"), beside the controls. */
const NO_XML = /[\uFFFE\uFFFF]/gu;

/** Text or quoted attribute value of XML 1.0. */
export function xml(text: string): string {
  return html(text).replace(NO_XML, codeOf);
}

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** Text or quoted attribute value of HTML and XML. */
export function html(text: string): string {
  return visible(text).replace(/[&<>"'`]/gu, (char) => HTML_ENTITIES[char] ?? "");
}

/** A page that may be linked to: an https address without anything that could end a link in Markdown or HTML; null: it is none. */
export function pageOf(url: string | null): string | null {
  return url !== null && /^https:\/\/[A-Za-z0-9./?=&%:_~+-]+$/.test(url) ? url : null;
}

/** Inline Markdown, table cells too: shown as written; an empty comment keeps `@name` and `#1` from notifying or linking. */
export function markdown(text: string): string {
  return visible(text).replace(/[!-/:-@[-`{-~]/gu, (char) =>
    char === "@" || char === "#" ? `\\${char}<!-- -->` : `\\${char}`,
  );
}

/** The same as a line in which no forge or tracker finds a number: `GH-5`, `!5` and `PROJ-9` as little as `#5`. */
export function inertLine(text: string): string {
  return markdown(text).replace(/\\[!&-](?=\d)/g, "$&<!-- -->");
}

/** A Markdown code span, table cells too. Nothing inside is read as Markdown, a mention or a link. */
export function markdownCode(text: string): string {
  const line = visible(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/gu), (run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const pad = /^[\s`]|[\s`]$/u.test(line) || line === "" ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A first character that makes a spreadsheet calculate, its full-width forms included (OWASP, CSV injection). */
const FORMULA = /^[\s"']*[=+\-@＝＋－＠]/u;

/** One CSV field (RFC 4180), always quoted; text that a spreadsheet would calculate gets a leading apostrophe. */
export function csvField(value: string | number): string {
  if (typeof value === "number") return String(value);
  const line = visible(value);
  return `"${(FORMULA.test(line) ? `'${line}` : line).replaceAll('"', '""')}"`;
}

/** The message of a GitHub workflow command, line feeds kept as the runner reads them. */
export function commandData(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => visible(line).replaceAll("%", "%25"))
    .join("%0A");
}

/** A property of a GitHub workflow command: `file=…`, `title=…`. */
export function commandProperty(text: string): string {
  return visible(text).replaceAll("%", "%25").replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** The message of an Azure Pipelines logging command, line feeds kept (azure-pipelines-task-lib, "command.ts"). */
export function azureData(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => visible(line).replaceAll("%", "%AZP25"))
    .join("%0A");
}

/** A property of an Azure Pipelines logging command: `sourcepath=…`, `code=…`. */
export function azureProperty(text: string): string {
  return visible(text).replaceAll("%", "%AZP25").replaceAll("]", "%5D").replaceAll(";", "%3B");
}

/** A value of a TeamCity service message (jetbrains.com, "Service Messages", escaped values). */
export function teamcityValue(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) =>
      visible(line)
        .replace(/[|'[\]]/g, "|$&")
        .replace(/[^ -~]/g, teamcityUnit),
    )
    .join("|n");
}

/** Characters beyond ASCII go by their UTF-16 units. */
function teamcityUnit(unit: string): string {
  return `|0x${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
