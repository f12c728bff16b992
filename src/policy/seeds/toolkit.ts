import type { Level } from "../../core/finding.ts";
import type { Json } from "../json.ts";
import type { Schemas } from "../schemas.ts";
import { dotted } from "../show.ts";
import { type Carried, type Left, mappingOf, type Reading, textsOf } from "./reading.ts";
import { toolkitKeys } from "./toolkit-keys.ts";

/** `backlog.config.json` of the toolkit: prefixes of its tickets, and gates that are rules of ours. Lenient. */
export function readToolkit(value: Json, file: string, schemas: Schemas): Reading {
  const backlog = mappingOf(value.backlog);
  const prefixes = textsOf(backlog.ticketPrefixes);
  const entry = { kind: "markdown", ...(prefixes.length === 0 ? {} : { prefixes }) };
  const usable = schemas.remotes.safeParse({ tasks: entry }).success;
  const gates = gatesOf(value, file, schemas);
  const from = "backlog.ticketPrefixes";
  return {
    remotes: { tasks: usable ? entry : { kind: "markdown" } },
    sections: Object.keys(gates.rules).length === 0 ? {} : { rules: gates.rules },
    carried: [
      ...(usable && prefixes.length > 0 ? [{ file, from, to: "remotes.tasks.prefixes" }] : []),
      ...gates.carried,
    ],
    left: [
      ...(usable ? [] : [{ file, key: from, why: "unusable", detail: "prefixes such as FEAT" } as const]),
      ...gates.left,
      ...staying(value, file),
    ],
  };
}

interface Gates {
  readonly rules: Readonly<Record<string, Level>>;
  readonly carried: readonly Carried[];
  readonly left: readonly Left[];
}

/** Hard gates block and soft ones warn; those that name no rule of ours stay where they are. */
function gatesOf(value: Json, file: string, schemas: Schemas): Gates {
  const codeRules = mappingOf(value.codeRules);
  const ids = schemas.rules.map((rule) => rule.meta.id);
  const named = [
    ...textsOf(codeRules.softGates).map(
      (gate) => ({ gate, level: "warn", key: "codeRules.softGates" }) as const,
    ),
    ...textsOf(codeRules.hardGates).map(
      (gate) => ({ gate, level: "enforce", key: "codeRules.hardGates" }) as const,
    ),
  ];
  const ours = named.filter(({ gate }) => ids.includes(gate));
  const others = new Set(named.filter(({ gate }) => !ids.includes(gate)).map(({ key }) => key));
  return {
    rules: Object.fromEntries(ours.map(({ gate, level }) => [gate, level])),
    carried: ours.map(({ gate, key }) => ({ file, from: key, to: `rules.${gate}` })),
    left: [...others].map((key) => ({ file, key, why: "stays", detail: null })),
  };
}

/** What it says beside that is read from its own file by the commands that need it. */
function staying(value: Json, file: string): readonly Left[] {
  const carried = ["version", "backlog.ticketPrefixes", "codeRules.softGates", "codeRules.hardGates"];
  return toolkitKeys(value)
    .filter(({ key }) => !carried.includes(key))
    .map(({ key, known }) => ({ file, key: dotted([key]), why: known ? "stays" : "unknown", detail: null }));
}
