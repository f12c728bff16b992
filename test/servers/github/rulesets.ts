import type { Answer } from "../kit.ts";
import { PULLS } from "../pull-model.ts";
import { type Ask, NOT_FOUND, paged } from "./rest.ts";

const SOURCE = { source_type: "Repository", source: "acme/shop", enforcement: "active" } as const;

const REVIEW = {
  ...{
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: true,
    require_last_push_approval: false,
  },
  ...{ required_review_thread_resolution: false, required_approving_review_count: PULLS.approvals },
};

const CHECKS = {
  strict_required_status_checks_policy: true,
  required_status_checks: [{ context: PULLS.check, integration_id: 15_368 }],
};

const BRANCH_RULES = [
  { type: "pull_request", parameters: REVIEW },
  { type: "required_status_checks", parameters: CHECKS },
  { type: "deletion" },
] as const;

const RULESETS = [
  {
    ...{ id: 1, name: "main", target: "branch", ...SOURCE, rules: BRANCH_RULES },
    bypass_actors: [{ actor_id: 5, actor_type: "RepositoryRole", bypass_mode: "pull_request" }],
  },
  {
    ...{ id: 2, name: "tags", target: "tag", ...SOURCE, bypass_actors: [] },
    rules: [{ type: "deletion" }, { type: "update" }],
  },
  { id: 3, name: "draft", target: "tag", ...SOURCE, enforcement: "disabled", bypass_actors: [], rules: [] },
] as const;

/** The rules of a branch are told to everybody who may read. */
export function branchRules(ask: Ask, name: string): Answer {
  const source = { ruleset_source_type: "Repository", ruleset_source: "acme/shop", ruleset_id: 1 };
  return paged(
    ask,
    name === PULLS.protectedBranch ? BRANCH_RULES.map((rule) => ({ ...rule, ...source })) : [],
  );
}

/** Rulesets without their rules, or one of them whole; who bypasses it is told to who may change it. */
export function rulesetAnswer(ask: Ask, id: string): Answer {
  const told = RULESETS.map(({ bypass_actors, ...ruleset }) =>
    ask.asker.rights === "write" ? { ...ruleset, bypass_actors } : ruleset,
  );
  if (id === "") {
    const wanted = (ask.call.query.get("targets") ?? "branch,tag,push").split(",");
    const fitting = told.filter(({ target }) => wanted.includes(target));
    return paged(
      ask,
      fitting.map(({ rules: _, ...listed }) => listed),
    );
  }
  const one = told.find((ruleset) => ruleset.id === Number(id));
  return one === undefined ? NOT_FOUND : { status: 200, json: one };
}
