import type { HttpReply } from "../core/http.ts";

/** What would mend a 403, where GitHub tells; null: it does not. */
export function githubRemedy({ headers }: HttpReply): string | null {
  return (
    singleSignOn(headers["x-github-sso"] ?? "") ?? lacking(headers["x-accepted-github-permissions"] ?? "")
  );
}

/** An organisation with single sign-on says where the token can be authorised. */
function singleSignOn(header: string): string | null {
  const url = /\burl=(https:\/\/\S+)/.exec(header)?.[1];
  return url === undefined ? null : `authorise the token at ${url}`;
}

/**
 * `issues=read; pull_requests=read,contents=read`: sets of permissions, each of which is enough ("Troubleshooting the REST API", Resource
 * not accessible). In the words of workflows.
 */
function lacking(header: string): string | null {
  const sets = header.split(";").map((set) => set.split(",").map((one) => one.trim()));
  if (!sets.flat().every((one) => /^[a-z_]+=(?:read|write|admin)$/.test(one))) return null;
  const words = sets.map((set) =>
    set.map((one) => one.replace("=", ": ").replaceAll("_", "-")).join(" and "),
  );
  return `give the token ${words.join(", or ")}; in a workflow, the job's permissions do`;
}
