// src/reports/index.ts
/** The registry of formats: name -> module, loaded when it is asked for. A new format is a file here and a line below. */
const formats = {
	json: async () => (await import("./reports-json.js")).renderer,
	text: async () => (await import("./reports-text.js")).renderer
};
/** Every format's name, sorted. */
const formatNames = Object.keys(formats).sort();
/** True for the name of a format. */
function isFormat(name) {
	return Object.hasOwn(formats, name);
}

export { formatNames, formats, isFormat };