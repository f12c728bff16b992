import type { World } from "../core/ports.ts";
import type { RemoteStatus } from "../remotes.ts";
import { checked, entryFrom, QUESTIONS, type RemoteEntries } from "../setup/remote-entries.ts";
import { remotesText } from "./remote-text.ts";

/** The trackers that a policy is to name. */
export interface Answers {
  readonly entries: RemoteEntries;
  /** What each said when it was asked who we are; null: none was asked yet. */
  readonly proved: readonly RemoteStatus[] | null;
}

type Kind = keyof typeof QUESTIONS;

const LABELS: Readonly<Record<Kind, string>> = {
  github: "GitHub issues",
  gitlab: "GitLab issues",
  jira: "Jira",
  linear: "Linear",
  "azure-devops": "Azure Boards",
  clickup: "ClickUp",
  notion: "Notion",
};

/**
 * Asks at the terminal which trackers hold the tickets, and what each needs; then asks each tracker who we are, and shows it
 * before anything is written. `named`: those that are known already. Null: whoever was asked wants nothing to be written.
 */
export async function askRemotes(
  named: RemoteEntries,
  world: World,
  prove: (entries: RemoteEntries, world: World) => Promise<readonly RemoteStatus[]>,
): Promise<Answers | null> {
  const { confirm, isCancel, multiselect, note } = await import("@clack/prompts");
  const kinds = await multiselect<Kind>({
    message: "Which trackers hold the tickets, beside task files in this repository and the forge of origin?",
    options: kindsLeft(named).map((value) => ({ value, label: LABELS[value] })),
    required: false,
  });
  if (isCancel(kinds)) return null;
  let entries = named;
  for (const kind of kinds) {
    const answers = await answersFor(kind);
    if (answers === null) return null;
    entries = await checked({ ...entries, ...entryFrom(kind, answers) });
  }
  const proved = await prove(entries, world);
  if (proved.length > 0) note(`${remotesText(proved, world.stdout)}\n${TOKENS}`, "Trackers");
  const go = await confirm({ message: `Set up ${world.cwd}?` });
  return isCancel(go) || !go ? null : { entries, proved };
}

function kindsLeft(named: RemoteEntries): readonly Kind[] {
  const taken = new Set(Object.values(named).map(({ kind }) => kind));
  return isKinds(Object.keys(QUESTIONS)).filter((kind) => !taken.has(kind));
}

function isKinds(names: readonly string[]): readonly Kind[] {
  return names.filter((name): name is Kind => Object.hasOwn(QUESTIONS, name));
}

async function answersFor(kind: Kind): Promise<ReadonlyMap<string, string> | null> {
  const { isCancel, text } = await import("@clack/prompts");
  const answers = new Map<string, string>();
  for (const { key, text: message, example, optional } of QUESTIONS[kind]) {
    const answer = await text({
      message: `${LABELS[kind]}: ${message}`,
      placeholder: example,
      validate: (value) => (optional !== true && (value ?? "").trim() === "" ? "This is needed." : undefined),
    });
    if (isCancel(answer)) return null;
    answers.set(key, answer ?? "");
  }
  return answers;
}

const TOKENS = [
  "Tokens come from the environment, the vendor's command line, git's credential helpers",
  "or the keychain, and are never written down. Ask again with: golden-thread remote check",
].join("\n");
