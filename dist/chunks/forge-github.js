"use strict";

const require_core = require("./core.js");
const require_refusal = require("./providers-refusal.js");
const require_shortened = require("./forge-shortened.js");
const require_trouble = require("./providers-trouble.js");
const require_answer = require("./providers-answer.js");
const require_github_remedy = require("./providers-github-remedy.js");
const require_text = require("./providers-text.js");
const require_git = require("./git.js");

// src/forge/github/schema.ts
/** An account. */
function userShape(z) {
	return z.object({
		login: z.string(),
		id: z.number().int(),
		type: z.string().nullish()
	});
}
/** Fields that the API versions 2022-11-28 and 2026-03-10 both have, but `merge_commit_sha`, which the later lacks. */
function pullShape(z) {
	const repo = z.object({
		id: z.number().int(),
		full_name: z.string()
	});
	return z.object({
		number: z.number().int(),
		state: z.string(),
		draft: z.boolean().nullish(),
		title: z.string(),
		body: z.string().nullish(),
		html_url: z.string(),
		user: userShape(z).nullish(),
		merged_at: z.string().nullish(),
		merge_commit_sha: z.string().nullish(),
		commits: z.number().int(),
		labels: z.array(z.object({ name: z.string() })).nullish(),
		base: z.object({
			ref: z.string(),
			sha: z.string(),
			repo
		}),
		head: z.object({
			ref: z.string(),
			sha: z.string(),
			repo: repo.nullish()
		})
	});
}
/** One page of pull requests; a list does not tell how many commits they have. */
function listedPullsShape(z) {
	return z.array(pullShape(z).omit({ commits: true }));
}
/** What is told of a pull request in a list. */
function pullsShape(z) {
	return z.array(z.object({ number: z.number().int() }));
}
/** One page of commits. */
function commitsShape(z) {
	const person = z.object({
		name: z.string().nullish(),
		email: z.string().nullish(),
		date: z.string().nullish()
	}).nullish();
	return z.array(z.object({
		sha: z.string(),
		parents: z.array(z.object({ sha: z.string() })),
		commit: z.object({
			message: z.string(),
			author: person,
			committer: person
		})
	}));
}
/** One page of a comparison. */
function comparisonShape(z) {
	return z.object({
		total_commits: z.number().int(),
		commits: commitsShape(z)
	});
}
/** One page of comments. */
function commentsShape(z) {
	return z.array(commentShape(z));
}
/** A comment. */
function commentShape(z) {
	return z.object({
		id: z.number().int(),
		body: z.string().nullish(),
		html_url: z.string(),
		user: userShape(z).nullish()
	});
}
/** One page of reviews. */
function reviewsShape(z) {
	return z.array(z.object({
		state: z.string(),
		user: userShape(z).nullish(),
		commit_id: z.string().nullish(),
		submitted_at: z.string().nullish()
	}));
}
/** A branch. */
function branchShape(z) {
	return z.object({
		commit: z.object({ sha: z.string() }),
		protected: z.boolean(),
		protection: z.object({ required_status_checks: z.object({ contexts: z.array(z.string()) }).nullish() }).nullish()
	});
}
/** A branch's protection, as administrators are told it. */
function protectionShape(z) {
	const enabled = z.object({ enabled: z.boolean().nullish() });
	return z.object({
		required_status_checks: z.object({
			contexts: z.array(z.string()),
			strict: z.boolean().nullish(),
			checks: z.array(z.object({
				context: z.string(),
				app_id: z.number().int().nullish()
			})).nullish()
		}).nullish(),
		required_pull_request_reviews: z.object({
			required_approving_review_count: z.number().int().nullish(),
			require_code_owner_reviews: z.boolean().nullish(),
			bypass_pull_request_allowances: z.object({
				users: z.array(z.object({ login: z.string() })).nullish(),
				teams: z.array(z.object({ slug: z.string() })).nullish(),
				apps: z.array(z.object({ slug: z.string().nullish() })).nullish()
			}).nullish()
		}).nullish(),
		enforce_admins: enabled.nullish(),
		allow_force_pushes: enabled.nullish(),
		allow_deletions: enabled.nullish()
	});
}
/** One page of the rules of all rulesets that a branch is under. */
function branchRulesShape(z) {
	return z.array(z.object({
		type: z.string(),
		ruleset_id: z.number().int().nullish(),
		parameters: z.object({
			required_approving_review_count: z.number().int().nullish(),
			require_code_owner_review: z.boolean().nullish(),
			strict_required_status_checks_policy: z.boolean().nullish(),
			required_status_checks: z.array(z.object({
				context: z.string(),
				integration_id: z.number().int().nullish()
			})).nullish()
		}).nullish()
	}));
}
/** A ruleset; who may bypass it is told to who may change it. */
function rulesetShape(z) {
	const actor = z.object({
		actor_id: z.number().int().nullish(),
		actor_type: z.string(),
		bypass_mode: z.string().nullish()
	});
	return z.object({
		id: z.number().int(),
		name: z.string(),
		target: z.string().nullish(),
		enforcement: z.string(),
		bypass_actors: z.array(actor).nullish(),
		rules: z.array(z.object({ type: z.string() })).nullish()
	});
}
/** One page of rulesets, without their rules. */
function rulesetsShape(z) {
	return z.array(rulesetShape(z));
}
/** Who sees a repository, and how it merges; the latter is told to who may push. */
function repositoryShape(z) {
	return z.object({
		private: z.boolean().nullish(),
		html_url: z.string().nullish(),
		allow_merge_commit: z.boolean().nullish(),
		allow_squash_merge: z.boolean().nullish(),
		allow_rebase_merge: z.boolean().nullish(),
		squash_merge_commit_title: z.string().nullish(),
		squash_merge_commit_message: z.string().nullish(),
		merge_commit_title: z.string().nullish(),
		merge_commit_message: z.string().nullish()
	});
}
/** GraphQL's answer to whose token it is. */
function viewerShape(z) {
	return z.object({ data: z.object({ viewer: z.object({
		login: z.string(),
		databaseId: z.number().int().nullish()
	}) }) });
}
/** Pull requests of a commit. Null: the credential may see none. */
function associatedPullsShape(z) {
	const pull = z.object({
		number: z.number().int(),
		merged: z.boolean(),
		mergedAt: z.string().nullish(),
		baseRefName: z.string(),
		repository: z.object({ id: z.string() })
	});
	return z.object({
		nodes: z.array(pull.nullish()).nullish(),
		pageInfo: z.object({ hasNextPage: z.boolean() })
	}).nullish();
}
/** GraphQL's answer to what brought commits in: the repository, and each commit that it has. */
function arrivalsShape(z) {
	const here = z.object({
		id: z.string(),
		defaultBranchRef: z.object({ name: z.string() }).nullish()
	});
	const commit = z.object({ associatedPullRequests: associatedPullsShape(z) });
	const error = z.object({
		type: z.string().nullish(),
		message: z.string()
	});
	return z.object({
		data: z.object({
			here: here.nullish(),
			held: z.record(z.string(), commit.nullish()).nullish()
		}).nullish(),
		errors: z.array(error).nullish()
	});
}
/** Labels. */
function namesShape(z) {
	return z.array(z.object({ name: z.string() }));
}
/** A check run. */
function checkRunShape(z) {
	return z.object({ id: z.number().int() });
}
/** An answer of which only its being there counts. */
function anyShape(z) {
	return z.object({});
}
/** The words in which GitHub refuses something. */
function refusalShape(z) {
	const error = z.object({
		message: z.string().nullish(),
		code: z.string().nullish()
	});
	return z.object({
		message: z.string(),
		errors: z.array(z.union([z.string(), error])).nullish().catch(null)
	});
}

// src/forge/github/line.ts
/** The oldest version that is supported everywhere. */
const HEADERS = {
	accept: "application/vnd.github+json",
	"x-github-api-version": "2022-11-28"
};
/** Entries of one page: GitHub's own limit. */
const PAGE = 100;
/** How a repository is asked; nothing is yet. */
function githubLine({ remote, repository }, http) {
	return {
		remote,
		http,
		repository,
		path: `/repos/${repository.split("/").map(encodeURIComponent).join("/")}`,
		send: (request) => http.send({
			...request,
			headers: {
				...HEADERS,
				...request.headers
			}
		}),
		async said(reply) {
			const { message, errors } = await require_answer.readJson(remote, reply, refusalShape);
			return [message, ...(errors ?? []).map((one) => typeof one === "string" ? one : one.message ?? one.code)].filter(Boolean).join("; ");
		},
		remedy: require_github_remedy.githubRemedy
	};
}
/** Where GraphQL is asked; an Enterprise Server has it beside the versions of REST. */
function graphqlAddress({ http }) {
	return `${http.base.replace(/\/v3$/, "")}/graphql`;
}
/** Page after page, each only when it is wanted. */
async function* pages(github, request, { about, shape }) {
	let next = {
		...request,
		query: {
			...request.query,
			per_page: PAGE
		}
	};
	while (next !== null) {
		const reply = await github.send(next);
		yield await require_refusal.expect(github, about, {
			reply,
			shape
		});
		const link = /<([^>]+)>\s*;[^<]*\brel="?next"?/.exec(reply.headers.link ?? "")?.[1] ?? null;
		next = link === null || link === reply.url ? null : { path: link };
	}
}

// src/forge/github/change.ts
/** An account that was deleted is GitHub's `ghost`. */
function actorOf(user) {
	if (user === null || user === void 0) return {
		account: "",
		name: "ghost",
		isBot: false
	};
	return {
		account: String(user.id),
		name: user.login,
		isBot: user.type === "Bot"
	};
}
/** A pull request as GitHub words it. */
async function pullOf(github, number) {
	return require_shortened.ask(github, { path: `${github.path}/pulls/${number}` }, {
		about: `pull request ${number}`,
		shape: pullShape
	});
}
/** A pull request, with its base branch as it is now: `base.sha` is where the branch was when the head last moved. */
async function changeOf(github, number) {
	const pull = await pullOf(github, number);
	return liveOf(pull, await tipOf(github, pull.base.ref));
}
/** The same of a pull request that was told already; `commit`: the tip of its base branch. */
function liveOf(pull, commit) {
	const { base, head } = pull;
	return {
		...textsOf(pull),
		number: pull.number,
		state: stateOf$1(pull),
		author: actorOf(pull.user),
		base: {
			branch: base.ref,
			commit
		},
		head: {
			branch: head.ref,
			commit: head.sha,
			repository: head.repo?.full_name ?? null,
			isFork: head.repo?.id !== base.repo.id
		},
		labels: (pull.labels ?? []).map(({ name }) => name),
		mergeCommit: stateOf$1(pull) === "merged" ? pull.merge_commit_sha ?? null : null
	};
}
/** The parts that people write, and the page where they do. */
function textsOf({ title, body, html_url, draft }) {
	return {
		title,
		body: body ?? "",
		url: html_url,
		draft: draft ?? false
	};
}
function stateOf$1({ state, merged_at }) {
	if (typeof merged_at === "string") return "merged";
	return state === "open" ? "open" : "closed";
}
/** The tip of a branch; null: there is no such branch. */
async function tipOf(github, branch) {
	const path = `${github.path}/branches/${encodeURIComponent(branch)}`;
	return (await require_shortened.orNull(require_shortened.ask(github, { path }, {
		about: `branch ${branch}`,
		shape: branchShape
	})))?.commit.sha ?? null;
}
/** GitHub wants the owner before a branch's name, and takes no repository: two forks of one owner can't be told apart. */
async function forBranch(github, head, base) {
	const query = {
		head: labelOf(github, head),
		state: "open",
		sort: "created",
		direction: "desc",
		base
	};
	const about = `pull request of ${head.branch}`;
	for await (const pulls of pages(github, {
		path: `${github.path}/pulls`,
		query
	}, {
		about,
		shape: pullsShape
	})) return pulls[0]?.number ?? null;
	return null;
}
function labelOf({ repository }, head) {
	const [owner] = (head.repository ?? repository).split("/");
	return `${owner}:${head.branch}`;
}
/** Opens a pull request. */
async function create(github, { head, base, title, body, draft }) {
	const isFork = head.repository !== null && head.repository !== github.repository;
	const [, fork] = (head.repository ?? "").split("/");
	const json = {
		...isFork ? {
			head: labelOf(github, head),
			head_repo: fork
		} : { head: head.branch },
		base,
		title,
		body,
		draft
	};
	const pull = await require_shortened.ask(github, {
		method: "POST",
		path: `${github.path}/pulls`,
		json
	}, {
		about: `a pull request of ${head.branch}`,
		shape: pullShape,
		wanted: 201
	});
	return {
		number: pull.number,
		url: pull.html_url
	};
}
/** Sets title, body or both. */
async function write(github, number, texts) {
	await require_shortened.ask(github, {
		method: "PATCH",
		path: `${github.path}/pulls/${number}`,
		json: texts
	}, {
		about: `pull request ${number}`,
		shape: pullShape
	});
}

// src/forge/github/actor.ts
/** An app's token may not ask REST who it is, but GraphQL. */
async function githubActor(github) {
	const { remote, http } = github;
	if (!await http.authenticated()) throw require_trouble.trouble("credentials", `${remote} is asked without a credential.`);
	const reply = await github.send({ path: "/user" });
	if (reply.status !== 403) return {
		...actorOf(await require_refusal.expect(github, "the account", {
			reply,
			shape: userShape
		})),
		isApp: false
	};
	const path = graphqlAddress(github);
	const viewer = await github.send({
		method: "POST",
		path,
		json: {
			query: "query { viewer { login databaseId } }",
			variables: {}
		},
		reads: true
	});
	const { data } = await require_refusal.expect(github, "the account", {
		reply: viewer,
		shape: viewerShape
	});
	const { login, databaseId } = data.viewer;
	return {
		account: String(databaseId ?? login),
		name: login,
		isBot: true,
		isApp: true
	};
}

// src/forge/github/approvals.ts
const REMARKS = /* @__PURE__ */ new Set(["COMMENTED", "PENDING"]);
/**
* The last review of everybody that is more than a remark. A review that was dismissed does not tell what it had been: one
* that asked for changes is told as a dismissed approval, which grants as little.
*/
async function approvalsOf(github, number) {
	const { head } = await pullOf(github, number);
	const last = /* @__PURE__ */ new Map();
	const approved = /* @__PURE__ */ new Set();
	const question = {
		about: `pull request ${number}`,
		shape: reviewsShape
	};
	for await (const page of pages(github, { path: `${github.path}/pulls/${number}/reviews` }, question)) for (const { state, user, commit_id, submitted_at } of page.filter((one) => !REMARKS.has(one.state))) {
		const by = actorOf(user);
		const commit = commit_id ?? null;
		if (state !== "CHANGES_REQUESTED") approved.add(by.account);
		const standing = state !== "APPROVED" ? "dismissed" : commit === head.sha ? "valid" : "stale";
		last.set(by.account, {
			by,
			commit,
			at: require_text.utc(submitted_at),
			standing
		});
	}
	return [...last.values()].filter(({ by }) => approved.has(by.account));
}

// src/forge/github/arrivals.ts
/** Aliases of one query: more time out on GitHub's side long before its limit of nodes is reached. */
const MOST_ALIASES = 50;
/** Pull requests of one commit. Of more nobody can say which was the first. */
const MOST_PULLS = 10;
/**
* GitHub finds a commit in every repository that shares its objects with this one, and tells of pull requests there and into any
* branch: only what was merged here, into the default branch, brought it in.
*/
function githubArrivals(github, commits) {
	return require_shortened.arrivalsOf(commits, MOST_ALIASES, (batch) => mergesOf(github, batch));
}
async function mergesOf(github, batch) {
	const { remote, repository } = github;
	const [owner, name] = repository.split("/");
	const json = {
		query: queryFor(batch),
		variables: {
			owner,
			name
		}
	};
	const request = {
		method: "POST",
		path: graphqlAddress(github),
		json,
		reads: true
	};
	const { data, errors } = await require_shortened.ask(github, request, {
		about: "merge times",
		shape: arrivalsShape
	});
	const found = (errors ?? []).map(({ message }) => message).join("; ");
	if (data?.here && data.held && found === "") {
		const { here, held } = data;
		return batch.map((commit, at) => [commit, mergesIn(held[`c${at}`]?.associatedPullRequests, here)]);
	}
	throw (errors ?? []).some(({ type }) => type === "NOT_FOUND") ? require_trouble.trouble("absent", `${remote} has no repository ${repository} for this credential.`, { found }) : require_trouble.trouble("unavailable", `${remote} did not tell when commits were merged.`, { found });
}
/** The ids are hex digits, so they can stand in the text. */
function queryFor(batch) {
	const place = "repository(owner: $owner, name: $name)";
	const pulls = `associatedPullRequests(first: ${MOST_PULLS}) { nodes { number merged mergedAt baseRefName repository { id } } pageInfo { hasNextPage } }`;
	const objects = batch.map((id, at) => `c${at}: object(oid: "${id}") { ... on Commit { ${pulls} } }`);
	return `query($owner: String!, $name: String!) { ${`here: ${place} { id defaultBranchRef { name } }`} held: ${place} { ${objects.join(" ")} } }`;
}
function mergesIn(pulls, here) {
	if (!pulls || pulls.pageInfo.hasNextPage) return [];
	return (pulls.nodes ?? []).filter((pull) => pull?.merged === true && pull.repository.id === here.id && pull.baseRefName === here.defaultBranchRef?.name).flatMap((pull) => pull ? {
		number: pull.number,
		at: pull.mergedAt
	} : []);
}

// src/forge/github/check.ts
/** Characters of a status's description. */
const LONGEST_DESCRIPTION = 140;
/** Characters of a check run's summary, and of its text. */
const LONGEST_SUMMARY = 65535;
/** Remarks that one request takes; each further one adds to them. */
const MOST_ANNOTATIONS = 50;
/** Bytes of a remark, and characters of its title. */
const LONGEST_REMARK = 65536;
const LONGEST_TITLE = 255;
const STATES = {
	pass: "success",
	fail: "failure",
	undecided: "error",
	pending: "pending"
};
const LEVELS = {
	error: "failure",
	warning: "warning",
	notice: "notice"
};
/** A check run, which only an app may make, else a commit status. */
async function check(github, actor, wanted) {
	const { isApp } = await actor();
	return isApp ? makeRun(github, wanted) : setStatus(github, wanted);
}
async function setStatus(github, { commit, name, verdict, title, url }) {
	const json = {
		state: STATES[verdict],
		context: name,
		description: require_shortened.shortened(title, LONGEST_DESCRIPTION),
		...url === null ? {} : { target_url: url }
	};
	const path = `${github.path}/statuses/${encodeURIComponent(commit)}`;
	const question = {
		about: `check ${name} of ${commit}`,
		shape: anyShape,
		wanted: 201
	};
	await require_shortened.ask(github, {
		method: "POST",
		path,
		json
	}, question);
}
/** The first remarks come with the run, so that a run whose later ones fail has the weightiest. */
async function makeRun(github, wanted) {
	const { commit, name, url, annotations = [] } = wanted;
	const about = `check ${name} of ${commit}`;
	const path = `${github.path}/check-runs`;
	const [first = [], ...others] = batches(annotations.flatMap(remarkOf));
	const output = outputOf(wanted);
	const json = {
		name,
		head_sha: commit,
		...stateOf(wanted),
		output: {
			...output,
			...first.length === 0 ? {} : { annotations: first }
		},
		...url === null ? {} : { details_url: url }
	};
	const { id } = await require_shortened.ask(github, {
		method: "POST",
		path,
		json
	}, {
		about,
		shape: checkRunShape,
		wanted: 201
	});
	for (const more of others) {
		const change = { output: {
			...output,
			annotations: more
		} };
		const request = {
			method: "PATCH",
			path: `${path}/${id}`,
			json: change
		};
		await require_shortened.ask(github, request, {
			about,
			shape: anyShape
		});
	}
}
/** A neutral conclusion would count as passed. */
function stateOf({ verdict }) {
	return verdict === "pending" ? { status: "in_progress" } : {
		status: "completed",
		conclusion: verdict === "pass" ? "success" : "failure"
	};
}
function outputOf({ title, summary, text }) {
	const more = text === void 0 || text === "" ? {} : { text: cut(text, LONGEST_SUMMARY) };
	return {
		title: require_shortened.shortened(title, LONGEST_TITLE),
		summary: cut(summary, LONGEST_SUMMARY),
		...more
	};
}
function remarkOf({ path, line, level, title, message }) {
	if (path === null || message === "") return [];
	const at = line ?? 1;
	return [{
		path,
		start_line: at,
		end_line: at,
		annotation_level: LEVELS[level],
		title: require_shortened.shortened(title, LONGEST_TITLE),
		message: inBytes(message, LONGEST_REMARK)
	}];
}
function batches(all) {
	return Array.from({ length: Math.ceil(all.length / MOST_ANNOTATIONS) }, (_, at) => all.slice(at * MOST_ANNOTATIONS, (at + 1) * MOST_ANNOTATIONS));
}
/** Without half of a character at the end. */
function cut(text, most) {
	return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
function inBytes(text, most) {
	if (Buffer.byteLength(text) <= most) return text;
	return new TextDecoder().decode(Buffer.from(text).subarray(0, most)).replace(/\ufffd+$/, "");
}

// src/forge/github/comments.ts
/** Comments of a pull request; GitHub keeps them with those of issues. */
function commentsOf(github, number) {
	const about = `pull request ${number}`;
	const path = `${github.path}/issues/${number}/comments`;
	return {
		async *list() {
			for await (const page of pages(github, { path }, {
				about,
				shape: commentsShape
			})) for (const { id, user, body, html_url } of page) yield {
				at: `${github.path}/issues/comments/${id}`,
				account: String(user?.id),
				body: body ?? "",
				posted: {
					id: String(id),
					url: html_url
				}
			};
		},
		async post(body) {
			const { id, html_url } = await require_shortened.ask(github, {
				method: "POST",
				path,
				json: { body }
			}, {
				about,
				shape: commentShape,
				wanted: 201
			});
			return {
				id: String(id),
				url: html_url
			};
		},
		async rewrite({ at }, body) {
			await require_shortened.ask(github, {
				method: "PATCH",
				path: at,
				json: { body }
			}, {
				about,
				shape: commentShape
			});
		},
		async remove({ at }) {
			await require_shortened.gone(github, {
				method: "DELETE",
				path: at
			}, about);
		}
	};
}

// src/forge/github/commits.ts
/** The list of a pull request's commits ends here without a word; a comparison in pages does not. */
const MOST_LISTED = 250;
/** Every commit, by the shorter way where that tells them all. */
async function commitsOf(github, number) {
	const pull = await pullOf(github, number);
	const told = await (pull.commits > MOST_LISTED ? compared(github, pull) : listed$1(github, number));
	const isWhole = told.length >= pull.commits && told.some(({ sha }) => sha === pull.head.sha);
	return {
		commits: told.map(commitOf),
		complete: isWhole
	};
}
async function listed$1(github, number) {
	const told = [];
	const question = {
		about: `pull request ${number}`,
		shape: commitsShape
	};
	for await (const page of pages(github, { path: `${github.path}/pulls/${number}/commits` }, question)) told.push(...page);
	return told;
}
/** Both commits lie in the base's network, wherever the head's branch is. */
async function compared(github, { number, base, head }) {
	const told = [];
	const request = {
		path: `${github.path}/compare/${base.sha}...${head.sha}`,
		query: { page: 1 }
	};
	const question = {
		about: `the commits of pull request ${number}`,
		shape: comparisonShape
	};
	for await (const { commits } of pages(github, request, question)) told.push(...commits);
	return told;
}
function commitOf({ sha, parents, commit }) {
	const { author, committer, message } = commit;
	return {
		id: sha,
		parents: parents.map((parent) => parent.sha),
		author: {
			name: author?.name ?? "",
			email: author?.email ?? ""
		},
		committer: {
			name: committer?.name ?? "",
			email: committer?.email ?? ""
		},
		authoredAt: require_core.secondsOf(author?.date ?? ""),
		committedAt: require_core.secondsOf(committer?.date ?? ""),
		message,
		paths: null
	};
}

// src/forge/github/labels.ts
/** Labels of a pull request; GitHub keeps them with those of issues, and makes one that is not there yet. */
async function changeLabels(github, number, { add, remove }) {
	const path = `${github.path}/issues/${number}/labels`;
	const about = `labels of pull request ${number}`;
	const json = { labels: [...add] };
	if (add.length > 0) await require_shortened.ask(github, {
		method: "POST",
		path,
		json
	}, {
		about,
		shape: namesShape
	});
	for (const name of remove) await require_shortened.gone(github, {
		method: "DELETE",
		path: `${path}/${encodeURIComponent(name)}`
	}, about);
}

// src/forge/github/open-changes.ts
const ABOUT = {
	about: "open pull requests",
	shape: listedPullsShape
};
/** Open pull requests, newest first; the tip of a base branch is asked for once. */
async function* openChanges(github) {
	const tip = require_core.remembered((branch) => tipOf(github, branch));
	for await (const pull of openPulls(github)) yield liveOf(pull, await tip(pull.base.ref));
}
async function* openPulls(github) {
	for await (const page of pages(github, {
		path: `${github.path}/pulls`,
		query: {
			state: "open",
			sort: "created",
			direction: "desc"
		}
	}, ABOUT)) yield* page;
}
/**
* Open pull requests of a head. GitHub knows a commit's pull requests where the commit is on a branch of this repository; that of a fork
* is found among all that are open.
*/
async function changesOf(github, commit) {
	const path = `${github.path}/commits/${encodeURIComponent(commit)}/pulls`;
	const isIt = ({ state, head }) => state === "open" && head.sha === commit;
	const own = (await require_shortened.orNull(listed(github, path), ["absent", "usage"]) ?? []).filter(isIt);
	return (own.length > 0 ? own : await withHead(github, commit)).map(({ number }) => number).sort((one, other) => other - one);
}
async function listed(github, path) {
	const all = [];
	for await (const page of pages(github, { path }, ABOUT)) all.push(...page);
	return all;
}
async function withHead(github, commit) {
	const found = [];
	for await (const pull of openPulls(github)) if (pull.head.sha === commit) found.push(pull);
	return found;
}

// src/forge/github/protection.ts
/** The app that GitHub Actions reports checks as: no other can answer a check that is pinned to it. */
const ACTIONS = 15368;
/** Rulesets are told to every reader, a branch's own protection to administrators alone: what they hide is null. */
async function protectionOf(github, branch, repository) {
	const path = `${github.path}/branches/${encodeURIComponent(branch)}`;
	const told = await require_shortened.ask(github, { path }, {
		about: `branch ${branch}`,
		shape: branchShape
	});
	const rules = await rulesOf(github, branch);
	const own = told.protected ? await ownOf(github, path, branch) : NOTHING;
	const required = [...(own?.required_status_checks?.contexts ?? told.protection?.required_status_checks?.contexts ?? []).map((context) => ({ context })), ...rules.flatMap(checksOf)];
	const checks = new Set(required.map(({ context }) => context));
	const counts = rules.map(({ parameters }) => parameters?.required_approving_review_count ?? 0);
	const reviews = own?.required_pull_request_reviews;
	const most = Math.max(0, reviews?.required_approving_review_count ?? 0, ...counts);
	const has = (type) => rules.some((rule) => rule.type === type);
	const { html_url: page } = await repository();
	return {
		requiredChecks: own === null && checks.size === 0 ? null : [...checks],
		requiredApprovals: own === null && most === 0 ? null : most,
		forcePushes: may(has("non_fast_forward"), own, own?.allow_force_pushes),
		pinnedChecks: pinned(rules, own),
		upToDate: rules.some(({ parameters }) => parameters?.strict_required_status_checks_policy === true) || (own === null ? null : own.required_status_checks?.strict === true),
		deletions: may(has("deletion"), own, own?.allow_deletions),
		directPushes: has("pull_request") ? false : own === null ? null : !reviews,
		bypass: await bypassOf(github, rules, own),
		ownersReview: rules.some(({ parameters }) => parameters?.require_code_owner_review === true) || (own === null ? null : reviews?.require_code_owner_reviews === true),
		hasOwnersFile: true,
		fixedTags: await tagsAreFixed(github),
		page: page ? `${page}/settings/rules` : null
	};
}
/** What a branch without a protection of its own demands. */
const NOTHING = {
	allow_force_pushes: { enabled: true },
	allow_deletions: { enabled: true }
};
/** Null: not told. To administrators GitHub says that a branch, which rulesets protect, has no protection of its own. */
async function ownOf(github, path, branch) {
	const question = {
		about: `branch ${branch}`,
		shape: protectionShape
	};
	try {
		return await require_shortened.ask(github, { path: `${path}/protection` }, question);
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || !["absent", "forbidden"].includes(thrown.code)) throw thrown;
		return thrown.found === "Branch not protected" ? NOTHING : null;
	}
}
function may(isForbidden, own, told) {
	if (isForbidden) return false;
	return own === null ? null : told?.enabled === true;
}
async function rulesOf(github, branch) {
	return all(github, { path: `${github.path}/rules/branches/${encodeURIComponent(branch)}` }, {
		about: `rules of ${branch}`,
		shape: branchRulesShape
	});
}
async function all(github, request, question) {
	const told = [];
	for await (const page of pages(github, request, question)) told.push(...page);
	return told;
}
function checksOf({ parameters }) {
	return parameters?.required_status_checks ?? [];
}
function pinned(rules, own) {
	const byRules = rules.flatMap(checksOf).filter(({ integration_id }) => integration_id === ACTIONS).map(({ context }) => context);
	const byOwn = (own?.required_status_checks?.checks ?? []).filter(({ app_id }) => app_id === ACTIONS).map(({ context }) => context);
	const known = [.../* @__PURE__ */ new Set([...byRules, ...byOwn])];
	return own === null && known.length === 0 ? null : known;
}
/** Null: somebody's list is not told. Nobody bypasses what demands nothing. */
async function bypassOf(github, rules, own) {
	const ids = [...new Set(rules.flatMap(({ ruleset_id }) => ruleset_id ?? []))];
	const rulesets = await Promise.all(ids.map((id) => rulesetOf(github, id)));
	if (own === null || rulesets.some((one) => !one?.bypass_actors)) return null;
	const admins = own !== NOTHING && own.enforce_admins?.enabled !== true ? ["administrators"] : [];
	const { users, teams, apps } = own.required_pull_request_reviews?.bypass_pull_request_allowances ?? {};
	return [
		...rulesets.flatMap((one) => one === null ? [] : actorsOf(one)),
		...admins,
		...(users ?? []).map(({ login }) => `user ${login}`),
		...(teams ?? []).map(({ slug }) => `team ${slug}`),
		...(apps ?? []).map(({ slug }) => `app ${slug ?? "of no name"}`)
	];
}
function actorsOf({ name, bypass_actors }) {
	return (bypass_actors ?? []).map(({ actor_type, actor_id, bypass_mode }) => {
		return `${actor_type}${actor_id == null ? "" : ` ${actor_id}`} (${bypass_mode ?? "always"}, ruleset ${name})`;
	});
}
async function rulesetOf(github, id) {
	const question = {
		about: `ruleset ${id}`,
		shape: rulesetShape
	};
	return require_shortened.orNull(require_shortened.ask(github, { path: `${github.path}/rulesets/${id}` }, question), ["absent", "forbidden"]);
}
/** An active ruleset for tags lets them be neither moved nor deleted. Null: not told. */
async function tagsAreFixed(github) {
	const request = {
		path: `${github.path}/rulesets`,
		query: { targets: "tag" }
	};
	const active = (await require_shortened.orNull(all(github, request, {
		about: "rulesets",
		shape: rulesetsShape
	}), ["absent", "forbidden"]))?.filter(({ target, enforcement }) => target === "tag" && enforcement === "active");
	if (active === void 0) return null;
	const rulesets = await Promise.all(active.map(({ id }) => rulesetOf(github, id)));
	const types = new Set(rulesets.flatMap((one) => (one?.rules ?? []).map(({ type }) => type)));
	return types.has("deletion") && (types.has("update") || types.has("non_fast_forward"));
}
/** How the repository merges. */
function mergingOf(told) {
	const allowed = [
		["merge", told.allow_merge_commit],
		["squash", told.allow_squash_merge],
		["rebase", told.allow_rebase_merge]
	];
	return {
		methods: allowed.every(([, is]) => typeof is === "boolean") ? allowed.flatMap(([method, is]) => is === true ? [method] : []) : null,
		squashTitle: told.squash_merge_commit_title ?? null,
		squashMessage: told.squash_merge_commit_message ?? null,
		mergeTitle: told.merge_commit_title ?? null,
		mergeMessage: told.merge_commit_message ?? null
	};
}
/** Whether anybody sees the repository; an internal one is seen by an enterprise. */
function visibilityOf({ private: told }) {
	return typeof told === "boolean" ? told ? "private" : "public" : null;
}
/** Asks for the repository itself. */
async function repositoryOf(github) {
	const question = {
		about: `repository ${github.repository}`,
		shape: repositoryShape
	};
	return require_shortened.ask(github, { path: github.path }, question);
}

// src/forge/github/index.ts
/** GitHub's own words: "body is too long (maximum is 65536 characters)". */
const LIMITS = {
	body: 65536,
	comment: 65536
};
/** Pull requests on github.com, GHE.com and Enterprise Server. */
const connect = (place, http) => {
	const github = githubLine(place, http);
	const { remote } = place;
	const actor = require_core.once(() => githubActor(github));
	const repository = require_core.once(() => repositoryOf(github));
	const read = async (number) => textsOf(await pullOf(github, number));
	const port = {
		remote,
		limits: LIMITS,
		forBranch: (head, base) => forBranch(github, head, base)
	};
	return {
		...port,
		async actor() {
			const { account, name, isBot } = await actor();
			return {
				account,
				name,
				isBot
			};
		},
		visibility: async () => visibilityOf(await repository()),
		change: (number) => changeOf(github, number),
		openChanges: () => openChanges(github),
		changesOf: (commit) => changesOf(github, commit),
		commits: (number) => commitsOf(github, number),
		upsert: (wanted) => require_shortened.upsert({
			...port,
			read,
			create: (one) => create(github, one),
			write: (number, texts) => write(github, number, texts)
		}, wanted),
		setBody(number, body, { expected }) {
			const replace = {
				remote,
				limit: LIMITS.body,
				read,
				write: (at, text) => write(github, at, { body: text })
			};
			return require_shortened.setBody(replace, number, {
				body,
				expected
			});
		},
		async comment(number, text, mark, { existing = false } = {}) {
			const account = async () => (await actor()).account;
			return (existing ? require_refusal.existingComment : require_refusal.comment)({
				remote,
				limit: LIMITS.comment,
				account,
				...commentsOf(github, number)
			}, {
				text,
				mark
			});
		},
		labels: (number, changes) => changeLabels(github, number, changes),
		check: (wanted) => check(github, actor, wanted),
		arrivals: (commits) => githubArrivals(github, commits),
		approvals: (number) => approvalsOf(github, number),
		protection: (branch) => protectionOf(github, branch, repository),
		merging: async () => mergingOf(await repository())
	};
};

exports.connect = connect;