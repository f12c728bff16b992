"use strict";

const require_open_address = require("./connect-open-address.js");
const require_git = require("./git.js");
const require_check = require("./check.js");
const require_core = require("./core.js");
const require_merge_base = require("./git-merge-base.js");
const require_check_pr = require("./check-pr.js");
const require_gate = require("./gate.js");
const require_opening = require("./opening.js");
const require_place = require("./cli-place.js");
const require_disclosed = require("./reports-disclosed.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports2.js");
const require_check_pr$1 = require("./cli-check-pr.js");
const require_tell_report = require("./cli-tell-report.js");
const require_watched = require("./cli-watched.js");
const require_cli_js = require("../cli.js");

// src/check-ci/insights.ts
/** Where Pipelines lets a step ask the API without a credential: it adds its own to plain http (support.atlassian.com, "Code Insights"). */
const PIPELINES_PROXY = "http://localhost:29418";
const API = "http://api.bitbucket.org/2.0";
/** Unique among the reports on a commit. */
const REPORT = "golden-thread";
/** Most annotations that one request takes, and that one report has. */
const BATCH = 100;
const MOST_ANNOTATIONS = 1e3;
const MOST_BYTES = 1048576;
/** Puts a report on the commit that is built, in place of the one that an earlier run left there. Throws Fault("unavailable"). */
async function postInsights({ env, now }, place, { report, annotations }, proxy = PIPELINES_PROXY) {
	const alone = {
		...env,
		http_proxy: proxy,
		all_proxy: "",
		ALL_PROXY: "",
		no_proxy: "",
		NO_PROXY: ""
	};
	const http = await require_open_address.openAddress(API, {
		env: alone,
		now,
		name: "Bitbucket",
		haste: "hook",
		mostBytes: MOST_BYTES,
		plainProxy: true
	});
	const [owner = "", name = ""] = place.repository.split("/").map(encodeURIComponent);
	const path = `/repositories/${owner}/${name}/commit/${place.commit}/reports/${REPORT}`;
	await ask(http, {
		method: "DELETE",
		path
	}, [
		200,
		204,
		404
	]);
	await ask(http, {
		method: "PUT",
		path,
		json: report
	}, [200]);
	const shown = annotations.slice(0, MOST_ANNOTATIONS);
	for (let at = 0; at < shown.length; at += BATCH) await ask(http, {
		method: "POST",
		path: `${path}/annotations`,
		json: shown.slice(at, at + BATCH)
	}, [200]);
}
async function ask(http, request, wanted) {
	const { status, text } = await http.send(request);
	if (wanted.includes(status)) return;
	throw new require_git.Fault("unavailable", "Bitbucket did not take the report.", {
		found: `${request.method ?? "GET"} answered ${status}: ${text.slice(0, SHOWN$1)}`,
		wanted: wanted.join(" or ")
	});
}
const SHOWN$1 = 200;

// src/ci/run.ts
/** Nothing is known but the system's name. */
function unknownRun(title) {
	return {
		title,
		change: null,
		range: null,
		branch: null,
		defaultBranch: null,
		url: null,
		commits: null,
		isPrivate: null,
		log: null,
		whole: "git fetch --unshallow",
		event: null,
		insights: null
	};
}
/** The value of a variable; null: it is not set, or empty. */
function valueIn(env, name) {
	const value = env[name]?.trim() ?? "";
	return value === "" ? null : value;
}
/** The values of those variables that are set. */
function valuesIn(env, ...names) {
	return names.flatMap((name) => valueIn(env, name) ?? []);
}
/** A pull request by its number; null: that is none (Buildkite says `false`). */
function changeOf(number, target) {
	return number !== null && /^[1-9]\d{0,14}$/.test(number) ? {
		number: Number(number),
		target
	} : null;
}
/** Systems write branches short or in full. */
function shortBranch(name) {
	return name === null ? null : name.replace(/^refs\/heads\//, "");
}
/** An address for people below one that a variable holds; null: it holds none. */
function pageBelow(address, path) {
	return address !== null && /^https?:\/\//.test(address) ? `${address.replace(/\/+$/, "")}/${path}` : null;
}
/** Where a clone keeps the tip of a branch of the forge. */
function tipOf(branch) {
	return branch === null ? [] : [`refs/remotes/origin/${branch}`];
}
/** Ids of commits among some texts; what is all zeros says that there was none. */
function idsAmong(...texts) {
	return texts.flatMap((text) => text !== null && require_core.isObjectId(text) && !/^0+$/.test(text) ? [text] : []);
}

// src/check-ci/ends.ts
/**
* Finds both ends in the clone. What a system does not tell is found from the default branch; a clone that lacks what was told is no
* reason to judge less. Throws Fault("usage" | "repository").
*/
async function endsOf(repo, run, told) {
	const { range } = run;
	if (range === null && told.base === null) throw nothingNew(run);
	const head = await headOf(repo, run, told.head);
	const { base, notices = [] } = told.base === null ? await baseOf(repo, run, head) : { base: await require_git.resolveCommit(repo, told.base) };
	if (repo.shallow && await require_merge_base.mergeBase(repo, base, head) === null) throw shallow(run, base);
	return {
		base,
		head,
		notices
	};
}
/** Throws Fault("usage") where a pull request brings nothing: what was checked out is not its head, or it is merged. */
async function demandNews(repo, run, { base, head }) {
	if (run.change !== null && await require_merge_base.isIn(repo, head, base)) throw nothingIn(run, head);
}
async function headOf(repo, run, told) {
	if (told !== null) return require_git.resolveCommit(repo, told);
	const heads = run.range?.heads ?? ["HEAD"];
	const found = await firstOf(repo, heads);
	if (found !== null) return found;
	if (repo.shallow) throw shallow(run, heads[0] ?? "HEAD");
	throw new require_git.Fault("repository", "The commit that is built is not in this clone.", {
		found: heads[0] ?? "a run that names none",
		wanted: "it, or its name as --head",
		fix: "golden-thread check ci --head HEAD"
	});
}
async function baseOf(repo, run, head) {
	const bases = run.range?.bases ?? [];
	const base = await firstOf(repo, bases);
	if (base !== null) return { base };
	if (bases.length > 0 && repo.shallow) throw shallow(run, bases[0] ?? "");
	const target = run.change?.target ?? null;
	if (target !== null) throw notFetched(target);
	const tip = await defaultTip(repo, run);
	if (run.change !== null) {
		if (tip === null) throw untold(run);
		return { base: tip };
	}
	return beforePush(repo, run, {
		head,
		tip,
		gone: bases[0] ?? null
	});
}
/** On a branch that is new or was rewritten, what the default branch has was there before; on that branch itself, the commit before the last. */
async function beforePush(repo, run, { head, tip, gone }) {
	if (tip !== null && !await require_merge_base.isIn(repo, head, tip)) return {
		base: tip,
		notices: gone === null ? [] : [`before-gone: ${gone}`]
	};
	const parent = await require_git.commitCalled(repo, `${head}^1`);
	if (parent !== null) return {
		base: parent,
		notices: [`before-untold: ${head}`]
	};
	if (repo.shallow) throw shallow(run, `${head}^1`);
	throw untold(run);
}
async function defaultTip(repo, { defaultBranch }) {
	return firstOf(repo, (defaultBranch === null ? await require_git.defaultBranches(repo) : [defaultBranch]).flatMap(tipOf));
}
async function firstOf(repo, names) {
	for (const name of names) {
		const found = await require_git.commitCalled(repo, name);
		if (found !== null) return found;
	}
	return null;
}
function nothingNew({ title }) {
	return new require_git.Fault("usage", `${title} does not say what there is to judge.`, {
		found: "a run that is about no pull request and no branch",
		wanted: "a pull request, a push to a branch, or --base REV",
		fix: "golden-thread check ci --base origin/main"
	});
}
function nothingIn({ title, change }, head) {
	return new require_git.Fault("usage", `Pull request ${change?.number} brings nothing that its target does not have.`, {
		found: `${title} builds ${head}`,
		wanted: "the head of the pull request, as --head REV",
		fix: "golden-thread check ci --head REV"
	});
}
function notFetched(target) {
	return new require_git.Fault("repository", `The tip of ${target} is not in this clone, and its law counts.`, {
		wanted: `refs/remotes/origin/${target}`,
		fix: `git fetch origin +refs/heads/${target}:refs/remotes/origin/${target}`
	});
}
function untold({ title }) {
	return new require_git.Fault("repository", `${title} does not tell what was there before, and this clone does not either.`, {
		found: "no tip of a default branch, and no commit before",
		wanted: "--base REV",
		fix: "git fetch origin +refs/heads/main:refs/remotes/origin/main"
	});
}
function shallow({ title, whole }, missing) {
	return new require_git.Fault("repository", "This clone is shallow, and what is to be judged lies beyond its edge.", {
		found: `no way to ${missing}`,
		wanted: `a whole clone; in ${title}: ${whole}`,
		fix: "git fetch --unshallow"
	});
}

// src/check-ci.ts
/**
* Opens what a run of CI is about. A pull request is asked of its forge where there is one that can be asked; else, like a push, it is a
* range, judged by the law of its base. Throws Fault("usage") where there is nothing to judge, Fault("repository") where the clone does
* not reach it.
*/
async function openCi(world, options, run, asked) {
	const opening = require_opening.startOpening(world, null);
	const repo = await opening.repo;
	const ends = await endsOf(repo, run, asked);
	const { base, head, notices } = ends;
	const gate = await require_gate.openGate(world, {
		...options,
		haste: "command",
		opening,
		policyRef: base
	});
	const { change, branch } = run;
	const readers = await readersOf(gate, run);
	if (change !== null && await gate.forge() !== null) {
		const opened = await require_check_pr.openPullRequest(world, options, {
			...asked,
			number: change.number,
			event: null
		});
		return {
			...opened,
			readers,
			judge: (progress) => require_check_pr.checkPullRequest(opened, progress)
		};
	}
	await demandNews(repo, run, ends);
	const range = {
		range: change === null ? `${base.slice(0, SHOWN)}..${head.slice(0, SHOWN)}` : `#${change.number}`,
		commits: {
			include: [head],
			exclude: [base]
		}
	};
	const told = change === null ? notices : [...notices, `change-by-range: ${change.number}`];
	return {
		gate,
		range,
		live: null,
		readers,
		async judge(progress) {
			const report = await require_check.checkCommits(gate, {
				...range,
				...branch === null ? {} : { ref: `refs/heads/${branch}` },
				...progress ? { progress } : {}
			});
			return {
				...report,
				notices: [...report.notices, ...told]
			};
		}
	};
}
const SHOWN = 10;
/** What can't be told counts as public, so a forge that does not answer is no reason to say less than the verdict. */
async function readersOf(gate, { isPrivate }) {
	const own = await gate.own();
	if (isPrivate !== null) return {
		isPrivate,
		own
	};
	const forge = await gate.forge();
	const told = forge === null ? null : await forge.visibility().catch(unknownTo);
	return {
		isPrivate: told === null ? null : told === "private",
		own
	};
}
function unknownTo(thrown) {
	if (thrown instanceof require_git.Fault) return null;
	throw thrown;
}

// src/ci/github.ts
/** Events that bring commits, or run on a branch. Others are the Action's, which reads their payloads. */
const ON_BRANCHES = /* @__PURE__ */ new Set([
	"push",
	"merge_group",
	"schedule",
	"workflow_dispatch"
]);
/** GitHub Actions (docs.github.com, "Variables reference"). */
function github(env) {
	const repository = valueIn(env, "GITHUB_REPOSITORY");
	const below = (path) => repository === null ? null : pageBelow(valueIn(env, "GITHUB_SERVER_URL"), `${repository}/${path}`);
	const run = valueIn(env, "GITHUB_RUN_ID");
	const known = {
		...unknownRun("GitHub Actions"),
		url: run === null ? null : below(`actions/runs/${run}`),
		commits: below("commit/"),
		log: "github",
		whole: "fetch-depth: 0, below with: of actions/checkout",
		event: valueIn(env, "GITHUB_EVENT_PATH")
	};
	const name = valueIn(env, "GITHUB_EVENT_NAME") ?? "";
	const sha = idsAmong(valueIn(env, "GITHUB_SHA"));
	if (name === "pull_request") return {
		...known,
		...pullRequest(env, sha)
	};
	if (!ON_BRANCHES.has(name) || valueIn(env, "GITHUB_REF_TYPE") === "tag") return known;
	const branch = name === "merge_group" ? null : shortBranch(valueIn(env, "GITHUB_REF"));
	return {
		...known,
		branch,
		range: {
			bases: [],
			heads: [...sha, "HEAD"]
		}
	};
}
/** What is checked out is a merge that GitHub made: its parents are the base and the head. */
function pullRequest(env, merge) {
	const number = /^refs\/pull\/(\d+)\//.exec(valueIn(env, "GITHUB_REF") ?? "")?.[1] ?? null;
	const target = valueIn(env, "GITHUB_BASE_REF");
	return {
		change: changeOf(number, target),
		branch: valueIn(env, "GITHUB_HEAD_REF"),
		range: {
			bases: [...tipOf(target), ...merge.map((id) => `${id}^1`)],
			heads: [...merge.map((id) => `${id}^2`), "HEAD"]
		}
	};
}
/** What the event's own payload says came in; null: it says nothing of that. */
function eventRange(text) {
	const { before, after, merge_group: group } = payloadOf(text);
	const ids = (...found) => idsAmong(...found.map((one) => typeof one === "string" ? one : null));
	const [bases, heads] = [ids(group?.base_sha, before), ids(group?.head_sha, after)];
	return bases.length > 0 && heads.length > 0 ? {
		bases,
		heads
	} : null;
}
function payloadOf(text) {
	try {
		return JSON.parse(text) ?? {};
	} catch {
		return {};
	}
}

// src/ci/azure.ts
/** Azure Pipelines (learn.microsoft.com, "Use predefined variables"). GitHub's pull requests have a number beside Azure's own id. */
function azure(env) {
	const of = (name) => valueIn(env, name);
	const numbers = valuesIn(env, "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER", "SYSTEM_PULLREQUEST_PULLREQUESTID");
	const target = shortBranch(of("SYSTEM_PULLREQUEST_TARGETBRANCH"));
	const change = changeOf(numbers[0] ?? null, target);
	const built = idsAmong(of("BUILD_SOURCEVERSION"));
	const known = {
		...unknownRun("Azure Pipelines"),
		change,
		url: urlOf(env),
		log: "azure",
		whole: "fetchDepth: 0, in the step checkout: self"
	};
	if (change !== null) return {
		...known,
		branch: shortBranch(of("SYSTEM_PULLREQUEST_SOURCEBRANCH")),
		range: {
			bases: [...tipOf(target), ...built.map((id) => `${id}^1`)],
			heads: [...idsAmong(of("SYSTEM_PULLREQUEST_SOURCECOMMITID")), ...built.map((id) => `${id}^2`)]
		}
	};
	const ref = of("BUILD_SOURCEBRANCH") ?? "";
	if (!ref.startsWith("refs/heads/")) return known;
	return {
		...known,
		branch: shortBranch(ref),
		range: {
			bases: [],
			heads: built
		}
	};
}
function urlOf(env) {
	const [collection, project, id] = valuesIn(env, "SYSTEM_COLLECTIONURI", "SYSTEM_TEAMPROJECT", "BUILD_BUILDID");
	if (collection === void 0 || project === void 0 || id === void 0) return null;
	return `${collection.replace(/\/?$/, "/")}${encodeURIComponent(project)}/_build/results?buildId=${id}`;
}

// src/ci/bitbucket.ts
/** Bitbucket Pipelines (support.atlassian.com, "Variables and secrets"). It tells nothing of what was there before a push. */
function bitbucket(env) {
	const of = (name) => valueIn(env, name);
	const target = of("BITBUCKET_PR_DESTINATION_BRANCH");
	const change = changeOf(of("BITBUCKET_PR_ID"), target);
	const ids = (name) => valuesIn(env, name).filter((id) => /^[0-9a-f]{12,64}$/.test(id));
	const heads = ids("BITBUCKET_COMMIT");
	const [repository, commit] = [of("BITBUCKET_REPO_FULL_NAME"), heads[0]];
	const run = of("BITBUCKET_BUILD_NUMBER");
	const known = {
		...unknownRun("Bitbucket Pipelines"),
		change,
		branch: of("BITBUCKET_BRANCH"),
		url: repository && run ? `https://bitbucket.org/${repository}/pipelines/results/${run}` : null,
		commits: repository === null ? null : `https://bitbucket.org/${repository}/commits/`,
		whole: "clone: { depth: full }, in bitbucket-pipelines.yml",
		insights: repository !== null && commit !== void 0 ? {
			repository,
			commit
		} : null
	};
	if (change !== null) return {
		...known,
		range: {
			bases: [...ids("BITBUCKET_PR_DESTINATION_COMMIT"), ...tipOf(target)],
			heads
		}
	};
	return {
		...known,
		range: known.branch === null ? null : {
			bases: [],
			heads
		}
	};
}

// src/ci/buildkite.ts
/** Buildkite (buildkite.com/docs, "Environment variables"). A commit that was not resolved yet is called HEAD. */
function buildkite(env) {
	const of = (name) => valueIn(env, name);
	const target = of("BUILDKITE_PULL_REQUEST_BASE_BRANCH");
	const change = changeOf(of("BUILDKITE_PULL_REQUEST"), target);
	const heads = [...idsAmong(of("BUILDKITE_COMMIT")), "HEAD"];
	const bases = change === null ? [] : tipOf(target);
	return {
		...unknownRun("Buildkite"),
		change,
		range: of("BUILDKITE_TAG") === null ? {
			bases,
			heads
		} : null,
		branch: of("BUILDKITE_BRANCH"),
		defaultBranch: of("BUILDKITE_PIPELINE_DEFAULT_BRANCH"),
		url: of("BUILDKITE_BUILD_URL"),
		whole: "no --depth in BUILDKITE_GIT_CLONE_FLAGS and BUILDKITE_GIT_FETCH_FLAGS of the agent"
	};
}

// src/ci/circleci.ts
/**
* CircleCI (circleci.com, "Project values and variables"). It names no target of a pull request and nothing from before a push:
* `--base << pipeline.git.base_revision >>` tells that.
*/
function circleci(env) {
	const of = (name) => valueIn(env, name);
	const number = of("CIRCLE_PR_NUMBER") ?? /\/(\d+)$/.exec(of("CIRCLE_PULL_REQUEST") ?? "")?.[1] ?? null;
	const branch = of("CIRCLE_BRANCH");
	return {
		...unknownRun("CircleCI"),
		change: changeOf(number, null),
		branch: branch?.startsWith("pull/") === true ? null : branch,
		range: branch === null ? null : {
			bases: [],
			heads: [...idsAmong(of("CIRCLE_SHA1")), "HEAD"]
		},
		url: of("CIRCLE_BUILD_URL"),
		whole: "method: full, in the step checkout"
	};
}

// src/ci/generic.ts
/** Some system that sets CI and no more that we know: what is to be judged has to be said. */
function generic() {
	return unknownRun("CI");
}

// src/ci/gitlab.ts
/**
* GitLab CI (docs.gitlab.com, "Predefined CI/CD variables reference"). CI_MERGE_REQUEST_DIFF_BASE_SHA is where the branch began, not the
* tip of its target, and stays when the target is changed: the law of neither day counts.
*/
function gitlab(env) {
	const of = (name) => valueIn(env, name);
	const target = of("CI_MERGE_REQUEST_TARGET_BRANCH_NAME");
	const change = changeOf(of("CI_MERGE_REQUEST_IID"), target);
	const commit = of("CI_COMMIT_SHA");
	const visibility = of("CI_PROJECT_VISIBILITY");
	const known = {
		...unknownRun("GitLab CI"),
		change,
		defaultBranch: of("CI_DEFAULT_BRANCH"),
		url: of("CI_JOB_URL"),
		commits: pageBelow(of("CI_PROJECT_URL"), "-/commit/"),
		isPrivate: visibility === null ? null : visibility === "private",
		whole: "GIT_DEPTH: \"0\", below variables: of the job"
	};
	if (change !== null) return {
		...known,
		branch: of("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"),
		range: {
			bases: [...idsAmong(of("CI_MERGE_REQUEST_TARGET_BRANCH_SHA")), ...tipOf(target)],
			heads: idsAmong(of("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"), commit)
		}
	};
	const branch = of("CI_COMMIT_BRANCH");
	if (branch === null) return known;
	return {
		...known,
		branch,
		range: {
			bases: idsAmong(of("CI_COMMIT_BEFORE_SHA")),
			heads: idsAmong(commit)
		}
	};
}

// src/ci/jenkins.ts
/**
* Jenkins (its page /env-vars.html; the git plugin's README). Branches that several jobs build have CHANGE_* for their pull requests;
* what was built with success before was judged then.
*/
function jenkins(env) {
	const of = (name) => valueIn(env, name);
	const target = of("CHANGE_TARGET");
	const change = changeOf(of("CHANGE_ID"), target);
	const heads = [...idsAmong(of("GIT_COMMIT")), "HEAD"];
	const known = {
		...unknownRun("Jenkins"),
		change,
		url: of("BUILD_URL"),
		whole: "no \"Shallow clone\" among the job's advanced clone behaviours"
	};
	if (change !== null) return {
		...known,
		branch: of("CHANGE_BRANCH"),
		range: {
			bases: tipOf(target),
			heads
		}
	};
	if (of("TAG_NAME") !== null) return known;
	return {
		...known,
		branch: of("BRANCH_NAME") ?? of("GIT_BRANCH")?.replace(/^origin\//, "") ?? null,
		range: {
			bases: idsAmong(of("GIT_PREVIOUS_SUCCESSFUL_COMMIT")),
			heads
		}
	};
}

// src/ci/teamcity.ts
/** TeamCity (jetbrains.com, "List of Predefined Build Parameters"). Branch and pull request are parameters that no variable holds. */
function teamcity(env) {
	const heads = [...idsAmong(valueIn(env, "BUILD_VCS_NUMBER")), "HEAD"];
	return {
		...unknownRun("TeamCity"),
		range: {
			bases: [],
			heads
		},
		log: "teamcity"
	};
}

// src/ci/index.ts
/**
* The registry of CI systems, in the order in which they are asked for. A new one is a file here, a line below and its variable in
* variables.ts, which the start of every command can read without any of this.
*/
const systems = [
	{
		variable: require_place.SYSTEM_VARIABLES.github,
		read: github
	},
	{
		variable: require_place.SYSTEM_VARIABLES.gitlab,
		read: gitlab
	},
	{
		variable: require_place.SYSTEM_VARIABLES.azure,
		read: azure
	},
	{
		variable: require_place.SYSTEM_VARIABLES.bitbucket,
		read: bitbucket
	},
	{
		variable: require_place.SYSTEM_VARIABLES.teamcity,
		read: teamcity
	},
	{
		variable: require_place.SYSTEM_VARIABLES.jenkins,
		read: jenkins
	},
	{
		variable: require_place.SYSTEM_VARIABLES.circleci,
		read: circleci
	},
	{
		variable: require_place.SYSTEM_VARIABLES.buildkite,
		read: buildkite
	},
	{
		variable: require_place.SYSTEM_VARIABLES.generic,
		read: generic
	}
];
/** What the variables of a process say of the run of CI that it is part of; null: no system is recognised. */
function recognise(env) {
	return systems.find(({ variable }) => require_place.isSet(env, variable))?.read(env) ?? null;
}

// src/cli/check-ci.ts
/** `check ci`: judges what this run of CI is about, and ends with the verdict as exit code. */
async function checkCi(words, io, world, asked) {
	const { manual, targets, folder, ...options } = asked;
	const found = words.positionals[1];
	if (found !== void 0) throw require_cli_js.usage(manual, "check ci takes options alone.", {
		found,
		wanted: "--base REV"
	});
	const run = await runOf(io);
	io.stderr.write(`${recognised(run)}\n`);
	const opened = await openCi(world, options, run, {
		base: words.one("base"),
		head: words.one("head")
	});
	const report = await require_watched.watched(io, (progress) => opened.judge(progress));
	const { gate, range, readers } = opened;
	const told = await require_tell_report.tellReport(io, gate, report, {
		targets: [...targets, ...logTarget(run, targets)],
		range,
		terms: {
			disclosure: require_disclosed.disclosureOf(gate.law, readers),
			own: readers.own
		},
		links: linksOf(run, report)
	});
	if (folder !== null) {
		const where = await whereIn(opened, run);
		await (await Promise.resolve().then(() => require("./cli-check-folder.js"))).writeCheckFolder({
			io,
			world,
			gate
		}, told, {
			...folder,
			where
		});
	}
	if (run.insights !== null) await tellBitbucket(io, world, run.insights, told);
	return require_world.exitCode(report.verdict);
}
/** What landed is what was pushed. */
async function whereIn({ gate, range, live }, { change, branch, url }) {
	const run = {
		invocation: url,
		attempt: null,
		repository: null
	};
	if (live !== null) return require_check_pr$1.whereOf(live, {
		event: "pull_request",
		invocation: url
	});
	const commits = range === null ? null : await gate.commits(range);
	const into = change === null ? branch : change.target;
	const targetRef = into === null ? null : `refs/heads/${into}`;
	return change === null ? {
		...run,
		commits,
		targetRef,
		event: "push",
		phase: "post-merge"
	} : {
		...run,
		commits,
		targetRef,
		event: "pull_request",
		phase: "pre-merge"
	};
}
async function runOf(io) {
	const run = require_place.inCi(io) ? recognise(io.env) : null;
	if (run === null) throw noSystem();
	if (run.event === null || run.change !== null || run.range === null) return run;
	const text = new TextDecoder().decode(await io.readFile(run.event));
	return {
		...run,
		range: eventRange(text) ?? run.range
	};
}
function noSystem() {
	return new require_git.Fault("usage", "No CI system is recognised here.", {
		found: `none of ${Object.values(require_place.SYSTEM_VARIABLES).join(", ")} is set`,
		wanted: "a run of CI; anywhere else, a range",
		fix: "golden-thread check range origin/main..HEAD"
	});
}
/** One line that says what was recognised. */
function recognised({ title, change, branch, url }) {
	const target = change?.target == null ? "" : ` into ${change.target}`;
	const what = change === null ? branch === null ? "no pull request" : `a push to ${branch}` : `pull request ${change.number}${target}`;
	return require_escape.terminal(`${title}: ${what}${url === null ? "" : ` (${url})`}`);
}
/** Where readers of a file find more; null: no variable tells the site. */
function linksOf({ commits, url }, { proposal }) {
	return commits === null ? null : {
		commit: (id) => `${commits}${id}`,
		change: proposal?.url ?? null,
		run: url
	};
}
/** The system's own format stands beside text in its log, unless something else was asked for there. */
function logTarget({ log }, targets) {
	return targets.some(({ format, file }) => format === "text" && file === null) && log !== null ? [{
		format: log,
		file: null
	}] : [];
}
/** A report that Bitbucket does not take changes no verdict. */
async function tellBitbucket(io, world, place, { report, showing }) {
	const render = (await require_reports.formats.bitbucket())({
		...showing,
		color: false,
		columns: io.stdout.columns
	});
	try {
		await postInsights(world, place, JSON.parse([...render(report).body].join("")));
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault)) throw thrown;
		const found = thrown.found === void 0 ? "" : ` ${thrown.found}`;
		io.stderr.write(`${require_escape.terminal(`Bitbucket shows no report of this run: ${thrown.message}${found}`)}\n`);
	}
}

exports.checkCi = checkCi;