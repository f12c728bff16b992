import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";

/** What the runner takes from an action, by its own protocol (files and commands). */
export interface Toolkit {
  setOutput(name: string, value: string): void;
  /** Puts Markdown under the job's summary. Whoever calls has made it inert, and short enough. */
  summary(markdown: string): Promise<void>;
  /** From here on the runner's log shows `***` instead. Nothing is masked by an empty text. */
  mask(secret: string): void;
  /** A token of the job's own identity. Throws Fault("forbidden" | "unavailable"). */
  idToken(audience: string): Promise<string>;
}

/**
 * Opens the toolkit of GitHub's runner. Where `env` names no file for outputs or for the summary, there is no runner to take them: they
 * are dropped, since the toolkit would print them as commands instead.
 */
export async function openToolkit(env: World["env"]): Promise<Toolkit> {
  const core = await import("@actions/core");
  const has = (name: string): boolean => (env[name] ?? "") !== "";
  return {
    setOutput(name, value) {
      if (has("GITHUB_OUTPUT")) core.setOutput(name, value);
    },
    async summary(markdown) {
      if (has("GITHUB_STEP_SUMMARY")) await core.summary.addRaw(markdown).write();
    },
    mask(secret) {
      if (secret !== "") core.setSecret(secret);
    },
    async idToken(audience) {
      if (!has("ACTIONS_ID_TOKEN_REQUEST_URL") || !has("ACTIONS_ID_TOKEN_REQUEST_TOKEN")) throw notGranted();
      try {
        return await core.getIDToken(audience);
      } catch (cause) {
        // What the service answered is not repeated: a token may stand in it.
        throw new Fault("unavailable", "GitHub did not give this job a token of its identity.", { cause });
      }
    },
  };
}

function notGranted(): Fault {
  return new Fault("forbidden", "This job may not ask for a token of its identity.", {
    wanted: "permissions: { id-token: write } in the job",
  });
}
