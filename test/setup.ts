import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { removeFolders } from "./git/repo.ts";

/**
 * Hermetic git for every test: no global or system configuration, no terminal prompt, no network protocol,
 * and none of the variables that git sets for its own hooks (the suite itself may run inside a hook).
 * No tracker outside this machine is reached either: there is no token, and the way to https ends at a closed port.
 * And no test is in CI, though the suite may be: what CI may do differs, so a test that wants it says so.
 */
const NOT_OURS =
  /^(GIT_|GOLDEN_THREAD_|GITHUB_|GITLAB_|RUNNER_|ACTIONS_|INPUT_|BITBUCKET_|BUILDKITE|CIRCLE|HUSKY)|_(TOKEN|PAT|API_KEY)$|^(CI|TF_BUILD|JENKINS_URL|TEAMCITY_VERSION)$/;
for (const name of Object.keys(process.env)) {
  if (NOT_OURS.test(name)) delete process.env[name];
}
Object.assign(process.env, {
  GIT_CONFIG_GLOBAL: join(tmpdir(), "golden-thread-no-such-gitconfig"),
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_ALLOW_PROTOCOL: "file",
  GIT_TERMINAL_PROMPT: "0",
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.test",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.test",
  https_proxy: "http://127.0.0.1:9",
  no_proxy: "127.0.0.1,localhost",
  NO_COLOR: "1",
  TZ: "UTC",
  LC_ALL: "C.UTF-8",
});

afterAll(removeFolders);
