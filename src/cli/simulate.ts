import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import type { WordsCommand } from "./command.ts";
import type { Io } from "./io.ts";
import { formatOptions } from "./manual.ts";
import { targetsOf, writeTargets } from "./output.ts";
import { PLACE_OPTION, placeOf } from "./place.ts";
import { SINCE_OPTION, sinceOf } from "./since.ts";
import { watched } from "./watched.ts";
import { usage, type Words } from "./words.ts";

/** What a simulation is written in; it judges no change that a tracker or a CI could be shown. */
const FORMATS = ["json", "text"] as const;

const PRESETS = ["observe", "standard", "strict"] as const;

const manual: WordsCommand["manual"] = {
  name: "simulate",
  summary: "say what the policy would have blocked in history, and from where and when to enforce it",
  forms: ["[--all]", "--range A..B|REV", "--since DATE"],
  details:
    "Judges like check range, as if the policy were enforced today: a date that still lies ahead (enforce_from) is left " +
    "out, and a policy that only observes is judged as standard. Shows what would be blocked by rule, author, month and " +
    "directory, and proposes a baseline and the day from which to enforce. Commits before the baseline are counted and " +
    "never judged. It changes nothing, and ends 0 whatever it finds.",
  options: [
    { name: "all", does: "everything that is reachable from HEAD (the default)" },
    { name: "range", value: "A..B|REV", does: "these commits, or everything that is reachable from REV" },
    SINCE_OPTION,
    { name: "depth", value: "N", does: "levels of directories that are told apart (1)" },
    { name: "policy-ref", value: "REV", does: "read policy and tasks there, not in the working tree" },
    { name: "preset", value: "NAME", values: PRESETS, does: "judge as if the policy named this preset" },
    PLACE_OPTION,
    ...formatOptions(FORMATS),
    { name: "output", value: "FILE", does: "write the format to FILE instead of standard output" },
  ],
  examples: [
    { run: "golden-thread simulate", does: "what today's policy would have blocked, ever", exit: 0 },
    { run: "golden-thread simulate --range main..HEAD --depth 2", does: "the same of this branch", exit: 0 },
    { run: "golden-thread simulate --since 2023-06-01 --preset strict", does: "and under strict", exit: 0 },
    {
      run: "golden-thread simulate --policy-ref main --json",
      does: "with the policy of main, for programs",
      exit: 0,
    },
    { run: "golden-thread simulate --since yesterday", does: "says how a day is written", exit: 2 },
  ],
};

async function run(words: Words, io: Io, world: World): Promise<number> {
  const range = rangeOf(words);
  const since = sinceOf(manual, words);
  const targets = targetsOf(words, FORMATS);
  const policyRef = words.one("policy-ref");
  const request = {
    range,
    since,
    place: placeOf(manual, words, io),
    preset: presetOf(words),
    depth: depthOf(words),
    ...(policyRef === null ? {} : { policyRef }),
  };
  const { simulate } = await import("../simulate.ts");
  const simulation = await watched(io, (progress) => simulate(world, { ...request, progress }));
  await writeTargets(io, targets, async ({ format, ...how }) => {
    switch (format) {
      case "json":
        return (await import("../reports/simulate-json.ts")).simulateJson(simulation);
      case "text": {
        const [{ simulateText }, { ruleMetas }] = await Promise.all([
          import("../reports/simulate-text.ts"),
          import("../rules/index.ts"),
        ]);
        return simulateText(simulation, { ...how, metas: ruleMetas() });
      }
    }
  });
  return exitCode("pass");
}

const EXTENTS = ["all", "range", "since"] as const;

function rangeOf(words: Words): string {
  if (words.positionals.length > 0) {
    throw usage(manual, "simulate takes options alone.", {
      found: words.positionals.join(" "),
      wanted: manual.forms.join(", or "),
    });
  }
  const named = EXTENTS.filter((name) => words.has(name));
  if (named.length > 1 || words.all("range").length > 1) {
    throw usage(manual, "simulate looks at one history at a time.", {
      found: named.map((name) => `--${name}`).join(" "),
      wanted: EXTENTS.map((name) => `--${name}`).join(" or "),
    });
  }
  return words.one("range") ?? "HEAD";
}

function presetOf(words: Words): (typeof PRESETS)[number] | null {
  const told = words.one("preset");
  const preset = PRESETS.find((name) => name === told) ?? null;
  if (told !== null && preset === null)
    throw usage(manual, "There is no such preset.", { found: told, wanted: PRESETS.join(", ") });
  return preset;
}

/** Deeper than any tree that people walk by hand. */
const MOST_LEVELS = 20;

function depthOf(words: Words): number {
  const told = words.one("depth") ?? "1";
  const depth = /^\d{1,2}$/u.test(told) ? Number(told) : 0;
  if (depth >= 1 && depth <= MOST_LEVELS) return depth;
  throw usage(manual, "--depth counts levels of directories.", {
    found: told,
    wanted: `1 to ${MOST_LEVELS}`,
  });
}

/** `simulate`: what the policy would have blocked in history, and what to write down before it is enforced. */
export const command = { manual, run } satisfies WordsCommand;
