import { nearest } from "../core/nearest.ts";
import type { World } from "../core/ports.ts";
import type { WordsCommand } from "./command.ts";
import type { Io } from "./io.ts";
import { PLACES } from "./place.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "config",
  summary: "check the policy, explain it, or make one from another tool's configuration",
  forms: ["validate [--strict]", "explain [KEY]", "import [--from FILE] [--write]", "schema"],
  details:
    "validate names every problem of policy and waivers at once, with its place. explain says where a value comes from: " +
    "a file, the preset, detection or a default. import reads .coderag.yaml, backlog.config.json and the remotes of a " +
    "Backlog.md config.yml; tokens are never copied. schema prints the JSON Schema of the policy, for editors.",
  options: [
    { name: "strict", does: "validate: hold the other tools' configurations to their formats too" },
    { name: "from", value: "FILE", does: "import: read this file alone (default: all that are found)" },
    { name: "write", does: "import: write golden-thread.yml, where there is no policy yet" },
    { name: "place", value: "PLACE", values: PLACES, does: "explain: hook, ci or server (default: hook)" },
    { name: "json", does: "answer as JSON" },
  ],
  examples: [
    { run: "golden-thread config validate", does: "says whether the policy can be used", exit: 0 },
    {
      run: "golden-thread config explain waivers.max_days",
      does: "says where the value comes from",
      exit: 0,
    },
    {
      run: "golden-thread config explain rules --place ci",
      does: "says what every rule weighs in CI",
      exit: 0,
    },
    { run: "golden-thread config explain waivers.maxdays", does: "says which key was meant", exit: 2 },
    { run: "golden-thread config schema", does: "prints the JSON Schema", exit: 0 },
    { run: "golden-thread config import --from no-such-file", does: "says what can be imported", exit: 2 },
  ],
};

/** What `config` can do; each is loaded when it is asked for. */
const SUBCOMMANDS = {
  validate: async () => (await import("./config-validate.ts")).configValidate,
  explain: async () => (await import("./config-explain.ts")).configExplain,
  import: async () => (await import("./config-import.ts")).configImport,
  schema: async () => (await import("./config-schema.ts")).configSchema,
} as const;

type Subcommand = keyof typeof SUBCOMMANDS;

/** Options that only some subcommands take. */
const OPTIONS: Readonly<Record<Subcommand, readonly string[]>> = {
  validate: ["strict", "json"],
  explain: ["place", "json"],
  import: ["from", "write", "json"],
  schema: ["json"],
};

async function run(words: Words, io: Io, world: World): Promise<number> {
  const [name = "", ...rest] = words.positionals;
  if (!isSubcommand(name)) {
    const near = nearest(name, Object.keys(SUBCOMMANDS));
    const meant = near === null ? "" : ` Did you mean ${near}?`;
    const message = name === "" ? "config needs to be told what." : `config knows no "${name}".${meant}`;
    throw usage(manual, message, { wanted: Object.keys(SUBCOMMANDS).join(", ") });
  }
  const stray = manual.options.find(
    (option) => words.has(option.name) && !OPTIONS[name].includes(option.name),
  );
  if (stray !== undefined) throw usage(manual, `config ${name} has no option --${stray.name}.`);
  if (rest.length > (name === "explain" ? 1 : 0)) {
    throw usage(manual, `config ${name} takes fewer words.`, { found: rest.join(" ") });
  }
  const subcommand = await SUBCOMMANDS[name]();
  return subcommand(words, io, world);
}

function isSubcommand(name: string): name is Subcommand {
  return Object.hasOwn(SUBCOMMANDS, name);
}

/** The policy: is it right, where does each value come from, and how to get a first one. */
export const command = { manual, run } satisfies WordsCommand;
