import type { FileLink } from "../core/audit.ts";
import { hideTags } from "./html.ts";
import { isYaml, languageOf } from "./languages.ts";
import { lex, type Region } from "./lex.ts";
import { createMask } from "./mask.ts";
import { regionFinder } from "./source.ts";
import { withBlockScalars } from "./yaml.ts";

/** Tells in what an offset of a text stands; asked in rising order. */
export type WhereAt = (at: number) => FileLink["where"];

/** The parts of a file of source code, by the language that its name tells. Prose and the text of markup are docs. */
export function whereIn(text: string, path: string): WhereAt {
  const language = languageOf(path, text);
  if (language === "prose") return () => "docs";
  if (language === "markup") return inMarkup(text);
  const lexed = lex(text, 0, text.length, language);
  return inCode(isYaml(path) ? withBlockScalars(text, lexed) : lexed);
}

function inCode(regions: readonly Region[]): WhereAt {
  const find = regionFinder(regions);
  return (at) => {
    const region = find(at);
    if (region === null) return "code";
    return region.kind === "doc" ? "docs" : region.kind;
  };
}

/** Scripts and styles are code; what stands around them is text for people. */
function inMarkup(text: string): WhereAt {
  const scripts: { readonly start: number; readonly end: number; readonly where: WhereAt }[] = [];
  hideTags(text, createMask(text), (start, end, syntax) => {
    scripts.push({ start, end, where: inCode(lex(text, start, end, syntax)) });
  });
  const around = regionFinder(commentsOf(text));
  let next = 0;
  return (at) => {
    while ((scripts[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    const script = scripts[next];
    if (script !== undefined && script.start <= at) return script.where(at);
    return around(at) === null ? "docs" : "comment";
  };
}

function commentsOf(text: string): readonly Region[] {
  const comments: Region[] = [];
  for (let start = text.indexOf("<!--"); start >= 0; ) {
    const close = text.indexOf("-->", start + 4);
    const end = close < 0 ? text.length : close + 3;
    comments.push({ kind: "comment", start, end, opener: 4 });
    start = text.indexOf("<!--", end);
  }
  return comments;
}
