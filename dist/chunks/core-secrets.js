"use strict";

// src/core/secrets.ts
/**
* Shapes that the vendors publish for their own tokens: GitHub, GitLab, Slack, Atlassian, ClickUp, Notion, Linear, AWS,
* Azure DevOps, Google, npm; then JSON Web Tokens and PEM private keys. The lengths keep ordinary words out.
*/
const SHAPES = [
	"gh[pousr]_[A-Za-z0-9]{16,}",
	"github_pat_[A-Za-z0-9_]{16,}",
	"gl(?:pat|ptt|dt|rt|cbt|ft|soat|agent)-[A-Za-z0-9_-]{16,}",
	"xox[a-z]-[A-Za-z0-9-]{10,}",
	"xapp-[A-Za-z0-9-]{10,}",
	"AT(?:ATT|CTT|BB)[A-Za-z0-9_=-]{12,}",
	"pk_[A-Za-z0-9_]{16,}",
	"[sr]k_(?:live|test)_[A-Za-z0-9]{16,}",
	"sk-[A-Za-z0-9_-]{20,}",
	"secret_[A-Za-z0-9]{16,}",
	"ntn_[A-Za-z0-9]{16,}",
	"lin_(?:api|oauth)_[A-Za-z0-9]{16,}",
	"(?:AKIA|ASIA)[A-Z0-9]{16}",
	"AIza[A-Za-z0-9_-]{30,}",
	"npm_[A-Za-z0-9]{30,}",
	"eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,}\\.",
	"-----BEGIN [A-Z ]{0,40}PRIVATE KEY",
	"[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}",
	"[a-z2-7]{52}(?![A-Za-z0-9])"
];
const KNOWN = new RegExp(`(?<![A-Za-z0-9])(?:${SHAPES.join("|")})`, "g");
/** The same with what follows a shape: part of the token, or of its text. */
const KNOWN_WHOLE = new RegExp(`(?<![A-Za-z0-9])(?:${SHAPES.join("|")})[A-Za-z0-9_.=-]*`, "g");
/** Shorter runs are words; 128 bits of a random key need 22 characters in base64 and 32 in hex. */
const RUN = /[A-Za-z0-9+_=-]{32,}/g;
/** Bits a character: prose and names stay below, random base64 of this length lies above. */
const RANDOM_BITS = 4;
/** Where a text holds what has the published shape of a token. Offsets in UTF-16 units. */
function findTokens(text) {
	return [...text.matchAll(KNOWN)].map((match) => match.index);
}
/** True for a known token's shape, and for a long random-looking run of hex or base64. */
function looksSecret(text) {
	return findTokens(text).length > 0 || holdsRandomRun(text);
}
/** True for a long random-looking run of hex or base64. */
function holdsRandomRun(text) {
	return (text.match(RUN) ?? []).some(looksRandom);
}
function looksRandom(run) {
	if (/^[0-9a-f]{32,}$/i.test(run)) return /[0-9]/.test(run);
	return /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run) && entropy(run) >= RANDOM_BITS;
}
/** Shannon's entropy in bits a character. */
function entropy(text) {
	const counts = /* @__PURE__ */ new Map();
	for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
	let bits = 0;
	for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
	return bits;
}
/** The text with every known token's shape and every one of the given values (8 characters and more) taken out. */
function redact(text, values = []) {
	let clean = text;
	for (const value of values) if (value.length >= SHORTEST_VALUE) clean = clean.replaceAll(value, REDACTED);
	return clean.replace(KNOWN_WHOLE, REDACTED);
}
/** Stands where a token stood. */
const REDACTED = "[redacted]";
/** A value that is shorter stands in ordinary words. */
const SHORTEST_VALUE = 8;

Object.defineProperty(exports, "REDACTED", {
  enumerable: true,
  get: function () {
    return REDACTED;
  }
});
Object.defineProperty(exports, "findTokens", {
  enumerable: true,
  get: function () {
    return findTokens;
  }
});
Object.defineProperty(exports, "holdsRandomRun", {
  enumerable: true,
  get: function () {
    return holdsRandomRun;
  }
});
Object.defineProperty(exports, "looksSecret", {
  enumerable: true,
  get: function () {
    return looksSecret;
  }
});
Object.defineProperty(exports, "redact", {
  enumerable: true,
  get: function () {
    return redact;
  }
});