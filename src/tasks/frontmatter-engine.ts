import matter from "gray-matter";
import { readYaml } from "./yaml-engine.ts";
import type { YamlResult } from "./yaml-value.ts";

/** Engines that gray-matter brings or knows by an alias; none of them may ever read a task file. */
const REFUSED = ["javascript", "json", "coffee", "toml", "js", "yml", "coffeescript", "cson"];

/**
 * Reads the YAML between a task file's fences by gray-matter, whose only engine here is the strict reader. The
 * caller has made sure that the first line holds nothing but the dashes; options are always handed over, as
 * gray-matter otherwise shares one mutable object for equal contents.
 */
export function readMatter(yaml: string): YamlResult {
  let result: YamlResult = { ok: true, document: { values: new Map(), lines: new Map() } };
  const parse = (text: string): object => {
    // gray-matter hands over the text from the line break after the opening dashes.
    result = readYaml(text.slice(1));
    return {};
  };
  matter(`---\n${yaml}\n---\n`, { language: "yaml", engines: { ...refusedEngines(), yaml: { parse } } });
  return result;
}

function refusedEngines(): Record<string, (text: string) => object> {
  return Object.fromEntries(REFUSED.map((name) => [name, refuse]));
}

function refuse(): object {
  throw new Error("no engine but the strict YAML reader may read a task file");
}
