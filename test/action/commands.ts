/** One workflow command, as the runner reads it. `legacy`: by the old form, which counts anywhere in a line. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
  readonly legacy: boolean;
}

/** Commands that the runner knows (actions/runner, ActionCommandManager). */
export const COMMANDS: ReadonlySet<string> = new Set([
  ...["add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice"],
  ...["remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning"],
]);

type Mapping = readonly (readonly [string, string])[];

const DATA: Mapping = [
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%25", "%"],
];
const PROPERTY: Mapping = [
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%3A", ":"],
  ["%2C", ","],
  ["%25", "%"],
];
const LEGACY: Mapping = [
  ["%3B", ";"],
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%5D", "]"],
  ["%25", "%"],
];

/** The command that a line is; null: it is plain text. `known`: lower-case names, and the token that ends a stop. */
export function commandIn(line: string, known: ReadonlySet<string>): Command | null {
  return modern(line.trimStart(), known) ?? legacy(line, known);
}

function modern(line: string, known: ReadonlySet<string>): Command | null {
  const end = line.startsWith("::") ? line.indexOf("::", 2) : -1;
  if (end < 0) return null;
  const [name, rest] = headOf(line.slice(2, end));
  if (!known.has(name)) return null;
  const properties = propertiesIn(rest.trim(), ",", PROPERTY);
  return { name, properties, data: unescaped(line.slice(end + 2), DATA), legacy: false };
}

/** `##[name a=b;c=d]data`, wherever it begins. */
function legacy(line: string, known: ReadonlySet<string>): Command | null {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return null;
  const [name, rest] = headOf(line.slice(start + 3, end));
  if (!known.has(name)) return null;
  const properties = propertiesIn(rest, ";", LEGACY);
  return { name, properties, data: unescaped(line.slice(end + 1), LEGACY), legacy: true };
}

function headOf(text: string): readonly [string, string] {
  const space = text.indexOf(" ");
  return space < 0 ? [text.toLowerCase(), ""] : [text.slice(0, space).toLowerCase(), text.slice(space + 1)];
}

function propertiesIn(text: string, separator: string, mapping: Mapping): Readonly<Record<string, string>> {
  const pairs = text.split(separator).flatMap((part) => {
    const [, name = "", value = ""] = /^=*([^=]+)=(.+)$/s.exec(part) ?? [];
    return name === "" ? [] : [[name, unescaped(value, mapping)] as const];
  });
  return Object.fromEntries(pairs);
}

function unescaped(text: string, mapping: Mapping): string {
  return mapping.reduce((told, [escaped, plain]) => told.replaceAll(escaped, plain), text);
}

/**
 * What a file of `NAME=VALUE` and `NAME<<DELIMITER` says (GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STATE). Throws in the runner's words where it
 * says nothing.
 */
export function pairsIn(text: string): Readonly<Record<string, string>> {
  const told: Record<string, string> = {};
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [equals, heredoc] = [line.indexOf("="), line.indexOf("<<")];
    if (line === "") continue;
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`);
      told[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    const [name, delimiter] = [line.slice(0, Math.max(0, heredoc)), line.slice(heredoc + 2)];
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
    if (name === "" || delimiter === "")
      throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    told[name] = lines.slice(at + 1, end).join("\n");
    at = end;
  }
  return told;
}
