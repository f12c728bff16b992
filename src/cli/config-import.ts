import { join } from "node:path";
import { Fault } from "../core/fault.ts";
import type { Tree, World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import type { ImportedPolicy } from "../policy/import.ts";
import type { PolicyInput } from "../policy/load.ts";
import type { LeftReason } from "../policy/seeds/reading.ts";
import { json, terminal } from "../reports/escape.ts";
import { rows } from "../reports/layout.ts";
import { painter } from "../reports/paint.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import type { Words } from "./words.ts";

const POLICY = "golden-thread.yml";

/** Where editors find the schema while golden-thread is a package of the repository. */
const SCHEMA = "./node_modules/golden-thread/dist/schema/golden-thread.schema.json";

const WHY: Readonly<Record<LeftReason, string>> = {
  token: "a token: revoke it, and give a new one in the environment",
  variable: "asks for an environment variable, and a policy is the same everywhere",
  disabled: "switched off there",
  stays: "no matter of the policy; stays where it is",
  unknown: "no key of that format",
  unusable: "could not be used",
  taken: "another file says otherwise",
};

/** Prints other tools' configurations as a policy, or writes it. What was and was not taken over goes to stderr. */
export async function configImport(words: Words, io: Io, world: World): Promise<number> {
  const [{ openPolicy }, { importPolicy }, { findPolicy }] = await Promise.all([
    import("../gate/law.ts"),
    import("../policy/import.ts"),
    import("../policy/discover.ts"),
  ]);
  const { input, root } = await openPolicy(world, { place: "hook" });
  const { tree, rules, detected } = input;
  const write = words.has("write");
  if (write) await refuseToOverwrite(await findPolicy(tree), root);
  const imported = await importPolicy({ tree, from: words.one("from"), rules, detected, schema: SCHEMA });
  await holdToItself(input, imported.text);
  if (write && root !== null) await io.writeFile(join(root, POLICY), [imported.text]);
  if (words.has("json")) {
    io.stdout.write(
      `${json({ ...envelope("config-import"), written: write ? POLICY : null, ...imported })}\n`,
    );
    return exitCode("pass");
  }
  io.stdout.write(write ? `Wrote ${POLICY}.\n` : imported.text);
  io.stderr.write(account(imported, io));
  return exitCode("pass");
}

async function refuseToOverwrite(policy: string | null, root: string | null): Promise<void> {
  if (root === null) throw new Fault("usage", "A bare repository has no place to write a policy.");
  if (policy === null) return;
  throw new Fault("usage", `${policy} is there already, and nothing is overwritten.`, {
    fix: "golden-thread config import",
  });
}

/** What was imported must be a policy that works here; what is wrong is told with the line that it would stand on. */
async function holdToItself(input: PolicyInput, text: string): Promise<void> {
  const { policyFault, readPolicy } = await import("../policy/load.ts");
  const { compiled } = await readPolicy({ ...input, tree: withPolicy(input.tree, text) });
  if (compiled.law === null) throw policyFault(compiled.problems);
}

function withPolicy(tree: Tree, text: string): Tree {
  const bytes = new TextEncoder().encode(text);
  return {
    label: tree.label,
    read: async (path, limit) => (path === POLICY ? bytes : tree.read(path, limit)),
    list: async () => [{ path: POLICY, mode: "100644", size: bytes.byteLength }],
  };
}

function account({ files, carried, left }: ImportedPolicy, { stderr }: Io): string {
  const paint = painter(stderr.color);
  const table = (list: readonly { readonly label: string; readonly text: string }[]): readonly string[] =>
    rows(list, { indent: 2, columns: stderr.columns, label: paint.bold });
  const place = (file: string, key: string): string => terminal(files.length > 1 ? `${file}: ${key}` : key);
  const taken = carried.map(({ file, from, to }) => ({ label: place(file, from), text: terminal(to) }));
  const not = left.map(({ file, key, why, detail }) => ({
    label: place(file, key),
    text: terminal(detail === null ? WHY[why] : `${WHY[why]} (${detail})`),
  }));
  const lines = [
    `Read ${terminal(files.join(", "))}.`,
    ...(taken.length === 0 ? [] : ["Taken over:", ...table(taken)]),
    ...(not.length === 0 ? [] : ["Not taken over:", ...table(not)]),
  ];
  return `${lines.join("\n")}\n`;
}
