"use strict";

// src/providers/azure-sign-in.ts
/** Azure DevOps sends who it does not know to sign in: 203 is a page that is called a success, a redirect leads to one. */
function isSignIn({ status, headers, text }) {
	if (status === 203 || status === 401 || status >= 300 && status < 400) return true;
	return /html/i.test(headers["content-type"] ?? "") && /sign ?in/i.test(text.slice(0, 5e3));
}
/** Why it does not, as far as it tells. */
function signInReason({ status, headers }) {
	return `${status} ${decoded(headers["x-tfs-serviceerror"] ?? "a sign-in page")}`;
}
function decoded(text) {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		return text;
	}
}

Object.defineProperty(exports, "isSignIn", {
  enumerable: true,
  get: function () {
    return isSignIn;
  }
});
Object.defineProperty(exports, "signInReason", {
  enumerable: true,
  get: function () {
    return signInReason;
  }
});