"use strict";

const require_cli_js = require("../cli.js");

// src/ci/variables.ts
/** The variable by which each CI system is known. Not all of them set `CI` (Azure Pipelines, Jenkins, TeamCity). */
const SYSTEM_VARIABLES = {
	github: "GITHUB_ACTIONS",
	gitlab: "GITLAB_CI",
	azure: "TF_BUILD",
	bitbucket: "BITBUCKET_BUILD_NUMBER",
	teamcity: "TEAMCITY_VERSION",
	jenkins: "JENKINS_URL",
	circleci: "CIRCLECI",
	buildkite: "BUILDKITE",
	generic: "CI"
};
/** Whether this is a run of CI, by the variables that such systems set. */
function isCi(env) {
	return Object.values(SYSTEM_VARIABLES).some((name) => isSet(env, name));
}
/** A variable that says no is as good as none. */
function isSet(env, name) {
	return ![
		"",
		"0",
		"false"
	].includes((env[name] ?? "").toLowerCase());
}

// src/cli/place.ts
/** Where a verdict can be asked for. */
const PLACES = [
	"hook",
	"ci",
	"server"
];
/** `--place`, the same for every command that judges. */
const PLACE_OPTION = {
	name: "place",
	value: "PLACE",
	values: PLACES,
	does: "hook, ci or server: whose rules for what is unknown apply (ci where CI is set, else hook)"
};
/** Where the verdict is asked for: as told, else by the variable that CI systems set. */
function placeOf(manual, words, { env }) {
	const told = words.one("place");
	const place = PLACES.find((name) => name === told);
	if (place !== void 0) return place;
	if (told !== null) throw require_cli_js.usage(manual, "There is no such place.", {
		found: told,
		wanted: PLACES.join(", ")
	});
	return inCi({ env }) ? "ci" : "hook";
}
/** Whether this is a run of CI. */
function inCi({ env }) {
	return isCi(env);
}

Object.defineProperty(exports, "PLACES", {
  enumerable: true,
  get: function () {
    return PLACES;
  }
});
Object.defineProperty(exports, "PLACE_OPTION", {
  enumerable: true,
  get: function () {
    return PLACE_OPTION;
  }
});
Object.defineProperty(exports, "SYSTEM_VARIABLES", {
  enumerable: true,
  get: function () {
    return SYSTEM_VARIABLES;
  }
});
Object.defineProperty(exports, "inCi", {
  enumerable: true,
  get: function () {
    return inCi;
  }
});
Object.defineProperty(exports, "isSet", {
  enumerable: true,
  get: function () {
    return isSet;
  }
});
Object.defineProperty(exports, "placeOf", {
  enumerable: true,
  get: function () {
    return placeOf;
  }
});