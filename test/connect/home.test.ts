import { describe, expect, test } from "vitest";
import { envFor, isOfHome } from "../../src/connect/home.ts";
import type { ForgeHome } from "../../src/core/forge.ts";
import { homeUrl } from "../../src/core/home-url.ts";
import type { RemoteLaw } from "../../src/core/law.ts";
import { detectedRemotes } from "../../src/policy/detected.ts";
import { access } from "../../src/providers/github/access.ts";

const repository = "acme/shop";
const SERVICE: ForgeHome = {
  ...{ kind: "github", repository },
  ...{ api: "https://api.github.com", site: "https://github.com" },
};
const SERVER: ForgeHome = {
  ...{ kind: "github", repository },
  ...{ api: "https://git.acme.example/api/v3", site: "https://git.acme.example" },
};
const CLOUD: ForgeHome = {
  ...{ kind: "github", repository },
  ...{ api: "https://api.acme.ghe.com", site: "https://acme.ghe.com" },
};

function remote(url?: string, kind: RemoteLaw["kind"] = "github"): Pick<RemoteLaw, "kind" | "settings"> {
  return { kind, settings: { kind, repo: repository, ...(url === undefined ? {} : { url }) } };
}

/** The first token that a GitHub remote would be asked with. */
function tokenFor(home: ForgeHome, url: string | undefined, env: Readonly<Record<string, string>>) {
  const own = envFor(remote(url), env, home);
  const { token } = access.variables({ kind: "github", repo: repository, ...(url ? { url } : {}) });
  return token.map((name) => own[name]).find((value) => value !== undefined) ?? null;
}

describe("the token of a run goes to a server that is not the run's own", () => {
  const env = { GITHUB_TOKEN: "run" };
  test.each([
    ["its own service", SERVICE, undefined, "run"],
    ["its own service by name", SERVICE, "https://github.com", "run"],
    ["its own service by its API", SERVICE, "https://api.github.com", "run"],
    ["its own server", SERVER, "https://git.acme.example", "run"],
    ["its own part of GHE.com", CLOUD, "https://acme.ghe.com", "run"],
    ["github.com, from a server", SERVER, undefined, null],
    ["a server, from github.com", SERVICE, "https://git.acme.example", null],
    ["another server, from a server", SERVER, "https://git.evil.example", null],
    ["another part of GHE.com", CLOUD, "https://evil.ghe.com", null],
    ["another port", SERVER, "https://git.acme.example:8443", null],
  ])("%s", (_, home, url, token) => expect(tokenFor(home, url, env)).toBe(token));

  test("and one that somebody named for that server is lost", () => {
    const named = { GITHUB_TOKEN: "run", GH_TOKEN: "mine", GH_ENTERPRISE_TOKEN: "theirs" };
    expect(tokenFor(SERVER, undefined, named)).toBe("mine");
    expect(tokenFor(SERVICE, "https://git.acme.example", named)).toBe("theirs");
    expect(tokenFor(SERVER, "https://git.acme.example", named)).toBe("theirs");
  });

  test("no other vendor, and no run outside of CI, is touched", () => {
    expect(envFor(remote("https://gitlab.com", "gitlab"), env, SERVER)).toBe(env);
    expect(envFor(remote(), env, undefined)).toBe(env);
    expect(isOfHome(remote("https://git.acme.example", "gitlab"), SERVER)).toBe(false);
  });
});

test("a remote that is detected leads to another API than the run's own", () => {
  for (const home of [SERVICE, SERVER, CLOUD]) {
    const url = homeUrl(home);
    expect(access.base({ kind: "github", repo: repository, ...(url === null ? {} : { url }) })).toBe(
      home.api,
    );
    const elsewhere = { tasks: null, originUrl: "https://gitlab.com/rival/shop", home };
    expect(detectedRemotes(elsewhere)).toEqual({
      github: { kind: "github", repo: repository, ...(url === null ? {} : { url }) },
    });
  }
});
