import type { Found, GrammarId, ScanConfig, TextKind } from "../core/reference.ts";
import { hideComments, hideOwnBlocks } from "./blocks.ts";
import type { Manner, Reader, Reading } from "./grammar.ts";
import { grammarList } from "./grammars/index.ts";
import { hideMarkup, MARKUP } from "./markdown.ts";
import { createMask } from "./mask.ts";
import { mannerOf } from "./merge.ts";
import { isNoise } from "./noise.ts";
import { roleAt } from "./role.ts";
import { bareUrl, schemedUrl } from "./url.ts";

/** What a scan is told beside text and kind. */
export interface ScanOptions {
  /** Path of a `source` text; its name tells the language. */
  readonly path?: string;
  /** What begins a comment line in a `commit-msg` text; `#` unless told. */
  readonly commentChar?: string;
}

/** Finds references in a text, in document order. Never throws; takes time linear in the text's length. */
export interface Scanner {
  (text: string, kind: TextKind, options?: ScanOptions): readonly Found[];
  /**
   * One cheap test before anything else: where it fails, `scan` finds nothing in any kind of text. It looks only
   * at ASCII, so it may be asked of bytes read as latin1; decode what it matches before scanning.
   */
  readonly hint: RegExp;
}

const NOTHING: readonly Found[] = [];
const SCHEME = ":\\/\\/";
const NEVER = "(?!)";

/** What the configuration asks of a mask. */
export interface CodeRules {
  /** Any upper-case word with a number counts, so arithmetic (`MAX-1`) has to be told apart. */
  readonly generic: boolean;
  /** Begins of bare ids that are syntax in many languages (`#1`, `!1`); null: no configured tracker has such. */
  readonly marks: RegExp | null;
}

/** Hides what is no prose in a file of source code; its name tells the language. */
export type CodeMask = (text: string, path: string, rules: CodeRules) => string;

/**
 * Makes the scanner of one configuration. Without `maskCode` nothing is found in texts of kind `source`: who is never
 * given any, such as the hook, need not carry what knows programming languages.
 */
export function textScanner(config: ScanConfig, maskCode: CodeMask | null = null): Scanner {
  const readers = grammarList.flatMap(([name, grammar]) => (config[name] ? (grammar(config) ?? []) : []));
  const signs = sources(readers, ({ sign, hosts }) => [sign, hosts]);
  const hint = new RegExp(sources(readers, ({ sign, address }) => [sign, address]).join("|") || NEVER);
  const sign = new RegExp([SCHEME, ...signs].join("|"), "g");

  const marks = sources(readers, (reader) => [reader.marks ?? ""]).join("|");
  const rules: CodeRules = { generic: config.jira === true, marks: marks === "" ? null : new RegExp(marks) };

  function scan(text: string, kind: TextKind, options: ScanOptions = {}): readonly Found[] {
    if (!hint.test(text)) return NOTHING;
    if (kind !== "source") return walk(maskFor(text, kind, options), sign, readers, kind);
    if (maskCode === null) return NOTHING;
    const code = maskCode(hideOwnBlocks(text), options.path ?? "", rules);
    return walk(code, sign, readers, kind);
  }

  return Object.assign(scan, { hint });
}

function sources(readers: readonly Reader[], of: (reader: Reader) => readonly string[]): readonly string[] {
  return [...new Set(readers.flatMap(of))].filter((source) => source !== "");
}

function maskFor(text: string, kind: TextKind, options: ScanOptions): string {
  if (kind === "branch") return text;
  const own = hideOwnBlocks(text);
  const stored = kind === "commit-msg" ? hideComments(own, options.commentChar ?? "#") : own;
  if (!MARKUP.test(stored)) return stored;
  const mask = createMask(stored);
  const shown = kind === "pr-body";
  hideMarkup(stored, mask, { comments: shown, fragments: shown });
  return mask.apply();
}

function walk(text: string, sign: RegExp, readers: readonly Reader[], kind: TextKind): readonly Found[] {
  const found: Found[] = [];
  const mannerAt = mannerOf(text, kind);
  sign.lastIndex = 0;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const [token] = match;
    const at = match.index;
    const last = found.at(-1);
    const floor = last?.end ?? 0;
    if (token.endsWith("/")) {
      const extent = token === "://" ? schemedUrl(text, at) : bareUrl(text, at, token);
      if (extent === null || extent.start < floor) continue;
      const hit = readUrl(text.slice(extent.start, extent.end), readers);
      if (hit) push(found, text, hit.provider, shifted(hit.reading, extent.start), last);
      sign.lastIndex = Math.max(extent.end, sign.lastIndex);
      continue;
    }
    const hit = readSign(text, at, token, readers, mannerAt(at));
    if (hit === null || hit.reading.start < floor) continue;
    if (token === "#" && hit.reading.start === at && isNoise(text, at, hit.reading.end, kind === "source"))
      continue;
    push(found, text, hit.provider, hit.reading, last);
    sign.lastIndex = hit.reading.end;
  }
  return found;
}

interface Hit {
  readonly provider: GrammarId;
  readonly reading: Reading;
}

function readUrl(url: string, readers: readonly Reader[]): Hit | null {
  for (const { provider, url: read } of readers) {
    const reading = read(url);
    if (reading) return { provider, reading };
  }
  return null;
}

function readSign(
  text: string,
  at: number,
  sign: string,
  readers: readonly Reader[],
  manner: Manner,
): Hit | null {
  for (const { provider, read } of readers) {
    const reading = read(text, at, sign, manner);
    if (reading) return { provider, reading };
  }
  return null;
}

function shifted(reading: Reading, by: number): Reading {
  return { id: reading.id, start: reading.start + by, end: reading.end + by };
}

function push(
  found: Found[],
  text: string,
  provider: GrammarId,
  { id, start, end }: Reading,
  last: Found | undefined,
): void {
  found.push({ provider, id, start, end, role: roleAt(text, start, provider, last) });
}
