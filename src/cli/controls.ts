import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { EVIDENCE } from "../controls/evidence.ts";
import { frameworksOf, MAPPING } from "../controls/index.ts";
import type { ControlItem, Mapping } from "../controls/item.ts";
import { Fault } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import { exitCode } from "../core/verdict.ts";
import { json, terminal } from "../reports/escape.ts";
import { rows } from "../reports/layout.ts";
import { painter } from "../reports/paint.ts";
import type { WordsCommand } from "./command.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "controls",
  summary: "say which published controls an audit supports, and what is missing",
  forms: ["[--framework NAME] [--mapping FILE] [--json]"],
  details:
    "Every row says what a control asks in our words, which evidence of an audit supports it, how strongly, and what an assessor has to find " +
    "elsewhere. Supports, never satisfies. What one audit really has of each stands in its report. --mapping reads a mapping of your own, in the " +
    "form that --json writes, and shows it: the shipped one is not asked then.",
  options: [
    { name: "framework", value: "NAME", values: frameworksOf(MAPPING), does: "of that framework alone" },
    { name: "mapping", value: "FILE", does: "a mapping of your own, as JSON" },
    { name: "json", does: "the mapping as JSON" },
  ],
  examples: [
    { run: "golden-thread controls", does: "lists every control", exit: 0 },
    { run: "golden-thread controls --framework 'SOC 2' --json", does: "the same for programs", exit: 0 },
    { run: "golden-thread controls --framework SOC3", does: "says which framework was meant", exit: 2 },
  ],
};

async function run(words: Words, io: Io): Promise<number> {
  if (words.positionals.length > 0)
    throw usage(manual, "controls takes no arguments.", { found: words.positionals.join(" ") });
  const file = words.one("mapping");
  const mapping = file === null ? MAPPING : await mappingOf(file, io);
  const wanted = words.one("framework");
  const controls = wanted === null ? mapping.items : ofFramework(wanted, mapping);
  const items = controls.map((control) => ({ claim: "supports", ...control }));
  const told = { ...envelope("controls"), mappingVersion: mapping.version, evidence: EVIDENCE, items };
  io.stdout.write(words.has("json") ? `${json(told)}\n` : controlsText(controls, io));
  return exitCode("pass");
}

async function mappingOf(file: string, io: Io): Promise<Mapping> {
  const { readMapping } = await import("../controls/read.ts");
  try {
    return readMapping(readFileSync(resolve(io.cwd, file), "utf8"), file);
  } catch (thrown) {
    if (thrown instanceof Fault) throw thrown;
    throw new Fault("usage", "The mapping of controls can't be read.", { found: file, cause: thrown });
  }
}

function ofFramework(name: string, mapping: Mapping): readonly ControlItem[] {
  const names = frameworksOf(mapping);
  const known = names.find((one) => one.toLowerCase() === name.toLowerCase());
  if (known !== undefined) return mapping.items.filter(({ framework }) => framework === known);
  const near = nearest(name, names);
  throw new Fault(
    "usage",
    `There is no framework "${name}".${near === null ? "" : ` Did you mean ${near}?`}`,
    { found: name, wanted: names.join(", "), fix: "golden-thread controls" },
  );
}

function controlsText(controls: readonly ControlItem[], { stdout }: Io): string {
  const paint = painter(stdout.color);
  const layout = { indent: 2, columns: stdout.columns, label: paint.bold };
  const evidence = Object.entries(EVIDENCE).map(([label, text]) => ({ label, text }));
  const names = [...new Set(controls.map(({ framework }) => framework))];
  const blocks = names.map((name) => {
    const table = controls
      .filter(({ framework }) => framework === name)
      .map((one) => ({
        label: terminal(one.item),
        text: terminal(
          `${one.asks} Supported by ${one.evidence.join(", ")} (${one.strength}). Elsewhere: ${one.missing}`,
        ),
      }));
    return [paint.bold(terminal(name)), ...rows(table, layout), ""];
  });
  const lines = [...blocks.flat(), paint.bold("Evidence"), ...rows(evidence, layout)];
  return `${lines.join("\n")}\n`;
}

/** Which published controls an audit supports. */
export const command = { manual, run } satisfies WordsCommand;
