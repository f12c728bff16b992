"use strict";

const require_core = require("./core.js");
const require_refusal = require("./providers-refusal.js");
const require_trouble = require("./providers-trouble.js");
const require_shortened = require("./forge-shortened.js");
const require_text = require("./providers-text.js");
const require_git = require("./git.js");
const require_answer = require("./providers-answer.js");
const require_azure_sign_in = require("./providers-azure-sign-in.js");

// src/forge/azure-repos/schema.ts
/** An account. */
function personShape(z) {
	return z.object({
		id: z.string(),
		displayName: z.string().nullish(),
		uniqueName: z.string().nullish()
	});
}
/** A repository; a fork names the project that it is in. */
function repositoryShape(z) {
	return z.object({
		id: z.string(),
		name: z.string(),
		remoteUrl: z.string().nullish(),
		defaultBranch: z.string().nullish(),
		project: z.object({
			id: z.string(),
			name: z.string(),
			visibility: z.string().nullish()
		})
	});
}
/** A pull request. */
function pullShape(z) {
	const commit = z.object({ commitId: z.string() }).nullish();
	return z.object({
		pullRequestId: z.number().int(),
		status: z.string(),
		isDraft: z.boolean().nullish(),
		title: z.string(),
		description: z.string().nullish(),
		createdBy: personShape(z),
		sourceRefName: z.string(),
		targetRefName: z.string(),
		repository: repositoryShape(z),
		forkSource: z.object({ repository: repositoryShape(z).nullish() }).nullish(),
		lastMergeSourceCommit: commit,
		lastMergeCommit: commit,
		labels: z.array(z.object({
			name: z.string(),
			active: z.boolean().nullish()
		})).nullish(),
		reviewers: z.array(personShape(z).extend({
			vote: z.number().int(),
			isContainer: z.boolean().nullish()
		})).nullish()
	});
}
/** What a list tells of a pull request; its description is cut there. */
function pullsShape(z) {
	return z.object({ value: z.array(z.object({
		pullRequestId: z.number().int(),
		forkSource: z.object({}).nullish()
	})) });
}
/** For each query the pull requests of each commit. */
function pullQueryShape(z) {
	const pull = z.object({
		pullRequestId: z.number().int(),
		status: z.string(),
		targetRefName: z.string(),
		closedDate: z.string().nullish(),
		lastMergeSourceCommit: z.object({ commitId: z.string() }).nullish(),
		repository: z.object({ id: z.string() })
	});
	return z.object({ results: z.array(z.record(z.string(), z.array(pull))) });
}
/** Branches and tags whose names begin with what was asked for. */
function refsShape(z) {
	return z.object({ value: z.array(z.object({
		name: z.string(),
		objectId: z.string()
	})) });
}
/** A page of commits, of which only the ids are whole. */
function commitIdsShape(z) {
	return z.object({ value: z.array(z.object({ commitId: z.string() })) });
}
/** A commit. */
function commitShape(z) {
	const text = z.string().nullish();
	const person = z.object({
		name: text,
		email: text,
		date: text
	}).nullish();
	return z.object({
		commitId: z.string(),
		parents: z.array(z.string()).nullish(),
		comment: z.string(),
		author: person,
		committer: person
	});
}
/** What was pushed to a pull request, oldest first. */
function iterationsShape(z) {
	return z.object({ value: z.array(z.object({
		id: z.number().int(),
		createdDate: z.string(),
		sourceRefCommit: z.object({ commitId: z.string() })
	})) });
}
/** A comment of a thread. */
function commentShape(z) {
	return z.object({
		id: z.number().int(),
		author: personShape(z).nullish(),
		content: z.string().nullish(),
		isDeleted: z.boolean().nullish()
	});
}
/** A thread; votes are threads of the service's own. */
function threadShape(z) {
	const value = z.object({ $value: z.union([z.string(), z.number()]) }).nullish();
	return z.object({
		id: z.number().int(),
		publishedDate: z.string().nullish(),
		isDeleted: z.boolean().nullish(),
		comments: z.array(commentShape(z)),
		properties: z.object({
			CodeReviewThreadType: value,
			CodeReviewVoteResult: value
		}).nullish()
	});
}
/** Every thread of a pull request. */
function threadsShape(z) {
	return z.object({ value: z.array(threadShape(z)) });
}
/** Policies of a branch; each kind has settings of its own. */
function policiesShape(z) {
	return z.object({ value: z.array(z.object({
		isEnabled: z.boolean(),
		isBlocking: z.boolean(),
		type: z.object({ id: z.string() }),
		settings: z.object({
			minimumApproverCount: z.number().int().nullish(),
			requiredReviewerIds: z.array(z.string()).nullish(),
			filenamePatterns: z.array(z.string()).nullish(),
			statusName: z.string().nullish(),
			statusGenre: z.string().nullish(),
			displayName: z.string().nullish(),
			authorId: z.string().nullish(),
			allowNoFastForward: z.boolean().nullish(),
			allowSquash: z.boolean().nullish(),
			allowRebase: z.boolean().nullish(),
			allowRebaseMerge: z.boolean().nullish()
		})
	})) });
}
/** Whose token it is. */
function connectionShape(z) {
	return z.object({ authenticatedUser: z.object({
		id: z.string(),
		providerDisplayName: z.string().nullish()
	}) });
}
/** An answer of which only its being there counts. */
function anyShape(z) {
	return z.object({});
}
/** The words in which Azure DevOps refuses something. */
function refusalShape(z) {
	return z.object({ message: z.string() });
}

// src/forge/azure-repos/line.ts
const VERSION = "7.1";
/** How a repository is asked; nothing is yet. Redirects are not followed: they lead to a page to sign in at. */
function azureLine({ remote, repository: whole }, http) {
	const [project = "", ...rest] = whole.split("/");
	const repository = rest.join("/");
	if (project === "" || repository === "") throw new require_git.Fault("usage", `${remote} needs a project and a repository.`, {
		found: whole,
		wanted: "project/repository"
	});
	return {
		remote,
		http,
		project,
		repository,
		path: repositoryPath(project, repository),
		async send(request) {
			const query = {
				"api-version": VERSION,
				...request.query
			};
			const headers = {
				"x-tfs-fedauthredirect": "Suppress",
				...request.headers
			};
			const reply = await http.send({
				...request,
				query,
				headers,
				follow: false
			});
			if (!require_azure_sign_in.isSignIn(reply)) return reply;
			throw require_trouble.trouble("credentials", `${remote} does not accept the token.`, {
				found: require_azure_sign_in.signInReason(reply),
				fix: "put a token that is alive, with the scope Code (read & write), into ADO_PAT"
			});
		},
		said: async (reply) => (await require_answer.readJson(remote, reply, refusalShape)).message
	};
}
/** Below the base, for a repository by its names or ids. */
function repositoryPath(project, repository) {
	return `/${encodeURIComponent(project)}/_apis/git/repositories/${encodeURIComponent(repository)}`;
}

// src/forge/azure-repos/change.ts
const HEADS = "refs/heads/";
/** Accounts that the service makes for pipelines: `Project Collection Build Service (acme)`. */
const BUILD_SERVICE = /\bBuild Service \(/;
/** An account, as pull requests name it. */
function actorOf({ id, displayName, uniqueName }) {
	const name = displayName ?? uniqueName ?? id;
	return {
		account: id,
		name,
		isBot: BUILD_SERVICE.test(name)
	};
}
/** A pull request as Azure Repos words it. */
async function pullOf(azure, number) {
	return require_shortened.ask(azure, { path: `${azure.path}/pullrequests/${number}` }, {
		about: `pull request ${number}`,
		shape: pullShape
	});
}
/** A pull request, with the tip of its target branch: the commit of its last merge may be older. */
async function changeOf(azure, number) {
	const pull = await pullOf(azure, number);
	const base = branchOf(pull.targetRefName);
	const state = stateOf(pull);
	const isFork = pull.forkSource !== null && pull.forkSource !== void 0;
	const fork = pull.forkSource?.repository;
	return {
		...textsOf(pull),
		number: pull.pullRequestId,
		state,
		author: actorOf(pull.createdBy),
		base: {
			branch: base,
			commit: await tipOf(azure, base)
		},
		head: {
			branch: branchOf(pull.sourceRefName),
			commit: pull.lastMergeSourceCommit?.commitId ?? "",
			repository: isFork ? fork ? `${fork.project.name}/${fork.name}` : null : ownName(azure),
			isFork
		},
		labels: (pull.labels ?? []).flatMap(({ name, active }) => active === false ? [] : name),
		mergeCommit: state === "merged" ? pull.lastMergeCommit?.commitId ?? null : null
	};
}
function ownName({ project, repository }) {
	return `${project}/${repository}`;
}
/** The parts that people write, and the page where they do, which the service does not tell. */
function textsOf({ title, description, isDraft, pullRequestId, repository }) {
	const url = `${repository.remoteUrl ?? ""}/pullrequest/${pullRequestId}`;
	return {
		title,
		body: description ?? "",
		url,
		draft: isDraft ?? false
	};
}
function stateOf({ status }) {
	if (status === "completed") return "merged";
	return status === "abandoned" ? "closed" : "open";
}
function branchOf(ref) {
	return ref.startsWith(HEADS) ? ref.slice(11) : ref;
}
/** The tip of a branch; the filter is a prefix, so more may come. Null: there is no such branch. */
async function tipOf(azure, branch) {
	const request = {
		path: `${azure.path}/refs`,
		query: { filter: `heads/${branch}` }
	};
	const { value } = await require_shortened.ask(azure, request, {
		about: `branch ${branch}`,
		shape: refsShape
	});
	return value.find(({ name }) => name === `${HEADS}${branch}`)?.objectId ?? null;
}
/** The newest open pull request of a branch. */
async function forBranch(azure, head, base) {
	const fork = await forkOf(azure, head);
	const query = {
		"searchCriteria.status": "active",
		"searchCriteria.sourceRefName": `${HEADS}${head.branch}`,
		"searchCriteria.targetRefName": base === void 0 ? void 0 : `${HEADS}${base}`,
		"searchCriteria.sourceRepositoryId": fork?.id
	};
	const { value } = await require_shortened.ask(azure, {
		path: `${azure.path}/pullrequests`,
		query
	}, {
		about: `pull request of ${head.branch}`,
		shape: pullsShape
	});
	const own = value.filter(({ forkSource }) => (forkSource ?? null) === null || fork !== null);
	return own.length === 0 ? null : Math.max(...own.map(({ pullRequestId }) => pullRequestId));
}
/** Null: the branch is in the repository that is asked. */
async function forkOf(azure, { repository }) {
	if (repository === null || repository === ownName(azure)) return null;
	const [project = "", ...name] = repository.split("/");
	const path = repositoryPath(project, name.join("/"));
	return require_shortened.ask(azure, { path }, {
		about: `repository ${repository}`,
		shape: repositoryShape
	});
}
/** Opens a pull request. */
async function create(azure, { head, base, title, body, draft }) {
	const fork = await forkOf(azure, head);
	const json = {
		sourceRefName: `${HEADS}${head.branch}`,
		targetRefName: `${HEADS}${base}`,
		title,
		description: body,
		isDraft: draft,
		...fork === null ? {} : { forkSource: { repository: { id: fork.id } } }
	};
	const pull = await require_shortened.ask(azure, {
		method: "POST",
		path: `${azure.path}/pullrequests`,
		json
	}, {
		about: `a pull request of ${head.branch}`,
		shape: pullShape,
		wanted: 201
	});
	return {
		number: pull.pullRequestId,
		url: textsOf(pull).url
	};
}
/** Sets title, description or both. */
async function write(azure, number, { title, body }) {
	const json = {
		...title === void 0 ? {} : { title },
		description: body
	};
	await require_shortened.ask(azure, {
		method: "PATCH",
		path: `${azure.path}/pullrequests/${number}`,
		json
	}, {
		about: `pull request ${number}`,
		shape: pullShape
	});
}

// src/forge/azure-repos/iterations.ts
/** Every push, oldest first. */
async function iterationsOf(azure, number) {
	const { value } = await require_shortened.ask(azure, { path: `${azure.path}/pullRequests/${number}/iterations` }, {
		about: `pull request ${number}`,
		shape: iterationsShape
	});
	return value.map(({ id, createdDate, sourceRefCommit }) => ({
		id,
		commit: sourceRefCommit.commitId,
		at: require_core.secondsOf(createdDate) ?? 0
	})).sort((one, other) => one.id - other.id);
}

// src/forge/azure-repos/approvals.ts
/** 10: approved. 5: approved with suggestions. Less is none. */
const APPROVED = 5;
/** Votes tell neither when nor of which push; the service's own threads do. A vote that was taken back is found only there. */
async function approvalsOf(azure, number) {
	const { reviewers } = await pullOf(azure, number);
	const votes = await votesOf(azure, number);
	const pushes = await iterationsOf(azure, number);
	const standing = new Map((reviewers ?? []).map((one) => [one.id, one]));
	const approving = [...standing.values()].filter((one) => one.vote >= APPROVED && one.isContainer !== true);
	const former = [...votes.values()].map(({ by }) => by).filter(({ id }) => (standing.get(id)?.vote ?? 0) < APPROVED);
	return [...approving.map((by) => approvalOf(by, votes.get(by.id) ?? null, pushes)), ...former.map((by) => ({
		...approvalOf(by, votes.get(by.id) ?? null, pushes),
		standing: "dismissed"
	}))];
}
function approvalOf(by, vote, pushes) {
	const at = require_text.utc(vote?.at);
	const seconds = require_core.secondsOf(at ?? "") ?? -1;
	const commit = pushes.findLast((push) => push.at <= seconds)?.commit ?? null;
	const isOfHead = commit !== null && commit === pushes.at(-1)?.commit;
	return {
		by: actorOf(by),
		commit,
		at,
		standing: isOfHead ? "valid" : "stale"
	};
}
/** The last approving vote of everybody. */
async function votesOf(azure, number) {
	const { value } = await require_shortened.ask(azure, { path: `${azure.path}/pullRequests/${number}/threads` }, {
		about: `pull request ${number}`,
		shape: threadsShape
	});
	const votes = /* @__PURE__ */ new Map();
	for (const { properties, comments, publishedDate } of value) {
		const by = comments[0]?.author;
		const result = Number(properties?.CodeReviewVoteResult?.$value ?? 0);
		if (properties?.CodeReviewThreadType?.$value !== "VoteUpdate" || result < APPROVED) continue;
		if (by !== null && by !== void 0) votes.set(by.id, {
			by,
			at: publishedDate ?? ""
		});
	}
	return votes;
}

// src/forge/azure-repos/arrivals.ts
/** Commits of one query. The service names no limit; answers hold whole pull requests. */
const BATCH = 50;
/** What merged a commit, and what made it by merging. */
const WAYS = ["commit", "lastMergeCommit"];
/** A pull request is closed when it is completed, that is, merged; one that was given up has that date too. */
function azureArrivals(azure, commits) {
	const question = {
		about: `repository ${azure.repository}`,
		shape: repositoryShape
	};
	const here = require_core.once(() => require_shortened.ask(azure, { path: azure.path }, question));
	return require_shortened.arrivalsOf(commits, BATCH, async (batch) => mergesOf(azure, batch, await here()));
}
async function mergesOf(azure, batch, here) {
	const json = { queries: WAYS.map((type) => ({
		type,
		items: batch
	})) };
	const request = {
		method: "POST",
		path: `${azure.path}/pullrequestquery`,
		json,
		reads: true
	};
	const { results } = await require_shortened.ask(azure, request, {
		about: "merge times",
		shape: pullQueryShape
	});
	return results.flatMap((byCommit) => Object.entries(byCommit).map(([commit, pulls]) => {
		return [commit, pulls.filter((pull) => pull.status === "completed" && pull.repository.id === here.id && pull.targetRefName === here.defaultBranch).map(({ pullRequestId, closedDate }) => ({
			number: pullRequestId,
			at: closedDate
		}))];
	}));
}

// src/forge/azure-repos/check.ts
/** What statuses are grouped by; a branch's policy names it with the status. */
const GENRE = "golden-thread";
/** Characters of a description. */
const LONGEST_DESCRIPTION = 500;
const STATES = {
	pass: "succeeded",
	fail: "failed",
	undecided: "error",
	pending: "pending"
};
/** A status of the pull request, for the push that it judges: only that one can block a merge. Else one of the commit. */
async function check(azure, wanted) {
	const { commit, number, name, verdict, title, url } = wanted;
	const json = {
		state: STATES[verdict],
		description: require_shortened.shortened(title, LONGEST_DESCRIPTION),
		context: {
			name,
			genre: GENRE
		},
		...url === null ? {} : { targetUrl: url },
		...number === null ? {} : { iterationId: await iterationOf(azure, number, commit) }
	};
	const place = number === null ? `commits/${encodeURIComponent(commit)}` : `pullRequests/${number}`;
	const request = {
		method: "POST",
		path: `${azure.path}/${place}/statuses`,
		json
	};
	const wantedStatus = number === null ? 201 : 200;
	await require_shortened.ask(azure, request, {
		about: `check ${name} of ${commit}`,
		shape: anyShape,
		wanted: wantedStatus
	});
}
async function iterationOf(azure, number, commit) {
	const found = (await iterationsOf(azure, number)).findLast((one) => one.commit === commit);
	if (found !== void 0) return found.id;
	throw new require_git.Fault("usage", `${azure.remote}'s pull request ${number} never had ${commit} as its head.`, { found: commit });
}

// src/forge/azure-repos/comments.ts
/** Threads of a pull request, of which the first comment counts. `page`: where people read it. */
function commentsOf(azure, number, page) {
	const about = `pull request ${number}`;
	const path = `${azure.path}/pullRequests/${number}/threads`;
	const posted = (thread) => ({
		id: String(thread),
		url: `${page}?discussionId=${thread}`
	});
	return {
		async *list() {
			const { value } = await require_shortened.ask(azure, { path }, {
				about,
				shape: threadsShape
			});
			for (const { id, comments, isDeleted } of value) {
				const [first] = comments;
				if (first === void 0 || isDeleted === true || first.isDeleted === true) continue;
				const { author, content } = first;
				yield {
					at: `${path}/${id}/comments/${first.id}`,
					account: author?.id ?? "",
					body: content ?? "",
					posted: posted(id)
				};
			}
		},
		async post(body) {
			const { id } = await require_shortened.ask(azure, {
				method: "POST",
				path,
				json: {
					comments: [{
						parentCommentId: 0,
						content: body,
						commentType: "text"
					}],
					status: "closed"
				}
			}, {
				about,
				shape: threadShape
			});
			return posted(id);
		},
		async rewrite({ at }, body) {
			await require_shortened.ask(azure, {
				method: "PATCH",
				path: at,
				json: { content: body }
			}, {
				about,
				shape: commentShape
			});
		},
		async remove({ at }) {
			await require_shortened.gone(azure, {
				method: "DELETE",
				path: at
			}, about);
		}
	};
}

// src/forge/azure-repos/commits.ts
/** Commits of one page. */
const PAGE$1 = 100;
/** Commits that are asked for at the same time. */
const AT_ONCE = 8;
/** The list cuts messages and tells no parents, so every commit is asked for. */
async function commitsOf(azure, number) {
	const head = (await pullOf(azure, number)).lastMergeSourceCommit?.commitId;
	const ids = await listed(azure, number);
	const commits = [];
	for (let from = 0; from < ids.length; from += AT_ONCE) commits.push(...await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => commitOf(azure, id))));
	return {
		commits: commits.reverse(),
		complete: head !== void 0 && ids.includes(head)
	};
}
/** Newest first. */
async function listed(azure, number) {
	const ids = [];
	for (let token;;) {
		const query = {
			$top: PAGE$1,
			continuationToken: token
		};
		const reply = await azure.send({
			path: `${azure.path}/pullRequests/${number}/commits`,
			query
		});
		const { value } = await require_refusal.expect(azure, `pull request ${number}`, {
			reply,
			shape: commitIdsShape
		});
		ids.push(...value.map(({ commitId }) => commitId));
		const next = reply.headers["x-ms-continuationtoken"];
		if (next === void 0 || next === token || value.length === 0) return ids;
		token = next;
	}
}
async function commitOf(azure, id) {
	const request = { path: `${azure.path}/commits/${encodeURIComponent(id)}` };
	return wordedAsOurs(await require_shortened.ask(azure, request, {
		about: `commit ${id}`,
		shape: commitShape
	}));
}
function wordedAsOurs({ commitId, parents, comment, author, committer }) {
	return {
		id: commitId,
		parents: parents ?? [],
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
		message: comment,
		paths: null
	};
}

// src/forge/azure-repos/labels.ts
/** Labels of a pull request, one by one; Azure Repos makes one that is not there yet. */
async function changeLabels(azure, number, { add, remove }) {
	const path = `${azure.path}/pullRequests/${number}/labels`;
	const about = `labels of pull request ${number}`;
	for (const name of add) await require_shortened.ask(azure, {
		method: "POST",
		path,
		json: { name }
	}, {
		about,
		shape: anyShape
	});
	for (const name of remove) await require_shortened.gone(azure, {
		method: "DELETE",
		path: `${path}/${encodeURIComponent(name)}`
	}, about);
}

// src/forge/azure-repos/open-changes.ts
/** Entries of one page. */
const PAGE = 100;
/** Open pull requests, newest first. A list cuts descriptions, so each is asked for alone. */
async function* openChanges(azure) {
	const path = `${azure.path}/pullrequests`;
	for (let skip = 0;; skip += PAGE) {
		const { value } = await require_shortened.ask(azure, {
			path,
			query: {
				"searchCriteria.status": "active",
				$top: PAGE,
				$skip: skip
			}
		}, {
			about: "open pull requests",
			shape: pullsShape
		});
		const numbers = value.map(({ pullRequestId }) => pullRequestId).sort((one, other) => other - one);
		for (const number of numbers) yield changeOf(azure, number);
		if (value.length < PAGE) return;
	}
}
/** Open pull requests of a head. */
async function changesOf(azure, commit) {
	const request = {
		method: "POST",
		path: `${azure.path}/pullrequestquery`,
		json: { queries: [{
			type: "commit",
			items: [commit]
		}] },
		reads: true
	};
	const { results } = await require_shortened.ask(azure, request, {
		about: `commit ${commit}`,
		shape: pullQueryShape
	});
	return results.flatMap((result) => Object.values(result).flat()).filter((pull) => pull.status === "active" && pull.lastMergeSourceCommit?.commitId === commit).map(({ pullRequestId }) => pullRequestId).sort((one, other) => other - one);
}

// src/forge/azure-repos/protection.ts
/** Kinds of policies: the same ids in every organization. */
const KINDS = {
	reviewers: "fa4e907d-c16b-4a4c-9dfa-4906e5d171dd",
	owners: "fd2167ab-b0be-447a-8ec8-39368250530e",
	build: "0609b952-1397-4640-95ec-e00a01b2c241",
	status: "cbdc66da-9728-4af8-aada-9a5a32e4a226",
	merging: "fa4e907d-c16b-4a4c-9dfa-4916e5d171ab"
};
/** What blocks a branch. Whether history may be rewritten is a permission; a branch with any such policy can't be pushed to. */
async function protectionOf(azure, branch) {
	if (await tipOf(azure, branch) === null) throw require_trouble.trouble("absent", `${azure.remote} has no branch ${branch}.`);
	const policies = await blocking(azure, branch);
	const counts = policies.map((one) => one.type.id === KINDS.reviewers ? one.settings.minimumApproverCount ?? 0 : 0);
	return {
		requiredChecks: policies.flatMap(checkOf),
		requiredApprovals: Math.max(0, ...counts),
		forcePushes: policies.length > 0 ? false : null,
		pinnedChecks: policies.flatMap((one) => one.type.id === KINDS.build || one.settings.authorId ? checkOf(one) : []),
		upToDate: null,
		deletions: policies.length > 0 ? false : null,
		directPushes: policies.length > 0 ? false : null,
		bypass: null,
		ownersReview: ownersIn(policies),
		fixedTags: null,
		page: pageFor(azure, branch)
	};
}
/** Where people look ("Branch policies and settings", "Set Git repository permissions"): what is a permission is told to no reader of policies. */
function pageFor({ repository }, branch) {
	return `Project settings > Repositories > ${repository}: Policies for ${branch}, Security for ${[
		"Bypass policies when completing pull requests",
		"Bypass policies when pushing",
		"Force push"
	].join(", ")}`;
}
/**
* Whether somebody in particular has to approve a change to the policy ("Required reviewers policy"; `*` stands for any text). Null: somebody
* has to for other files, and the policy may stand among them.
*/
function ownersIn(policies) {
	const asking = policies.filter(({ type, settings }) => type.id === KINDS.owners && (settings.requiredReviewerIds ?? []).length > 0);
	if (asking.length === 0) return false;
	return asking.some(({ settings: { filenamePatterns } }) => {
		const patterns = filenamePatterns ?? [];
		return patterns.length === 0 || patterns.some((one) => /^\/?\*+$|^\/golden-thread\.yml$/.test(one));
	}) ? true : null;
}
/** Policies of a branch; null: of the default branch. */
async function blocking(azure, branch) {
	const about = `policies of ${branch ?? azure.repository}`;
	const { id, defaultBranch } = await require_shortened.ask(azure, { path: azure.path }, {
		about,
		shape: repositoryShape
	});
	const refName = branch === null ? defaultBranch ?? void 0 : `refs/heads/${branch}`;
	const path = `/${encodeURIComponent(azure.project)}/_apis/git/policy/configurations`;
	const { value } = await require_shortened.ask(azure, {
		path,
		query: {
			repositoryId: id,
			refName
		}
	}, {
		about,
		shape: policiesShape
	});
	return value.filter(({ isEnabled, isBlocking }) => isEnabled && isBlocking);
}
function checkOf({ type, settings }) {
	switch (type.id) {
		case KINDS.status: return [[settings.statusGenre, settings.statusName].filter(Boolean).join("/")];
		case KINDS.build: return [settings.displayName ?? "build"];
		default: return [];
	}
}
/** Every way but those that a policy of the default branch takes away. */
async function mergingOf(azure) {
	const limits = (await blocking(azure, null)).filter(({ type }) => type.id === KINDS.merging);
	const allows = (picks) => limits.every(({ settings }) => picks(settings));
	return {
		methods: [
			...allows((one) => one.allowNoFastForward === true) ? ["merge"] : [],
			...allows((one) => one.allowSquash === true) ? ["squash"] : [],
			...allows((one) => one.allowRebase === true || one.allowRebaseMerge === true) ? ["rebase"] : []
		],
		squashTitle: null,
		squashMessage: null
	};
}
/** Whether anybody sees the project, and its repositories with it. */
async function visibilityOf(azure) {
	const question = {
		about: `repository ${azure.repository}`,
		shape: repositoryShape
	};
	const { visibility } = (await require_shortened.ask(azure, { path: azure.path }, question)).project;
	if (typeof visibility !== "string") return null;
	return visibility === "public" ? "public" : "private";
}

// src/forge/azure-repos/index.ts
/** Characters of a description and of a comment. */
const LIMITS = {
	body: 4e3,
	comment: 15e4
};
/** Whom the service takes a request for that has no token that counts. */
const ANONYMOUS = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";
/** Pull requests of Azure Repos, in the service or on a server of one's own. */
const connect = (place, http) => {
	const azure = azureLine(place, http);
	const { remote } = place;
	const actor = require_core.once(() => azureActor(azure));
	const read = async (number) => textsOf(await pullOf(azure, number));
	const port = {
		remote,
		limits: LIMITS,
		forBranch: (head, base) => forBranch(azure, head, base)
	};
	return {
		...port,
		actor,
		visibility: () => visibilityOf(azure),
		change: (number) => changeOf(azure, number),
		openChanges: () => openChanges(azure),
		changesOf: (commit) => changesOf(azure, commit),
		commits: (number) => commitsOf(azure, number),
		upsert: (wanted) => require_shortened.upsert({
			...port,
			read,
			create: (one) => create(azure, one),
			write: (number, texts) => write(azure, number, texts)
		}, wanted),
		setBody: (number, body, { expected }) => require_shortened.setBody({
			remote,
			limit: LIMITS.body,
			read,
			write: (at, text) => write(azure, at, { body: text })
		}, number, {
			body,
			expected
		}),
		async comment(number, text, mark, { existing = false } = {}) {
			const account = async () => (await actor()).account;
			const comments = commentsOf(azure, number, (await read(number)).url);
			return (existing ? require_refusal.existingComment : require_refusal.comment)({
				remote,
				limit: LIMITS.comment,
				account,
				...comments
			}, {
				text,
				mark
			});
		},
		labels: (number, changes) => changeLabels(azure, number, changes),
		check: (wanted) => check(azure, wanted),
		arrivals: (commits) => azureArrivals(azure, commits),
		approvals: (number) => approvalsOf(azure, number),
		protection: (branch) => protectionOf(azure, branch),
		merging: () => mergingOf(azure)
	};
};
async function azureActor(azure) {
	const { authenticatedUser: user } = await require_shortened.ask(azure, {
		path: "/_apis/connectionData",
		query: { "api-version": "7.1-preview" }
	}, {
		about: "the account",
		shape: connectionShape
	});
	if (user.id === ANONYMOUS) throw require_trouble.trouble("credentials", `${azure.remote} takes us for nobody: the token did not count.`);
	return actorOf({
		id: user.id,
		displayName: user.providerDisplayName
	});
}

exports.connect = connect;