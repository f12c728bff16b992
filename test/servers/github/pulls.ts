import type { Answer } from "../kit.ts";
import { headOf, hindrance, open, PULLS, type Pull, type PullStore } from "../pull-model.ts";
import { checkRunAnswer, runsOfCommit } from "./check-runs.ts";
import { objectsAnswer } from "./contents.ts";
import { bareCommit, commitJson, FORK, pullJson, wholePullJson } from "./pull-json.ts";
import { api, userJson } from "./represent.ts";
import { type Ask, invalid, NOT_FOUND, paged, refusal } from "./rest.ts";
import { branchRules, rulesetAnswer } from "./rulesets.ts";
import { newIssue, type Repository, type User } from "./store.ts";

/** Commits that the list of a pull request tells; then it ends without a word. */
const MOST_LISTED = 250;

/** What a request asks of the pull requests of a repository. */
interface PullAsk extends Ask {
  readonly repository: Repository;
  readonly held: PullStore<User>;
}

/** Answers what is below a repository and belongs to its pull requests; null: it does not. */
export function pullsAnswer(ask: Ask, repository: Repository, parts: readonly string[]): Answer | null {
  const held = ask.store.forges.get(repository.id);
  if (held === undefined) return null;
  const asked: PullAsk = { ...ask, repository, held };
  const [room, name = "", more] = parts;
  const told = objectsAnswer(ask, repository, parts);
  if (told !== null) return told;
  switch (room) {
    case "pulls":
      return name === "" ? pullList(asked) : pullAnswer(asked, Number(name), more);
    case "compare":
      return comparison(asked, name);
    case "statuses":
      return status(asked, name);
    case "commits":
      return more === "check-runs" ? runsOfCommit(asked, name) : null;
    case "check-runs":
      return checkRunAnswer(asked, name, more);
    case "branches":
      return branch(asked, name, more);
    case "rules":
      return branchRules(asked, more ?? "");
    case "rulesets":
      return rulesetAnswer(asked, name);
    default:
      return null;
  }
}

function refused({ asker }: Ask): Answer | null {
  if (asker.user === null) return refusal(401, "Requires authentication", "rest");
  if (asker.rights !== "read") return null;
  return refusal(403, "Resource not accessible by personal access token", "rest/pulls");
}

function bodyOf({ call }: Ask): Readonly<Record<string, unknown>> {
  return typeof call.json === "object" && call.json !== null ? { ...call.json } : {};
}

function both({ repository }: PullAsk, pull: Pull<User>) {
  const issue = repository.issues.get(pull.number) ?? newIssue(pull.number, pull.author);
  return { pull, issue };
}

function pullList(ask: PullAsk): Answer {
  if (ask.call.method === "POST") return createPull(ask);
  const { query } = ask.call;
  const [owner, ...branch] = (query.get("head") ?? "").split(":");
  const fitting = [...ask.held.pulls.values()].filter(
    (pull) =>
      (query.get("state") === "all" || pull.state === (query.get("state") ?? "open")) &&
      (owner === "" || (pull.branch === branch.join(":") && owner === (pull.isFork ? FORK.owner : "acme"))) &&
      (query.get("base") ?? pull.base) === pull.base,
  );
  const newestFirst = fitting.sort((one, other) => other.number - one.number);
  return paged(
    ask,
    newestFirst.map((pull) => pullJson(ask.store, ask.repository, both(ask, pull))),
  );
}

function createPull(ask: PullAsk): Answer {
  const no = refused(ask);
  if (no !== null || ask.asker.user === null) return no ?? NOT_FOUND;
  const { title, head, base, body, draft } = bodyOf(ask);
  const isFork = String(head).startsWith(`${FORK.owner}:`);
  const branch = String(head).replace(/^\w+:/, "");
  const wanted = { title: String(title), body: String(body ?? ""), draft: draft === true };
  const place = { branch, base: String(base), isFork };
  const label = `${isFork ? FORK.owner : "acme"}:${branch}`;
  const custom = { resource: "PullRequest", code: "custom" };
  if (isTooLong(body)) return tooLong("PullRequest");
  switch (hindrance(ask.held, place)) {
    case "exists":
      return invalid([{ ...custom, message: `A pull request already exists for ${label}.` }]);
    case "no-base":
      return invalid([{ resource: "PullRequest", field: "base", code: "invalid" }]);
    case "no-head":
      return invalid([{ resource: "PullRequest", field: "head", code: "invalid" }]);
    default: {
      const pull = open(ask.held, ask.asker.user, { ...wanted, ...place });
      ask.repository.issues.set(pull.number, newIssue(pull.number, pull.author, { isPull: true }));
      return { status: 201, json: wholePullJson(ask.store, ask.repository, both(ask, pull)) };
    }
  }
}

function isTooLong(body: unknown): boolean {
  return typeof body === "string" && [...body].length > 65_536;
}

function tooLong(resource: string): Answer {
  const message = "body is too long (maximum is 65536 characters)";
  return invalid([{ resource, code: "custom", field: "body", message }]);
}

function pullAnswer(ask: PullAsk, number: number, more: string | undefined): Answer {
  const pull = ask.held.pulls.get(number);
  if (pull === undefined) return NOT_FOUND;
  const { store, repository, call } = ask;
  if (more === "commits")
    return paged(
      ask,
      pull.commits.slice(0, MOST_LISTED).map((one) => commitJson(store, repository, one)),
    );
  if (more === "reviews") return paged(ask, reviewsOf(ask, pull));
  if (call.method === "PATCH") {
    const no = refused(ask);
    if (no !== null) return no;
    const { title, body } = bodyOf(ask);
    if (isTooLong(body)) return tooLong("PullRequest");
    if (typeof title === "string") pull.title = title;
    if (typeof body === "string") pull.body = body;
  }
  return { status: 200, json: wholePullJson(store, repository, both(ask, pull)) };
}

/** A dismissed review stays where it was, and is called nothing else any more. */
function reviewsOf({ store }: PullAsk, pull: Pull<User>): readonly unknown[] {
  const url = api(store, `/repos/acme/shop/pulls/${pull.number}`);
  const given = pull.reviews.filter(({ state }) => state !== "dismissed");
  const takenBack = pull.reviews.filter(({ state }) => state === "dismissed").map(({ by }) => by.id);
  return given.map(({ by, state, commit, at }, index) => ({
    ...{ id: index + 1, node_id: `PRR_${index}`, user: userJson(store, by), body: "", commit_id: commit },
    state: state === "remark" ? "COMMENTED" : takenBack.includes(by.id) ? "DISMISSED" : "APPROVED",
    ...{ submitted_at: at, html_url: url, pull_request_url: url, author_association: "MEMBER" },
    _links: { html: { href: url }, pull_request: { href: url } },
  }));
}

/** Asked for a page, it tells every commit in the end; without one, it stops like the list. */
function comparison(ask: PullAsk, basehead: string): Answer {
  const { store, repository, held, call } = ask;
  const [base, head] = basehead.split("...");
  const pull = [...held.pulls.values()].find((one) => headOf(one) === head);
  if (pull === undefined || base !== PULLS.oldBase) return NOT_FOUND;
  if (!call.query.has("page")) store.problems.push("a comparison without pages is cut");
  const commits = pull.commits.map((one) => commitJson(store, repository, one));
  const page = paged(ask, commits);
  const url = api(store, `/repos/acme/shop/compare/${basehead}`);
  const merge_base_commit = commitJson(store, repository, bareCommit(PULLS.oldBase));
  const counts = { status: "ahead", ahead_by: commits.length, behind_by: 0, total_commits: commits.length };
  const urls = { url, html_url: url, permalink_url: url, diff_url: url, patch_url: url };
  return {
    ...page,
    json: {
      ...urls,
      ...counts,
      merge_base_commit,
      base_commit: merge_base_commit,
      commits: page.json,
      files: [],
    },
  };
}

function status(ask: PullAsk, commit: string): Answer {
  const no = refused(ask);
  if (no !== null || ask.asker.user === null) return no ?? NOT_FOUND;
  const { state, context, description = null, target_url = null } = bodyOf(ask);
  if (String(description).length > 140)
    return invalid([{ resource: "Status", code: "custom", field: "description", message: "is too long" }]);
  ask.held.checks.push({ commit, name: String(context), state: String(state) });
  const url = api(ask.store, `/repos/acme/shop/statuses/${commit}`);
  const at = ask.store.now();
  const times = { created_at: at, updated_at: at };
  const json = {
    url,
    avatar_url: null,
    id: 1,
    node_id: "SC_1",
    state,
    context,
    description,
    target_url,
    ...times,
  };
  return { status: 201, json: { ...json, creator: userJson(ask.store, ask.asker.user) } };
}

function branch(ask: PullAsk, name: string, more: string | undefined): Answer {
  const { store, repository, held, asker } = ask;
  const tip = held.tips.get(name);
  if (tip === undefined) return refusal(404, "Branch not found", "rest/branches/branches#get-a-branch");
  const isProtected = name === PULLS.protectedBranch;
  const url = api(store, `/repos/acme/shop/branches/${name}`);
  if (more === "protection") {
    if (asker.rights !== "write") return NOT_FOUND;
    if (!isProtected) return refusal(404, "Branch not protected", "rest/branches/branch-protection");
    const reviews = { url, dismiss_stale_reviews: true, require_code_owner_reviews: false };
    return {
      status: 200,
      json: {
        ...{ url, allow_force_pushes: { enabled: false } },
        required_pull_request_reviews: { ...reviews, required_approving_review_count: 1 },
      },
    };
  }
  const told = store.objects.get(repository.id)?.commit(tip);
  const commit = commitJson(store, repository, told ?? bareCommit(tip));
  const protection = { enabled: isProtected };
  const own = { name, commit, _links: { html: url, self: url }, protected: isProtected, protection };
  return { status: 200, json: { ...own, protection_url: `${url}/protection` } };
}
