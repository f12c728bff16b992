import { parseArgs } from "node:util";
import { Fault } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import type { CommandManual, OptionManual } from "./manual.ts";

/** A command line, read: what a command asks of it. */
export interface Words {
  readonly positionals: readonly string[];
  /** Every value that an option was given, in order. */
  all(option: string): readonly string[];
  /** The last value that an option was given, or null. */
  one(option: string): string | null;
  has(option: string): boolean;
}

/** Words from what a parser found: for each option its values, an empty list for a switch. */
export function wordsOf(
  positionals: readonly string[],
  options: ReadonlyMap<string, readonly string[]>,
): Words {
  return {
    positionals,
    all: (option) => options.get(option) ?? [],
    one: (option) => options.get(option)?.at(-1) ?? null,
    has: (option) => options.has(option),
  };
}

/** Reads the arguments of a command strictly, by its manual. Throws `Fault("usage")` with what was meant. */
export function readWords(manual: CommandManual, args: readonly string[]): Words {
  const options = Object.fromEntries(
    manual.options.map((option) => [option.name, { type: typeOf(option), multiple: true } as const]),
  );
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const found = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = known(manual, token.name, token.rawName);
    const value = givenValue(manual, option, token.value, token.inlineValue === true);
    found.set(option.name, [...(found.get(option.name) ?? []), ...(value === null ? [] : [value])]);
  }
  return wordsOf(positionals, found);
}

/** A usage error that says where to read on. */
export function usage(
  manual: Pick<CommandManual, "name">,
  message: string,
  details: { readonly found?: string; readonly wanted?: string } = {},
): Fault {
  return new Fault("usage", message, { ...details, fix: `golden-thread ${manual.name} --help` });
}

function typeOf(option: OptionManual): "string" | "boolean" {
  return option.value === undefined ? "boolean" : "string";
}

function known(manual: CommandManual, name: string, raw: string): OptionManual {
  const option = manual.options.find((one) => one.name === name);
  if (option !== undefined) return option;
  const near = nearest(
    name,
    manual.options.map((one) => one.name),
  );
  const meant = near === null ? "" : ` Did you mean --${near}?`;
  throw usage(manual, `${manual.name} has no option ${raw}.${meant}`, {
    found: raw,
    wanted: manual.options.map((one) => `--${one.name}`).join(", "),
  });
}

/** Null for a switch. A next option is no value: `--format --json` forgot one. */
function givenValue(
  manual: CommandManual,
  option: OptionManual,
  value: string | undefined,
  inline: boolean,
): string | null {
  if (option.value === undefined) {
    if (value === undefined) return null;
    throw usage(manual, `--${option.name} takes no value.`, { found: value });
  }
  if (value === undefined || value === "" || (!inline && value.length > 1 && value.startsWith("-"))) {
    throw usage(manual, `--${option.name} needs a value.`, { wanted: option.value });
  }
  return value;
}
