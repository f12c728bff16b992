"use strict";

// src/reports/index.ts
/** The registry of formats: name -> module, loaded when it is asked for. A new format is a file here and a line below. */
const formats = {
	azure: async () => (await Promise.resolve().then(() => require("./reports-azure.js"))).renderer,
	bitbucket: async () => (await Promise.resolve().then(() => require("./reports-bitbucket.js"))).renderer,
	csv: async () => (await Promise.resolve().then(() => require("./reports-csv.js"))).renderer,
	github: async () => (await Promise.resolve().then(() => require("./reports-github.js"))).renderer,
	gitlab: async () => (await Promise.resolve().then(() => require("./reports-gitlab.js"))).renderer,
	html: async () => (await Promise.resolve().then(() => require("./reports-html.js"))).renderer,
	json: async () => (await Promise.resolve().then(() => require("./reports-json.js"))).renderer,
	junit: async () => (await Promise.resolve().then(() => require("./reports-junit.js"))).renderer,
	markdown: async () => (await Promise.resolve().then(() => require("./reports-markdown.js"))).renderer,
	sarif: async () => (await Promise.resolve().then(() => require("./reports-sarif.js"))).renderer,
	teamcity: async () => (await Promise.resolve().then(() => require("./reports-teamcity.js"))).renderer,
	text: async () => (await Promise.resolve().then(() => require("./reports-text.js")).then((n) => n.text_exports)).renderer
};
/** Every format's name, sorted. */
const formatNames = Object.keys(formats).filter(isFormat).sort();
/** True for the name of a format. */
function isFormat(name) {
	return Object.hasOwn(formats, name);
}

Object.defineProperty(exports, "formatNames", {
  enumerable: true,
  get: function () {
    return formatNames;
  }
});
Object.defineProperty(exports, "formats", {
  enumerable: true,
  get: function () {
    return formats;
  }
});
Object.defineProperty(exports, "isFormat", {
  enumerable: true,
  get: function () {
    return isFormat;
  }
});