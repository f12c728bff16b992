import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import type { WordsCommand } from "./command.ts";
import type { Io } from "./io.ts";
import { usage, type Words } from "./words.ts";

/** JSON Schemas by the name under which they are shipped. */
const SCHEMAS = {
  "change-authorization": async () => (await import("../attest/json-schema.ts")).predicateSchema(),
  verify: async () => (await import("../reports/verify-schema.ts")).verifySchema(),
  report: async () => (await import("../reports/json-schema.ts")).jsonSchema(),
  ledger: async () => (await import("../reports/ledger-file-schema.ts")).ledgerSchema(),
} as const satisfies Readonly<Record<string, () => Promise<unknown>>>;

const NAMES = Object.keys(SCHEMAS).filter(isName);

const manual: WordsCommand["manual"] = {
  name: "schema",
  summary: "print the JSON Schema of what golden-thread writes",
  forms: ["NAME"],
  details: `NAME is one of ${NAMES.join(", ")}. The schema of the policy is printed by config schema. All of them lie in the package below schema/.`,
  options: [],
  examples: [
    { run: "golden-thread schema change-authorization", does: "that of the facts of evidence", exit: 0 },
    { run: "golden-thread schema evidence", does: "says which there are", exit: 2 },
  ],
};

async function run({ positionals }: Words, io: Io, _world: World): Promise<number> {
  const [name = "", ...more] = positionals;
  if (!isName(name) || more.length > 0)
    throw usage(manual, "There is no such schema.", {
      found: positionals.join(" ") || "none",
      wanted: NAMES.join(", "),
    });
  io.stdout.write(`${JSON.stringify(await SCHEMAS[name](), null, 2)}\n`);
  return exitCode("pass");
}

function isName(name: string): name is keyof typeof SCHEMAS {
  return Object.hasOwn(SCHEMAS, name);
}

/** `schema`: the shapes of what is written. */
export const command = { manual, run } satisfies WordsCommand;
