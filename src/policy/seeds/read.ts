import { Fault, type Problem } from "../../core/fault.ts";
import type { Tree } from "../../core/ports.ts";
import { parseFile } from "../document.ts";
import { isMapping, type Json, merge } from "../json.ts";
import { readSource } from "../read-source.ts";
import type { Schemas } from "../schemas.ts";
import { readCoderag } from "./coderag.ts";
import { type Left, mappingOf, type Reading } from "./reading.ts";
import { readSatellite } from "./satellite.ts";
import { readToolkit } from "./toolkit.ts";

/** Files that seed configurations stand in. */
const SEEDS = [
  ".coderag.yaml",
  "backlog.config.json",
  "backlog.config.yml",
  "backlog/config.yml",
  "backlog/config.yaml",
  ".backlog/config.yml",
  ".backlog/config.yaml",
];

/** One seed configuration, read. */
export interface Seed {
  readonly file: string;
  readonly reading: Reading;
}

/**
 * The seed configurations of a tree, or the one that is named. Throws `Fault("policy")` for a file that can't be read
 * at all, and `Fault("usage")` where there is nothing to read.
 */
export async function readSeeds(tree: Tree, from: string | null, schemas: Schemas): Promise<readonly Seed[]> {
  const seeds: Seed[] = [];
  for (const file of from === null ? SEEDS : [from]) {
    const value = await readSeed(tree, file);
    const reading = value === null ? null : readingOf(value, file, schemas);
    if (reading !== null) seeds.push({ file, reading });
    else if (value !== null && from !== null) throw unknownFormat(file);
  }
  if (seeds.length === 0) throw nothingToImport(from);
  return seeds;
}

/** What is wrong with the seed configurations of a tree: unknown keys, unusable values, tokens. None there: nothing. */
export async function seedProblems(tree: Tree, schemas: Schemas): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const file of SEEDS) {
    const { bytes } = await readSource(tree, file);
    if (bytes === null) continue;
    const parsed = await parseFile(file, bytes);
    const reading = parsed.readable ? readingOf(mappingOf(parsed.value), file, schemas) : null;
    problems.push(
      ...parsed.problems,
      ...(reading?.left ?? []).flatMap((left) => {
        const message = complaint(left);
        if (message === null) return [];
        const place = parsed.place(left.key.split("."), "key");
        return [
          {
            file,
            ...place,
            key: left.key,
            message,
            ...(left.detail === null ? {} : { wanted: left.detail }),
          },
        ];
      }),
    );
  }
  return problems;
}

/** Null: nothing wrong with it. */
function complaint({ why }: Left): string | null {
  switch (why) {
    case "token":
      return "tokens never stand in a configuration";
    case "unknown":
      return "unknown key";
    case "unusable":
      return "unusable value";
    case "variable":
    case "disabled":
    case "stays":
    case "taken":
      return null;
  }
}

/** A file's mapping; null: no such file. `.coderag.local.yaml` lies over `.coderag.yaml`, as its own program does it. */
async function readSeed(tree: Tree, file: string): Promise<Json | null> {
  const own = await readMapping(tree, file);
  const localFile = /(?:^|\/)\.coderag\.ya?ml$/.test(file) ? file.replace(/(\.ya?ml)$/, ".local$1") : null;
  const local = localFile === null ? null : await readMapping(tree, localFile);
  return own === null && local === null ? null : mappingOf(merge(own ?? {}, local ?? {}));
}

async function readMapping(tree: Tree, file: string): Promise<Json | null> {
  const { bytes, problem } = await readSource(tree, file);
  if (problem !== null) throw unreadable(file, [problem]);
  if (bytes === null) return null;
  const parsed = await parseFile(file, bytes);
  if (!parsed.readable) throw unreadable(file, parsed.problems);
  return mappingOf(parsed.value);
}

function unreadable(file: string, problems: Fault["problems"]): Fault {
  return new Fault("policy", `${file} can't be read.`, {
    problems,
    fix: "Mend the file, then import it again.",
  });
}

/** By what a file says: two of the formats share a name but for its ending. Null: none of them. */
function readingOf(value: Json, file: string, schemas: Schemas): Reading | null {
  const { backlog, remotes, compliance } = value;
  if (isMapping(backlog) && backlog.provider !== undefined) return readCoderag(value, file, schemas);
  if (isMapping(backlog) || isMapping(value.ticketValidation)) return readToolkit(value, file, schemas);
  if (isMapping(remotes) || isMapping(compliance)) return readSatellite(value, file, schemas);
  return null;
}

function unknownFormat(file: string): Fault {
  return new Fault("usage", `${file} says nothing that a policy could take over.`, {
    wanted: "a .coderag.yaml with a backlog, a backlog.config.json, or a Backlog.md config.yml with remotes",
  });
}

function nothingToImport(from: string | null): Fault {
  const message = from === null ? "There is nothing to import." : `There is no file ${from}.`;
  return new Fault("usage", message, {
    wanted: SEEDS.join(", "),
    fix: "golden-thread config import --from FILE",
  });
}
