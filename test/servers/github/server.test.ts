import { describe, expect, test } from "vitest";
import { startGithubServer, TOKENS } from "./start.ts";

describe("GitHub's server takes nothing that GitHub would not", () => {
  const good = {
    authorization: `Bearer ${TOKENS.good}`,
    accept: "application/vnd.github+json",
    "user-agent": "test",
    "x-github-api-version": "2022-11-28",
  };
  const json = { "content-type": "application/json" };
  const patch = (body: unknown) => ({
    method: "PATCH",
    headers: { ...good, ...json },
    body: JSON.stringify(body),
  });
  const ask = (query: string) => ({
    method: "POST",
    headers: { ...good, ...json },
    body: JSON.stringify({ query }),
  });
  const issue = "/api/v3/repos/acme/shop/issues/42";
  const repository = 'repository(owner:"acme",name:"shop")';

  test.each<[string, string, RequestInit, number, RegExp]>([
    ["an unknown parameter", "/api/v3/repos/acme/shop/issues?order=asc", { headers: good }, 422, /order/],
    ["a state that is none", "/api/v3/repos/acme/shop/issues?state=done", { headers: good }, 422, /state/],
    ["a page that is no number", "/api/v3/repos/acme/shop/issues?page=x", { headers: good }, 422, /page/],
    ["a search for nothing", "/api/v3/search/issues", { headers: good }, 422, /q is missing/],
    [
      "a search without is:issue",
      "/api/v3/search/issues?q=repo:acme/shop",
      { headers: good },
      422,
      /is:issue/,
    ],
    ["a slash at the end", `${issue}/`, { headers: good }, 404, /slash/],
    ["an operation that is not there", `${issue}/reactions`, { headers: good }, 404, /no such/],
    [
      "a version that is none",
      issue,
      { headers: { ...good, "x-github-api-version": "1999-01-01" } },
      400,
      /1999/,
    ],
    ["another content type", issue, { headers: { ...good, accept: "text/html" } }, 415, /accept/],
    ["no agent", issue, { headers: { ...good, "user-agent": "" } }, 403, /User-Agent/],
    ["an unknown field", issue, patch({ titel: "x" }), 422, /titel/],
    ["a field of another type", issue, patch({ labels: "x" }), 422, /labels/],
    ["a body that is no JSON", issue, { ...patch({}), body: "{" }, 400, /JSON/],
    ["GraphQL: a field that is not there", "/api/graphql", ask(`{${repository}{stars}}`), 200, /stars/],
    ["GraphQL: a torn query", "/api/graphql", ask("{"), 200, /Syntax/],
    [
      "GraphQL: too long a page",
      "/api/graphql",
      ask(`{${repository}{issue(number:42){labels(first:101){nodes{name}}}}}`),
      200,
      /labels/,
    ],
  ])("%s", async (_, path, request, status, problem) => {
    const { loopback, problems } = await startGithubServer();
    const reply = await fetch(`${loopback.origin}${path}`, request);
    await loopback.close();
    expect(reply.status).toBe(status);
    expect(problems.join()).toMatch(problem);
  });

  test("its own answers are held to GitHub's description", async () => {
    const { loopback, problems, seed } = await startGithubServer();
    const { operationFor, responseProblems } = await import("./openapi.ts");
    const operation = operationFor("GET", "/repos/acme/shop/issues/42");
    expect(operation).not.toBeNull();
    if (operation === null) return;
    const reply = await fetch(`${loopback.origin}${issue}`, { headers: good });
    const body: Readonly<Record<string, unknown>> = JSON.parse(await reply.text());
    await loopback.close();
    expect(responseProblems(operation, "GET", { status: 200, json: body })).toEqual([]);
    expect(responseProblems(operation, "GET", { status: 200, json: { ...body, number: "42" } })).not.toEqual(
      [],
    );
    expect(
      responseProblems(operation, "GET", { status: 200, json: { ...body, user: { login: "x" } } }),
    ).not.toEqual([]);
    expect([problems, seed.open.id]).toEqual([[], "acme/shop#42"]);
  });
});
