"use strict";

// src/reports/index.ts
/** The registry of formats: name -> module, loaded when it is asked for. A new format is a file here and a line below. */
const formats = {
	json: async () => (await Promise.resolve().then(() => require("./reports-json.js"))).renderer,
	text: async () => (await Promise.resolve().then(() => require("./reports-text.js"))).renderer
};
/** Every format's name, sorted. */
const formatNames = Object.keys(formats).sort();
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