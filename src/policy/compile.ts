import type { Problem } from "../core/fault.ts";
import type { DoorPlace, Law, RemoteLaw, ScopeLaw } from "../core/law.ts";
import { type Detected, detectedRemotes } from "./detected.ts";
import { digestOf } from "./digest.ts";
import { type GlobCompiler, globCompiler } from "./globs.ts";
import type { Json } from "./json.ts";
import { lawPaths } from "./law-paths.ts";
import { lawSections } from "./law-sections.ts";
import { type Lock, lockProblems } from "./locks.ts";
import { type Overrides, overrideProblems, raise } from "./overrides.ts";
import { GRAMMARS } from "./remotes.ts";
import { type Layer, type Resolved, resolve, sectionsOf } from "./resolve.ts";
import { ruleLaws } from "./rule-laws.ts";
import { scanConfig } from "./scan-config.ts";
import type { Policy } from "./schema.ts";
import type { Schemas } from "./schemas.ts";
import { resolveScope, scopesOf } from "./scopes.ts";
import { senseProblems } from "./sense.ts";

/** What a law is made of once its files are read. */
export interface CompileInput {
  readonly schemas: Schemas;
  /** Weakest first; each has passed the schema. */
  readonly layers: readonly Layer[];
  readonly locks: readonly Lock[];
  /** Files that the layers came from. */
  readonly sources: readonly string[];
  readonly place: DoorPlace;
  readonly detected: Detected;
  readonly overrides: Overrides | null;
}

/** The resolved law, or every reason why the layers make none. */
export type Compiled =
  | { readonly law: Law; readonly resolved: Resolved; readonly problems: readonly [] }
  | { readonly law: null; readonly problems: readonly Problem[] };

/** Resolves layers into the law that every door reads: plain JSON, globs as RegExp sources, with its digest. */
export async function compile(input: CompileInput): Promise<Compiled> {
  const { schemas, layers, overrides } = input;
  const said = resolve(schemas, layers, usableRemotes(schemas, input.detected));
  const base = overrides === null ? said : raise(schemas, said, overrides);
  const written = scopesOf(said).map((scope) => resolveScope(schemas, said, scope));
  const scopes = overrides === null ? written : written.map((scope) => raise(schemas, scope, overrides));
  const remotes = remoteLaws(base.policy);
  const own = ruleLaws(schemas, base, input.place, layers, ["rules"]);
  const scoped = scopes.map((scope, index) =>
    ruleLaws(schemas, scope, input.place, layers, ["scopes", index, "rules"]),
  );
  const problems = [
    ...lockProblems(input, usableRemotes(schemas, input.detected)),
    ...(overrides === null ? [] : overrideProblems(said, overrides)),
    ...senseProblems({ base, scopes, remotes, layers }),
    ...own.problems,
    ...scoped.flatMap((one) => one.problems),
  ];
  if (problems.length > 0) return { law: null, problems };
  const compileGlob = await globCompiler();
  const scopeRules = scoped.map((one) => one.laws);
  const law = assemble(
    input,
    base,
    remotes,
    own.laws,
    scopeLaws(scopesOf(said), scopeRules, compileGlob),
    compileGlob,
  );
  return { law: { ...law, digest: await digestOf(law) }, resolved: base, problems: [] };
}

/** Detection may come upon names that no policy could write; those are left out. */
function usableRemotes({ remotes }: Schemas, detected: Detected): Json {
  const usable = Object.entries(detectedRemotes(detected)).filter(
    ([name, entry]) => remotes.safeParse({ [name]: entry }).success,
  );
  return Object.fromEntries(usable);
}

function remoteLaws({ remotes = {} }: Policy): readonly RemoteLaw[] {
  return Object.entries(remotes).map(([name, settings]) => ({
    name,
    kind: settings.kind,
    grammar: GRAMMARS[settings.kind],
    settings,
  }));
}

function scopeLaws(
  written: readonly Json[],
  rules: readonly ScopeLaw["rules"][],
  compileGlob: GlobCompiler,
): readonly ScopeLaw[] {
  return written.map(({ paths: globs, exempt }, index) => {
    const paths = Array.isArray(globs) ? globs.map(String) : [];
    return {
      paths,
      globs: paths.map(compileGlob),
      exempt: exempt === true,
      rules: rules[index] ?? {},
    };
  });
}

function assemble(
  { place, sources, detected }: CompileInput,
  { preset, policy }: Resolved,
  remotes: readonly RemoteLaw[],
  rules: Law["rules"],
  scopes: readonly ScopeLaw[],
  compileGlob: GlobCompiler,
): Omit<Law, "digest"> {
  return {
    version: 1,
    place,
    preset,
    sources,
    baseline: policy.baseline?.commit.toLowerCase() ?? null,
    enforceFrom: policy.enforce_from ?? null,
    remotes,
    scan: scanConfig(remotes, detected.tasks?.prefixes ?? []),
    sections: sectionsOf(policy),
    rules,
    scopes,
    exempt: policy.exempt,
    waivers: {
      file: policy.waivers.file,
      approvers: policy.waivers.approvers,
      maxDays: policy.waivers.max_days,
      provedOnly: preset === "strict",
    },
    ...lawSections(policy),
    lawPaths: lawPaths(policy, sources, compileGlob),
  };
}
