import { REPOSITORY, VERSION } from "../core/version.ts";
import { detectedRemotes } from "../policy/detected.ts";
import { besides, type RemoteEntries } from "./remote-entries.ts";

/** What was found that the first policy can name. */
export interface Found {
  /** Where `origin` points; null: there is none. */
  readonly origin: string | null;
  /** Task folders are there, or are made now. */
  readonly tasks: boolean;
  /** Trackers that the user named. */
  readonly remotes: RemoteEntries;
  /** Root-relative path of the shipped schema, where golden-thread lies inside the repository. */
  readonly schema: string | null;
}

/** The first policy of a repository: short, commented, and the same law as without any file. */
export function policyText(found: Found): string {
  const schema =
    found.schema ??
    `${REPOSITORY.replace("github.com", "raw.githubusercontent.com")}/v${VERSION}/dist/schema/golden-thread.schema.json`;
  return `# yaml-language-server: $schema=${schema}
# The law of this repository: what a commit must refer to. "golden-thread explain RULE" tells why a rule exists.
version: 1

# observe: everything only warns. standard: a commit needs an authorised ticket. strict: every default rule is enforced.
preset: standard

# Until this day what would fail is only shown. Take the next line in while a team gets used to it.
# enforce_from: 2027-01-15

# Where tickets are found. Tokens never stand here: "golden-thread remote check" tells where they are found.
${remotesText(found)}
# Which tickets authorise a change: by the category of their state.
authorise:
  states: [open, in_progress]

# Paths that follow a milder law, or none. The last match wins.
# scopes:
#   - { paths: ["docs/**"], preset: observe }

# Rules by name: off, warn or enforce.
# rules:
#   change-size: { level: warn, max_files: 30 }
`;
}

const TASKS = "  tasks: { kind: markdown }        # Backlog.md and toolkit folders of this repository";

function remotesText({ origin, tasks, remotes }: Found): string {
  const forge = besides(remotes, detectedRemotes({ tasks: null, originUrl: origin }));
  const lines = [...(tasks ? [TASKS] : []), ...remoteLines({ ...forge, ...remotes })];
  return lines.length === 0
    ? "# remotes:\n#   tasks: { kind: markdown }\n"
    : `remotes:\n${lines.join("\n")}\n`;
}

/** Entries below `remotes:`, one line each. */
export function remoteLines(remotes: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(remotes).map(([name, remote]) => `  ${name}: ${flow(remote)}`);
}

/** A mapping of texts on one line; what YAML could take for something else is quoted. */
function flow(remote: unknown): string {
  const pairs = Object.entries(typeof remote === "object" && remote !== null ? remote : {});
  const texts = pairs.map(([key, value]) => {
    const list = Array.isArray(value) ? `[${value.map(scalar).join(", ")}]` : scalar(value);
    return `${key}: ${list}`;
  });
  return `{ ${texts.join(", ")} }`;
}

function scalar(value: unknown): string {
  const text = String(value);
  const isPlain = /^[A-Za-z][\w./-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text);
  return isPlain ? text : JSON.stringify(text);
}
