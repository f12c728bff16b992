import { POLICY_FILES } from "./discover.ts";
import type { GlobCompiler } from "./globs.ts";
import type { Policy } from "./schema.ts";
import { TRUSTED_ROOT } from "./signers-section.ts";

/** Names that git calls its hooks by; a root folder `hooks` may well hold other things. */
const HOOKS = [
  "applypatch-msg",
  "commit-msg",
  "post-receive",
  "pre-applypatch",
  "pre-commit",
  "pre-merge-commit",
  "pre-push",
  "pre-rebase",
  "pre-receive",
  "prepare-commit-msg",
  "proc-receive",
  "reference-transaction",
  "update",
].join(",");

/** What decides how changes are judged, beside the policy's own files. */
const FIXED = [
  ...POLICY_FILES,
  ".mailmap",
  "{,.github/,.gitlab/,docs/}CODEOWNERS",
  ".husky/**",
  ".githooks/**",
  `{.hooks,hooks}/{${HOOKS}}`,
  "{,.}lefthook{,-local}.{yml,yaml,json,toml}",
  ".config/lefthook{,-local}.{yml,yaml,json,toml}",
  ".lefthook{,-local}/**",
  ".pre-commit-config.{yml,yaml}",
  ".pre-commit-hooks.yaml",
  ".github/workflows/**",
  ".github/actions/**",
  ".gitlab-ci.{yml,yaml}",
  "azure-pipelines.{yml,yaml}",
  "backlog.config.{yml,yaml,json}",
  "{backlog,.backlog}/config.{yml,yaml}",
];

/** RegExp sources of all paths that are the law itself: no scope exempts a change of them. The same on every machine. */
export function lawPaths(
  { waivers, ledger, evidence }: Policy,
  sources: readonly string[],
  compileGlob: GlobCompiler,
): readonly string[] {
  const from = ledger?.from ?? "";
  const ledgerFile = from === "" || from.startsWith("refs/") || from.startsWith("https:") ? [] : [from];
  const local = sources.filter((source) => !source.startsWith("github:"));
  const roots = [ledger, evidence].flatMap(trustedRootOf);
  const files = [...new Set([waivers.file, ...ledgerFile, ...roots, ...local])];
  return [...FIXED.map(compileGlob), ...files.map((file) => `^${escaped(file)}$`)];
}

function trustedRootOf(signers: Policy["ledger"] | Policy["evidence"]): readonly string[] {
  if (signers === undefined || signers.identities.length === 0) return [];
  return [signers.sigstore?.trusted_root ?? TRUSTED_ROOT];
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
