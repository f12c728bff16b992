"use strict";

const require_trouble = require("./providers-trouble.js");

// src/providers/answer.ts
/**
* The JSON of an answer, checked against the fields that we use. Throws Fault("unavailable") for anything else: a sign-in
* page of a proxy, a torn answer, another API.
*/
async function readJson(remote, reply, shape) {
	const { z } = await Promise.resolve().then(() => require("./zod.js")).then((n) => n.zod_exports);
	const result = shape(z).safeParse(parse(remote, reply));
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw require_trouble.trouble("unavailable", `${remote} answered with something that can't be read.`, { found: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}` });
}
function parse(remote, { status, headers, text }) {
	const type = headers["content-type"] ?? "";
	if (/html/i.test(type) || /^\s*<(?:!doctype|html)/i.test(text)) throw require_trouble.trouble("unavailable", `${remote} answered ${status} with a web page instead of JSON.`, { found: "a sign-in page, or a proxy in between" });
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw require_trouble.trouble("unavailable", `${remote} answered ${status} with something that is no JSON.`, {
			found: text,
			cause
		});
	}
}

Object.defineProperty(exports, "readJson", {
  enumerable: true,
  get: function () {
    return readJson;
  }
});