import type { World } from "../core/ports.ts";
import { checked, entryFrom, QUESTIONS, type RemoteEntries } from "../setup/remote-entries.ts";

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
 * Asks at the terminal which trackers hold the tickets, and what each needs. `named`: those that are known already.
 * Null: whoever was asked wants nothing to be written.
 */
export async function askRemotes(named: RemoteEntries, world: World): Promise<RemoteEntries | null> {
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
    entries = { ...entries, ...(await checked(entryFrom(kind, answers))) };
  }
  if (kinds.length > 0) note(tokenNote(entries), "Tokens");
  const go = await confirm({ message: `Set up ${world.cwd}?` });
  return isCancel(go) || !go ? null : entries;
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

function tokenNote(entries: RemoteEntries): string {
  return [
    "They come from the environment, the vendor's command line, git's credential helpers",
    "or the keychain, and are never written down. What is found is shown in a moment:",
    `golden-thread remote check ${Object.keys(entries).join(" ")}`,
  ].join("\n");
}
