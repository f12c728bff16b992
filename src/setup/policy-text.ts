import { VERSION } from "../core/version.ts";

/** Where an editor finds the schema when golden-thread is not among the repository's packages; held equal to package.json. */
export const REPOSITORY = "https://github.com/golden-thread/golden-thread";

/** What was found that the first policy can name. */
export interface Found {
  /** `owner/repo` of a GitHub origin. */
  readonly github: string | null;
  /** Task folders are there, or are made now. */
  readonly tasks: boolean;
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

# Where tickets are found. Tokens never stand here: they come from the environment.
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

function remotesText({ github, tasks }: Found): string {
  const lines = [
    ...(tasks
      ? ["  tasks: { kind: markdown }        # Backlog.md and toolkit folders of this repository"]
      : []),
    ...(github === null ? [] : [`  github: { kind: github, repo: ${github} }`]),
  ];
  return lines.length === 0
    ? "# remotes:\n#   tasks: { kind: markdown }\n"
    : `remotes:\n${lines.join("\n")}\n`;
}

/** `owner/repo` of a GitHub address in any of git's spellings; null for any other address. */
export function githubRepo(origin: string | null): string | null {
  const match =
    /^(?:https?:\/\/(?:[^/@]*@)?|ssh:\/\/(?:[^/@]*@)?|git:\/\/|[^/@]*@)?github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/u.exec(
      origin ?? "",
    );
  return match?.[1] ?? null;
}
