"use strict";

const require_cli_js = require("../cli.js");

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
/** What CI systems set; not all of them set `CI` (Azure Pipelines, Jenkins, TeamCity). */
const CI_VARIABLES = [
	"CI",
	"GITHUB_ACTIONS",
	"TF_BUILD",
	"JENKINS_URL",
	"TEAMCITY_VERSION"
];
/** Where the verdict is asked for: as told, else by the variable that CI systems set. */
function placeOf(manual, words, { env }) {
	const told = words.one("place");
	const place = PLACES.find((name) => name === told);
	if (place !== void 0) return place;
	if (told !== null) throw require_cli_js.usage(manual, "There is no such place.", {
		found: told,
		wanted: PLACES.join(", ")
	});
	return isCi(env) ? "ci" : "hook";
}
/** Whether this is a run of CI, by the variables that such systems set. */
function isCi(env) {
	const isSet = (name) => ![
		"",
		"0",
		"false"
	].includes((env[name] ?? "").toLowerCase());
	return CI_VARIABLES.some(isSet);
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
Object.defineProperty(exports, "isCi", {
  enumerable: true,
  get: function () {
    return isCi;
  }
});
Object.defineProperty(exports, "placeOf", {
  enumerable: true,
  get: function () {
    return placeOf;
  }
});