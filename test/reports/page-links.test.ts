import { expect, test } from "vitest";
import { forgeSite } from "../../src/core/forge-remote.ts";
import type { RemoteLaw } from "../../src/core/law.ts";
import { linkTo, pageLinks } from "../../src/reports/page-links.ts";

const TIP = "1".repeat(40);

test.each([
  [
    "https://github.com/acme/shop",
    "https://github.com/acme/shop/commit/ab",
    "https://github.com/acme/shop/pull/7",
    `https://github.com/acme/shop/blob/${TIP}/src/a%20b%23.ts`,
  ],
  [
    "https://gitlab.com/acme/apps/shop",
    "https://gitlab.com/acme/apps/shop/-/commit/ab",
    "https://gitlab.com/acme/apps/shop/-/merge_requests/7",
    `https://gitlab.com/acme/apps/shop/-/blob/${TIP}/src/a%20b%23.ts`,
  ],
  [
    "https://dev.azure.com/v3/acme/My%20Shop/web",
    "https://dev.azure.com/acme/My%20Shop/_git/web/commit/ab",
    "https://dev.azure.com/acme/My%20Shop/_git/web/pullrequest/7",
    `https://dev.azure.com/acme/My%20Shop/_git/web?path=/src/a%20b%23.ts&version=GC${TIP}`,
  ],
])("a link of %s leads to another page", (repository, commit, change, file) => {
  const links = pageLinks({ repository, tip: TIP });
  expect([linkTo(links?.commit, "ab"), linkTo(links?.change, "7")]).toEqual([commit, change]);
  expect(linkTo(links?.file, "src/a b#.ts")).toBe(file);
});

test("a link leads to a host of somebody's choice, or ends where a path wants it to", () => {
  for (const repository of [
    null,
    "http://github.com/acme/shop",
    "https://github.com.example/acme/shop",
    "https://github.com/acme/shop/../../evil",
    "https://github.com/acme",
    "https://git.example/acme/shop",
    "https://gitlab.com/acme/shop)(https://evil.example",
    "javascript:alert(1)//github.com/acme/shop",
  ])
    expect([repository, pageLinks({ repository, tip: TIP })]).toEqual([repository, null]);
  const links = pageLinks({ repository: "https://github.com/acme/shop", tip: TIP });
  expect(linkTo(links?.file, "a](https://evil.example)")).toBeNull();
  expect(linkTo(links?.file, "a\u202eb")).toBeNull();
  expect(linkTo(links?.file, "\ud800")).toBeNull();
  expect(linkTo(links?.file, "../../x?y")).toBe(`https://github.com/acme/shop/blob/${TIP}/../../x%3Fy`);
  expect(linkTo(null, "a")).toBeNull();
});

const remote = (kind: "github" | "gitlab" | "jira", settings: RemoteLaw["settings"]): RemoteLaw => ({
  name: "own",
  kind,
  grammar: kind,
  settings,
});

test.each([
  [
    "https://git.example/acme/shop",
    remote("github", { repo: "Acme/Shop", url: "https://git.example:8443/api/v3" }),
    "https://git.example:8443/acme/shop/pull/7",
  ],
  [
    "https://acme.ghe.com/acme/shop",
    remote("github", { repo: "acme/shop", url: "https://api.acme.ghe.com" }),
    "https://acme.ghe.com/acme/shop/pull/7",
  ],
  [
    "https://git.example/acme/apps/shop",
    remote("gitlab", { project: "acme/apps/shop", url: "https://git.example" }),
    "https://git.example/acme/apps/shop/-/merge_requests/7",
  ],
  // A mirror, another repository, plain http, a vendor's own service, and a server that is no forge.
  [
    "https://mirror.example/acme/shop",
    remote("github", { repo: "acme/shop", url: "https://git.example" }),
    null,
  ],
  [
    "https://git.example/acme/other",
    remote("github", { repo: "acme/shop", url: "https://git.example" }),
    null,
  ],
  ["https://localhost/acme/shop", remote("github", { repo: "acme/shop", url: "http://localhost" }), null],
  ["https://git.example/acme/shop", remote("github", { repo: "acme/shop" }), null],
  ["https://git.example/acme/shop", remote("jira", { site: "git.example", projects: ["SHOP"] }), null],
])(
  "of %s the server that the policy names is not found, or one that it does not name is",
  (repository, own, page) => {
    const forge = forgeSite({ remotes: [own] }, repository);
    const links = pageLinks({ repository, tip: TIP, ...(forge === null ? {} : { forge }) });
    expect(linkTo(links?.change, "7")).toBe(page);
  },
);
