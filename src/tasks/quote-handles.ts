/** Keys whose people are often written `@name` without quotes, which YAML does not allow. */
const PEOPLE = /^(?:default_)?(?:assignee|reporter):/;
/** What stands before a value: the key with its colon, or a list's dash. */
const BEFORE = /^(?:[a-z_]+:| *-) +(?=[@[])/;
/** `url: [text](address)`: a Markdown link, which YAML takes for a list with rubbish behind it. */
const LINK = /^( +[a-z_]*url: +)(\[[^\]]*\]\([^)]*\)) *$/;

/**
 * Quotes what people leave unquoted in these files although YAML forbids it: `@name` under `assignee` and
 * `reporter` and their defaults (as Backlog.md does before it parses) and Markdown links as `url` of a nested map. Line numbers stay.
 */
export function quoteHandles(yaml: string): string {
  if (!yaml.includes("@") && !yaml.includes("](")) return yaml;
  let people = false;
  const lines = yaml.split("\n").map((line) => {
    if (/^[A-Za-z_]/.test(line)) people = PEOPLE.test(line);
    return people
      ? quotePeople(line)
      : line.replace(LINK, (_, key: string, link: string) => key + quote(link));
  });
  return lines.join("\n");
}

function quotePeople(line: string): string {
  const before = BEFORE.exec(line)?.[0];
  if (before === undefined) return line;
  const comment = line.indexOf(" #", before.length);
  const value = (comment === -1 ? line : line.slice(0, comment)).slice(before.length).trimEnd();
  if (!value.startsWith("[")) return before + quote(value);
  if (!value.endsWith("]")) return line;
  const items = value
    .slice(1, -1)
    .split(",")
    .map((item) => item.trim());
  return `${before}[${items.map((item) => (item.startsWith("@") ? quote(item) : item)).join(", ")}]`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
