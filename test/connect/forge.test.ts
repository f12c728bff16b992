import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { dialForge, forgeSpot } from "../../src/connect/forge.ts";
import type { DialOptions } from "../../src/connect/sources.ts";
import type { RemoteLaw } from "../../src/core/law.ts";

const ISSUES: RemoteLaw = {
  name: "issues",
  kind: "github",
  grammar: "github",
  settings: { kind: "github", repo: "Acme/Shop", url: "https://git.acme.example" },
};
const GROUP: RemoteLaw = {
  name: "group",
  kind: "gitlab",
  grammar: "gitlab",
  settings: { kind: "gitlab", project: "acme/web/shop", url: "https://gitlab.acme.example" },
};
const PLANS: RemoteLaw = {
  name: "plans",
  kind: "jira",
  grammar: "jira",
  settings: { kind: "jira", url: "https://acme.example", repo: "acme/depot", project: "acme/depot" },
};

/** `remote kind repository`, as a forge would be asked. */
function asked(origin: string, remotes: readonly RemoteLaw[] = []): string | null {
  const spot = forgeSpot(origin, remotes);
  return spot === null ? null : `${spot.remote.name} ${spot.kind} ${spot.repository}`;
}

describe("whose merges count is told by origin", () => {
  test.each([
    ["https://github.com/acme/shop.git", "github.com github acme/shop"],
    ["git@github.com:acme/shop.git", "github.com github acme/shop"],
    ["ssh://git@ssh.github.com:443/acme/shop", "github.com github acme/shop"],
    ["https://gitlab.com/acme/web/shop/", "gitlab.com gitlab acme/web/shop"],
    ["git@altssh.gitlab.com:acme/shop.git", "gitlab.com gitlab acme/shop"],
    [
      "https://acme@dev.azure.com/acme/Web%20Shop/_git/shop-web",
      "dev.azure.com azure-repos Web Shop/shop-web",
    ],
    ["git@ssh.dev.azure.com:v3/acme/Shop/shop-web", "dev.azure.com azure-repos Shop/shop-web"],
    ["https://dev.azure.com/acme/_git/Shop", "dev.azure.com azure-repos Shop/Shop"],
    ["https://git.acme.example/acme/shop.git", null],
    ["https://github.com.evil.example/acme/shop", null],
    ["https://evil.example/github.com/acme/shop", null],
    ["https://github.com/acme", null],
    ["https://github.com/acme/shop/more", null],
    ["https://github.com/acme/../shop", null],
    ["https://dev.azure.com/acme/Shop", null],
    ["../shop", null],
    ["file:///srv/github.com/acme/shop", null],
    ["", null],
  ])("%s", (origin, wanted) => {
    expect(asked(origin)).toBe(wanted);
  });

  test("a remote of the policy that names this very repository tells where its server stands", () => {
    const remotes = [PLANS, ISSUES, GROUP];
    expect(asked("git@work-alias:acme/shop.git", remotes)).toBe("issues github Acme/Shop");
    expect(asked("ssh://git@ssh.acme.example:2222/acme/web/shop.git", remotes)).toBe(
      "group gitlab acme/web/shop",
    );
    expect(asked("https://github.com/acme/depot.git", remotes)).toBe("github.com github acme/depot");
    expect(asked("https://git.acme.example/acme/other.git", remotes)).toBeNull();
  });
});

test("a policy has another server speak for a vendor's own repository", () => {
  const { settings } = ISSUES;
  const elsewhere: RemoteLaw = {
    ...GROUP,
    settings: { ...GROUP.settings, project: "acme/shop", url: undefined },
  };
  const remotes = [elsewhere, ISSUES];
  expect(asked("https://github.com/acme/shop.git", remotes)).toBe("github.com github acme/shop");
  const own = { ...ISSUES, settings: { ...settings, url: "https://github.com" } };
  expect(asked("https://github.com/acme/shop.git", [own])).toBe("issues github Acme/Shop");
  expect(asked("git@gitlab.com:acme/shop.git", [elsewhere])).toBe("group gitlab acme/shop");
});

describe("a token goes only where its owner sent it", () => {
  const homes: string[] = [];
  afterEach(() => {
    for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
  });

  function options(env: Readonly<Record<string, string>>, lawIsTrusted = false): DialOptions {
    const home = mkdtempSync(join(tmpdir(), "golden-thread-forge-"));
    homes.push(home);
    const bare = { HOME: home, PATH: "/usr/bin:/bin", GIT_CONFIG_NOSYSTEM: "1", GIT_TERMINAL_PROMPT: "0" };
    return {
      commonDir: null,
      env: { ...bare, ...env },
      lawIsTrusted,
      haste: "hook",
      now: () => new Date("2026-11-23T00:00:00Z"),
    };
  }
  const law = { remotes: [ISSUES] };
  const token = { GH_ENTERPRISE_TOKEN: "ghp_0123456789" };

  test("the policy of a branch names a server that nobody confirmed", async () => {
    expect(await dialForge("git@work:acme/shop", law, options(token))).toBeNull();
    expect((await dialForge("git@work:acme/shop", law, options(token, true)))?.remote).toBe("issues");
    const trusted = { ...token, GOLDEN_THREAD_TRUST: "https://git.acme.example" };
    expect((await dialForge("git@work:acme/shop", law, options(trusted)))?.remote).toBe("issues");
  });

  test("without a credential nobody is asked", async () => {
    expect(await dialForge("git@work:acme/shop", law, options({}, true))).toBeNull();
    const other = options({ GH_ENTERPRISE_TOKEN: "ghp_0123456789" });
    expect(await dialForge("https://github.com/acme/shop", { remotes: [] }, other)).toBeNull();
  });

  test("to the vendor's own service it may always go", async () => {
    const own = options({ GH_TOKEN: "ghp_0123456789" });
    expect((await dialForge("https://github.com/acme/shop", { remotes: [] }, own))?.remote).toBe(
      "github.com",
    );
  });
});
