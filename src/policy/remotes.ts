import type { RemoteKind } from "../core/law.ts";
import type { GrammarId } from "../core/reference.ts";
import type { Zod } from "../core/schema.ts";
import { azureDevopsSettings } from "../providers/azure-devops/settings.ts";
import { clickupSettings } from "../providers/clickup/settings.ts";
import { githubSettings } from "../providers/github/settings.ts";
import { gitlabSettings } from "../providers/gitlab/settings.ts";
import { jiraSettings } from "../providers/jira/settings.ts";
import { linearSettings } from "../providers/linear/settings.ts";
import { markdownSettings } from "../providers/markdown/settings.ts";
import { notionSettings } from "../providers/notion/settings.ts";

/** The grammar of each tracker's ids. */
export const GRAMMARS: Readonly<Record<RemoteKind, GrammarId>> = {
  github: "github",
  gitlab: "gitlab",
  jira: "jira",
  linear: "linear",
  "azure-devops": "azure",
  clickup: "clickup",
  notion: "notion",
  markdown: "tasks",
};

/** `remotes:` a name of the user's choice -> one tracker, strict by its kind. */
export function remotesSchema(z: Zod) {
  const entry = z.discriminatedUnion("kind", [
    githubSettings(z),
    gitlabSettings(z),
    jiraSettings(z),
    linearSettings(z),
    azureDevopsSettings(z),
    clickupSettings(z),
    notionSettings(z),
    markdownSettings(z),
  ]);
  return z.record(
    z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, { error: "a name of letters, digits, - and _" }),
    entry,
  );
}
