"use strict";

const require_core = require("./core.js");
const require_refusal = require("./providers-refusal.js");
const require_quick_actions = require("./providers-quick-actions.js");
const require_trouble = require("./providers-trouble.js");
const require_shortened = require("./forge-shortened.js");
const require_text = require("./providers-text.js");
const require_answer = require("./providers-answer.js");

// src/forge/gitlab/schema.ts
/** An account; `bot` is told only of the credential's own. */
function userShape(z) {
	return z.object({
		id: z.number().int(),
		username: z.string(),
		bot: z.boolean().nullish()
	});
}
/** A merge request. */
function requestShape(z) {
	return z.object({
		iid: z.number().int(),
		state: z.string(),
		draft: z.boolean().nullish(),
		title: z.string(),
		description: z.string().nullish(),
		web_url: z.string(),
		author: userShape(z).nullish(),
		source_branch: z.string(),
		target_branch: z.string(),
		source_project_id: z.number().int().nullish(),
		target_project_id: z.number().int(),
		labels: z.array(z.string()).nullish(),
		sha: z.string().nullish(),
		merge_commit_sha: z.string().nullish(),
		squash_commit_sha: z.string().nullish(),
		diff_refs: z.object({
			start_sha: z.string(),
			head_sha: z.string()
		}).nullish()
	});
}
/** One page of merge requests as they are. */
function wholeRequestsShape(z) {
	return z.array(requestShape(z));
}
/** What is told of a merge request in a list. */
function requestsShape(z) {
	return z.array(z.object({
		iid: z.number().int(),
		source_project_id: z.number().int().nullish(),
		target_project_id: z.number().int()
	}));
}
/** What is told of the merge requests of a commit. */
function mergedShape(z) {
	return z.array(z.object({
		iid: z.number().int(),
		state: z.string(),
		target_project_id: z.number().int(),
		target_branch: z.string(),
		merged_at: z.string().nullish()
	}));
}
/** A project; settings are told to who may push. */
function projectShape(z) {
	return z.object({
		id: z.number().int(),
		path_with_namespace: z.string(),
		visibility: z.string().nullish(),
		default_branch: z.string().nullish(),
		merge_method: z.string().nullish(),
		squash_option: z.string().nullish(),
		squash_commit_template: z.string().nullish(),
		web_url: z.string().nullish(),
		only_allow_merge_if_pipeline_succeeds: z.boolean().nullish(),
		allow_merge_on_skipped_pipeline: z.boolean().nullish()
	});
}
/** A branch. */
function branchShape(z) {
	return z.object({
		commit: z.object({ id: z.string() }),
		protected: z.boolean()
	});
}
/** One page of commits. */
function commitsShape(z) {
	const text = z.string().nullish();
	return z.array(z.object({
		id: z.string(),
		parent_ids: z.array(z.string()).nullish(),
		message: z.string(),
		author_name: text,
		author_email: text,
		authored_date: text,
		committer_name: text,
		committer_email: text,
		committed_date: text
	}));
}
/** A comment. */
function noteShape(z) {
	return z.object({
		id: z.number().int(),
		body: z.string(),
		system: z.boolean(),
		author: userShape(z).nullish()
	});
}
/** One page of comments. */
function notesShape(z) {
	return z.array(noteShape(z));
}
/** Who approves now. */
function approvalsShape(z) {
	return z.object({ approved_by: z.array(z.object({
		user: userShape(z),
		approved_at: z.string().nullish()
	})) });
}
/** One page of what was pushed to a merge request. */
function versionsShape(z) {
	return z.array(z.object({
		head_commit_sha: z.string(),
		created_at: z.string()
	}));
}
/** One page of protected names, which may hold `*`. */
function protectedShape(z) {
	const level = z.object({
		access_level: z.number().nullish(),
		access_level_description: z.string().nullish()
	});
	return z.array(z.object({
		name: z.string(),
		allow_force_push: z.boolean().nullish(),
		code_owner_approval_required: z.boolean().nullish(),
		push_access_levels: z.array(level).nullish()
	}));
}
/** One page of protected tags. */
function protectedTagsShape(z) {
	return z.array(z.object({ name: z.string() }));
}
/** One page of approval rules. */
function approvalRulesShape(z) {
	return z.array(z.object({ approvals_required: z.number().int() }));
}
/** An answer of which only its being there counts. */
function anyShape(z) {
	return z.object({});
}
/** The words in which GitLab refuses something. */
function refusalShape(z) {
	return z.union([z.object({ message: z.unknown().refine((value) => value !== void 0) }), z.object({
		error: z.string(),
		error_description: z.string().nullish()
	})]);
}

// src/forge/gitlab/line.ts
/** Entries of one page: GitLab's own limit. */
const PAGE = 100;
/** How a project is asked; nothing is yet. */
function gitlabLine({ remote, repository }, http) {
	return {
		remote,
		http,
		repository,
		path: projectPath(repository),
		send: (request) => http.send(request),
		async said(reply) {
			const told = await require_answer.readJson(remote, reply, refusalShape);
			if ("error" in told) return `${told.error} ${told.error_description ?? ""}`.trim();
			return typeof told.message === "string" ? told.message : JSON.stringify(told.message);
		}
	};
}
/** Below the base, for a project's path or number. */
function projectPath(project) {
	return `/projects/${encodeURIComponent(project)}`;
}
/** Page after page, each only when it is wanted. */
async function* pages(gitlab, request, { about, shape }) {
	for (let page = "1"; page !== null;) {
		const query = {
			...request.query,
			per_page: PAGE,
			page
		};
		const reply = await gitlab.send({
			...request,
			query
		});
		yield await require_refusal.expect(gitlab, about, {
			reply,
			shape
		});
		page = nextPage(reply, page);
	}
}
/** The number alone is taken: behind a proxy the link may name another host. */
function nextPage({ headers }, page) {
	const told = headers["x-next-page"] ?? /[?&]page=(\d+)[^>]*>\s*;\s*rel="next"/.exec(headers.link ?? "")?.[1] ?? "";
	return /^\d+$/.test(told) && Number(told) > Number(page) ? told : null;
}

// src/forge/gitlab/change.ts
/** Accounts that GitLab makes for the tokens of projects and groups. */
const TOKEN_ACCOUNT = /^(?:project|group)_\d+_bot(?:_\w+)?$/;
/** How a title says that it is a draft's. */
const DRAFT = /^\s*(?:\[draft\]|\(draft\)|draft:)\s*/i;
/** An account that was deleted is GitLab's `ghost`. */
function actorOf(user) {
	if (user === null || user === void 0) return {
		account: "",
		name: "ghost",
		isBot: false
	};
	const { id, username, bot } = user;
	return {
		account: String(id),
		name: username,
		isBot: bot ?? TOKEN_ACCOUNT.test(username)
	};
}
/** A merge request as GitLab words it. */
async function requestOf(gitlab, number) {
	return require_shortened.ask(gitlab, { path: `${gitlab.path}/merge_requests/${number}` }, {
		about: `merge request ${number}`,
		shape: requestShape
	});
}
/** A merge request, with the tip of its target branch. */
async function changeOf(gitlab, number) {
	const told = await requestOf(gitlab, number);
	return liveOf(told, {
		tip: await tipOf(gitlab, told.target_branch),
		fork: (project) => pathOf(gitlab, project),
		own: gitlab.repository
	});
}
/** The same of a merge request that was told already. */
async function liveOf(told, { tip, fork, own }) {
	const isFork = told.source_project_id !== told.target_project_id;
	const commit = told.diff_refs?.head_sha ?? told.sha ?? "";
	return {
		...textsOf(told),
		number: told.iid,
		state: stateOf(told),
		author: actorOf(told.author),
		base: {
			branch: told.target_branch,
			commit: tip
		},
		head: {
			branch: told.source_branch,
			commit,
			repository: isFork ? await fork(told.source_project_id ?? null) : own,
			isFork
		},
		labels: told.labels ?? [],
		mergeCommit: told.state === "merged" ? told.merge_commit_sha ?? told.squash_commit_sha ?? commit : null
	};
}
/** The parts that people write, and the page where they do. */
function textsOf({ title, description, web_url, draft }) {
	const isDraft = draft === true;
	return {
		title: isDraft ? title.replace(DRAFT, "") : title,
		body: description ?? "",
		url: web_url,
		draft: isDraft
	};
}
/** `locked`: it is being merged. */
function stateOf({ state }) {
	return state === "merged" || state === "closed" ? state : "open";
}
/** The tip of a branch; null: there is no such branch. */
async function tipOf(gitlab, branch) {
	const path = `${gitlab.path}/repository/branches/${encodeURIComponent(branch)}`;
	return (await require_shortened.orNull(require_shortened.ask(gitlab, { path }, {
		about: `branch ${branch}`,
		shape: branchShape
	})))?.commit.id ?? null;
}
/** Where a project lies; null: it is gone, or not to be seen. */
async function pathOf(gitlab, project) {
	if (project === null) return null;
	const asked = require_shortened.ask(gitlab, { path: projectPath(project) }, {
		about: "project",
		shape: projectShape
	});
	return (await require_shortened.orNull(asked, ["absent", "forbidden"]))?.path_with_namespace ?? null;
}
/** The newest open merge request of a branch. */
async function forBranch(gitlab, head, base) {
	const fork = isFork(gitlab, head) ? await projectOf(gitlab, head.repository ?? "") : null;
	const query = {
		state: "opened",
		source_branch: head.branch,
		target_branch: base,
		order_by: "created_at",
		sort: "desc"
	};
	const question = {
		about: `merge request of ${head.branch}`,
		shape: requestsShape
	};
	for await (const page of pages(gitlab, {
		path: `${gitlab.path}/merge_requests`,
		query
	}, question)) {
		const found = page.find((one) => one.source_project_id === (fork?.id ?? one.target_project_id));
		if (found !== void 0) return found.iid;
	}
	return null;
}
/** A project by its path. */
async function projectOf(gitlab, path) {
	return require_shortened.ask(gitlab, { path: projectPath(path) }, {
		about: `project ${path}`,
		shape: projectShape
	});
}
function isFork({ repository }, head) {
	return head.repository !== null && head.repository !== repository;
}
/** Opens a merge request; that of a fork is asked of the fork. The body is inert already. */
async function create(gitlab, { head, base, title, body, draft }) {
	const fork = isFork(gitlab, head) ? head.repository : null;
	const target = fork === null ? {} : { target_project_id: (await projectOf(gitlab, gitlab.repository)).id };
	const json = {
		source_branch: head.branch,
		target_branch: base,
		...target,
		title: titled(title, draft),
		description: body
	};
	const { iid, web_url } = await require_shortened.ask(gitlab, {
		method: "POST",
		path: `${projectPath(fork ?? gitlab.repository)}/merge_requests`,
		json
	}, {
		about: `a merge request of ${head.branch}`,
		shape: requestShape,
		wanted: 201
	});
	return {
		number: iid,
		url: web_url
	};
}
/** Sets title, body or both. The body is inert already, or GitLab would carry out the commands in it. */
async function write(gitlab, number, { title, body }) {
	const json = {
		...title === void 0 ? {} : { title },
		description: body
	};
	await require_shortened.ask(gitlab, {
		method: "PUT",
		path: `${gitlab.path}/merge_requests/${number}`,
		json
	}, {
		about: `merge request ${number}`,
		shape: requestShape
	});
}
/** A draft is known by its title. */
function titled(title, draft) {
	return draft && !DRAFT.test(title) ? `Draft: ${title}` : title;
}

// src/forge/gitlab/approvals.ts
/**
* GitLab forgets approvals that were taken back, and does not tell of which commit one is: it is of what was last pushed
* before it. Older servers don't tell when.
*/
async function approvalsOf(gitlab, number) {
	const path = `${gitlab.path}/merge_requests/${number}`;
	const about = `merge request ${number}`;
	const { approved_by } = await require_shortened.ask(gitlab, { path: `${path}/approvals` }, {
		about,
		shape: approvalsShape
	});
	if (approved_by.length === 0) return [];
	const pushes = [];
	for await (const page of pages(gitlab, { path: `${path}/versions` }, {
		about,
		shape: versionsShape
	})) for (const { head_commit_sha, created_at } of page) pushes.push({
		commit: head_commit_sha,
		at: require_core.secondsOf(created_at) ?? 0
	});
	pushes.sort((one, other) => other.at - one.at);
	return approved_by.map(({ user, approved_at }) => {
		const at = require_text.utc(approved_at);
		const seconds = require_core.secondsOf(at ?? "") ?? -1;
		const commit = pushes.find((push) => push.at <= seconds)?.commit ?? null;
		const isOfHead = commit !== null && commit === pushes[0]?.commit;
		return {
			by: actorOf(user),
			commit,
			at,
			standing: isOfHead ? "valid" : "stale"
		};
	});
}

// src/forge/gitlab/arrivals.ts
/** GitLab tells one commit's merge requests at a time, and only those into this project; a commit that it lacks is a 404. */
function gitlabArrivals(gitlab, commits) {
	const project = require_core.once(() => projectOf(gitlab, gitlab.repository));
	return require_shortened.arrivalsOf(commits, 1, async ([commit = ""]) => {
		const { id, default_branch } = await project();
		return [[commit, (await require_shortened.orNull(requestsOf(gitlab, commit)) ?? []).filter((one) => one.state === "merged" && one.target_project_id === id && one.target_branch === default_branch).map(({ iid, merged_at }) => ({
			number: iid,
			at: merged_at
		}))]];
	});
}
async function requestsOf(gitlab, commit) {
	const path = `${gitlab.path}/repository/commits/${commit}/merge_requests`;
	const told = [];
	for await (const page of pages(gitlab, { path }, {
		about: `commit ${commit}`,
		shape: mergedShape
	})) told.push(...page);
	return told;
}

// src/forge/gitlab/check.ts
/** Characters of a status's description. */
const LONGEST_DESCRIPTION = 255;
const STATES = {
	pass: "success",
	fail: "failed",
	undecided: "failed",
	pending: "pending"
};
/** A commit status. GitLab takes no second one that says the same; it stands already. */
async function check(gitlab, { commit, name, verdict, title, url }) {
	const state = STATES[verdict];
	const json = {
		state,
		name,
		description: require_shortened.shortened(title, LONGEST_DESCRIPTION),
		...url === null ? {} : { target_url: url }
	};
	const path = `${gitlab.path}/statuses/${encodeURIComponent(commit)}`;
	const reply = await gitlab.send({
		method: "POST",
		path,
		json
	});
	if (reply.status === 400 && (await gitlab.said(reply)).includes(`from :${state} `)) return;
	await require_refusal.expect(gitlab, `check ${name} of ${commit}`, {
		reply,
		shape: anyShape,
		wanted: 201
	});
}

// src/forge/gitlab/comments.ts
/** Notes of a merge request; `page`: where people read it. */
function commentsOf(gitlab, number, page) {
	const about = `merge request ${number}`;
	const path = `${gitlab.path}/merge_requests/${number}/notes`;
	const posted = (id) => ({
		id: String(id),
		url: `${page}#note_${id}`
	});
	return {
		async *list() {
			const request = {
				path,
				query: {
					sort: "asc",
					order_by: "created_at"
				}
			};
			for await (const notes of pages(gitlab, request, {
				about,
				shape: notesShape
			})) for (const { id, author, body, system } of notes) if (!system) yield {
				at: `${path}/${id}`,
				account: String(author?.id),
				body,
				posted: posted(id)
			};
		},
		async post(body) {
			return posted((await require_shortened.ask(gitlab, {
				method: "POST",
				path,
				json: { body }
			}, {
				about,
				shape: noteShape,
				wanted: 201
			})).id);
		},
		async rewrite({ at }, body) {
			await require_shortened.ask(gitlab, {
				method: "PUT",
				path: at,
				json: { body }
			}, {
				about,
				shape: noteShape
			});
		},
		async remove({ at }) {
			await require_shortened.gone(gitlab, {
				method: "DELETE",
				path: at
			}, about);
		}
	};
}

// src/forge/gitlab/commits.ts
/**
* Asked of the repository, which has every head under `refs/merge-requests/`: the merge request's own list tells no
* parents. A merge request that is still being prepared has no range yet.
*/
async function commitsOf(gitlab, number) {
	const { diff_refs: range } = await requestOf(gitlab, number);
	if (range === null || range === void 0) return {
		commits: [],
		complete: false
	};
	const query = { ref_name: `${range.start_sha}..${range.head_sha}` };
	const question = {
		about: `the commits of merge request ${number}`,
		shape: commitsShape
	};
	const told = [];
	for await (const page of pages(gitlab, {
		path: `${gitlab.path}/repository/commits`,
		query
	}, question)) told.push(...page.map(commitOf));
	return {
		commits: told.reverse(),
		complete: told.some(({ id }) => id === range.head_sha)
	};
}
function commitOf(told) {
	return {
		id: told.id,
		parents: told.parent_ids ?? [],
		author: {
			name: told.author_name ?? "",
			email: told.author_email ?? ""
		},
		committer: {
			name: told.committer_name ?? "",
			email: told.committer_email ?? ""
		},
		authoredAt: require_core.secondsOf(told.authored_date ?? ""),
		committedAt: require_core.secondsOf(told.committed_date ?? ""),
		message: told.message,
		paths: null
	};
}

// src/forge/gitlab/labels.ts
/** Labels of a merge request, which no comma can be part of; GitLab makes one that is not there yet. */
async function changeLabels(gitlab, number, { add, remove }) {
	if (add.length + remove.length === 0) return;
	const json = {
		...add.length === 0 ? {} : { add_labels: add.join(",") },
		...remove.length === 0 ? {} : { remove_labels: remove.join(",") }
	};
	const path = `${gitlab.path}/merge_requests/${number}`;
	await require_shortened.ask(gitlab, {
		method: "PUT",
		path,
		json
	}, {
		about: `merge request ${number}`,
		shape: requestShape
	});
}

// src/forge/gitlab/open-changes.ts
const ABOUT = {
	about: "open merge requests",
	shape: wholeRequestsShape
};
/** Open merge requests, newest first; a branch's tip and a fork's path are asked for once. */
async function* openChanges(gitlab) {
	const tip = require_core.remembered((branch) => tipOf(gitlab, branch));
	const named = require_core.remembered((project) => pathOf(gitlab, Number(project)));
	const fork = async (project) => project === null ? null : named(String(project));
	for await (const page of pages(gitlab, {
		path: `${gitlab.path}/merge_requests`,
		query: {
			state: "opened",
			order_by: "created_at",
			sort: "desc"
		}
	}, ABOUT)) for (const told of page) yield liveOf(told, {
		tip: await tip(told.target_branch),
		fork,
		own: gitlab.repository
	});
}
/** Open merge requests of a head; those of forks stand in this project too. */
async function changesOf(gitlab, commit) {
	const path = `${gitlab.path}/repository/commits/${encodeURIComponent(commit)}/merge_requests`;
	const listed = async () => {
		const all = [];
		for await (const page of pages(gitlab, { path }, ABOUT)) all.push(...page.filter(({ state, sha }) => state === "opened" && sha === commit).map(({ iid }) => iid));
		return all;
	};
	return (await require_shortened.orNull(listed()) ?? []).sort((one, other) => other - one);
}

// src/forge/gitlab/protection.ts
/** What GitLab's one check is called here: its pipeline, with every status of the commit in it. */
const PIPELINE = "pipeline";
/** Ways of merging that put the branch as it is now below what is merged. */
const UP_TO_DATE = /* @__PURE__ */ new Set(["ff", "rebase_merge"]);
/** Protected branches are told to developers, approval rules where the plan has them. */
async function protectionOf(gitlab, branch) {
	const path = `${gitlab.path}/repository/branches/${encodeURIComponent(branch)}`;
	const told = await require_shortened.ask(gitlab, { path }, {
		about: `branch ${branch}`,
		shape: branchShape
	});
	const project = await projectOf(gitlab, gitlab.repository);
	const names = (await listed(gitlab, "protected_branches", protectedShape))?.filter(({ name }) => matches(name, branch)) ?? null;
	const rules = await listed(gitlab, "approval_rules", approvalRulesShape);
	const tags = await listed(gitlab, "protected_tags", protectedTagsShape);
	const needsPipeline = project.only_allow_merge_if_pipeline_succeeds;
	const required = typeof needsPipeline === "boolean" ? needsPipeline ? [PIPELINE] : [] : null;
	const pushers = told.protected ? pushersOf(names) : null;
	const skipped = needsPipeline === true && project.allow_merge_on_skipped_pipeline === true;
	return {
		requiredChecks: required,
		requiredApprovals: rules && Math.max(0, ...rules.map(({ approvals_required }) => approvals_required)),
		forcePushes: told.protected ? names?.some((one) => one.allow_force_push === true) ?? null : true,
		pinnedChecks: required,
		upToDate: project.merge_method == null ? null : UP_TO_DATE.has(project.merge_method),
		deletions: !told.protected,
		directPushes: told.protected ? pushers && pushers.length > 0 : true,
		bypass: pushers && [...pushers, ...skipped ? ["everybody, by a pipeline that is skipped"] : []],
		ownersReview: names?.some((one) => one.code_owner_approval_required === true) ?? null,
		fixedTags: tags && tags.length > 0,
		page: project.web_url ? `${project.web_url}/-/settings/repository` : null
	};
}
/** Who may push past merge requests; null: not told. Level 0 is nobody. */
function pushersOf(names) {
	if (names === null || names.some(({ push_access_levels }) => push_access_levels == null)) return null;
	return names.flatMap(({ push_access_levels }) => push_access_levels ?? []).filter(({ access_level }) => access_level !== 0).map(({ access_level, access_level_description: name }) => `${name ?? access_level} may push`);
}
/** Null: not told. */
async function listed(gitlab, what, shape) {
	const all = async () => {
		const entries = [];
		for await (const page of pages(gitlab, { path: `${gitlab.path}/${what}` }, {
			about: what,
			shape
		})) entries.push(...page);
		return entries;
	};
	return require_shortened.orNull(all(), ["absent", "forbidden"]);
}
/** `*` stands for any text. */
function matches(pattern, branch) {
	const [first = "", ...rest] = pattern.split("*");
	if (rest.length === 0) return first === branch;
	const last = rest.pop() ?? "";
	if (!branch.startsWith(first) || !branch.endsWith(last)) return false;
	let at = first.length;
	for (const part of rest) {
		const found = branch.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return at <= branch.length - last.length;
}
/** How the project merges. Without a merge commit, commits are put on the branch's tip one by one. */
async function mergingOf(gitlab) {
	const { merge_method, squash_option, squash_commit_template } = await projectOf(gitlab, gitlab.repository);
	const isTold = typeof merge_method === "string";
	const methods = [...squash_option === "always" ? [] : [merge_method === "ff" ? "rebase" : "merge"], ...squash_option === "never" ? [] : ["squash"]];
	return {
		methods: isTold ? methods : null,
		squashTitle: null,
		squashMessage: squash_commit_template ?? null
	};
}
/** Whether anybody sees the project; an internal one is seen by whoever has an account. */
async function visibilityOf(gitlab) {
	const { visibility } = await projectOf(gitlab, gitlab.repository);
	if (typeof visibility !== "string") return null;
	return visibility === "public" ? "public" : "private";
}

// src/forge/gitlab/index.ts
/** Characters of a description and of a note. */
const LIMITS = {
	body: 1e6,
	comment: 1e6
};
/** Merge requests on gitlab.com and self-managed servers. */
const connect = (place, http) => {
	const gitlab = gitlabLine(place, http);
	const { remote } = place;
	const actor = require_core.once(() => gitlabActor(gitlab));
	const read = async (number) => textsOf(await requestOf(gitlab, number));
	const port = {
		remote,
		limits: LIMITS,
		forBranch: (head, base) => forBranch(gitlab, head, base)
	};
	return {
		...port,
		actor,
		visibility: () => visibilityOf(gitlab),
		change: (number) => changeOf(gitlab, number),
		openChanges: () => openChanges(gitlab),
		changesOf: (commit) => changesOf(gitlab, commit),
		commits: (number) => commitsOf(gitlab, number),
		upsert: (wanted) => require_shortened.upsert({
			...port,
			read,
			create: (one) => create(gitlab, one),
			write: (number, { title, body }, draft) => write(gitlab, number, {
				title: titled(title, draft),
				body
			})
		}, {
			...wanted,
			body: require_quick_actions.inert(wanted.body)
		}),
		setBody: (number, body, { expected }) => require_shortened.setBody({
			remote,
			limit: LIMITS.body,
			read,
			write: (at, text) => write(gitlab, at, { body: text })
		}, number, {
			body: require_quick_actions.inert(body),
			expected
		}),
		async comment(number, text, mark, { existing = false } = {}) {
			const account = async () => (await actor()).account;
			const comments = commentsOf(gitlab, number, (await requestOf(gitlab, number)).web_url);
			return (existing ? require_refusal.existingComment : require_refusal.comment)({
				remote,
				limit: LIMITS.comment,
				account,
				...comments
			}, {
				text: require_quick_actions.inert(text),
				mark
			});
		},
		labels: (number, changes) => changeLabels(gitlab, number, changes),
		check: (wanted) => check(gitlab, wanted),
		arrivals: (commits) => gitlabArrivals(gitlab, commits),
		approvals: (number) => approvalsOf(gitlab, number),
		protection: (branch) => protectionOf(gitlab, branch),
		merging: () => mergingOf(gitlab)
	};
};
async function gitlabActor(gitlab) {
	const { remote, http } = gitlab;
	if (!await http.authenticated()) throw require_trouble.trouble("credentials", `${remote} is asked without a credential.`);
	return actorOf(await require_shortened.ask(gitlab, { path: "/user" }, {
		about: "the account",
		shape: userShape
	}));
}

exports.connect = connect;