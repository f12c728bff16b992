import { Fault } from "./core-fault.js";

// src/policy/json.ts
/** A mapping as YAML and JSON know it. */
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The value at a path of keys and indexes; undefined where there is none. */
function valueAt(value, path) {
	let here = value;
	for (const step of path) if (Array.isArray(here)) here = here[Number(step)];
	else if (isMapping(here) && Object.hasOwn(here, step)) here = here[String(step)];
	else return void 0;
	return here;
}
/** Objects merge by key, everything else of `over` replaces. Neither side is changed. */
function merge(under, over) {
	if (over === void 0) return under;
	if (!isMapping(under) || !isMapping(over)) return over;
	const merged = { ...under };
	for (const [key, value] of Object.entries(over)) merged[key] = merge(merged[key], value);
	return merged;
}
/** JSON with sorted keys: the same text for the same value, whatever order it was made in. */
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (!isMapping(value)) return JSON.stringify(value) ?? "null";
	return `{${Object.keys(value).filter((key) => value[key] !== void 0).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

// src/policy/limits.ts
/** Bytes. A policy of a thousand scopes stays below; it bounds the parser, which is quadratic in keys. */
const FILE_LIMIT = 131072;

// src/policy/read-source.ts
/** The bytes of a source of the law. A file that is too long or can't be read is a problem, never an absent file. */
async function readSource(tree, file) {
	try {
		const bytes = await tree.read(file, FILE_LIMIT);
		return bytes === null ? {
			bytes,
			problem: null
		} : {
			bytes,
			problem: null
		};
	} catch (error) {
		if (!(error instanceof Fault) || error.code !== "storage") throw error;
		return {
			bytes: null,
			problem: {
				file,
				line: 1,
				column: 1,
				key: "",
				message: "the file can't be read, or is too long",
				wanted: `a readable file of at most ${FILE_LIMIT} bytes`
			}
		};
	}
}

export { FILE_LIMIT, canonical, isMapping, merge, readSource, valueAt };