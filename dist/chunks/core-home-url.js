"use strict";

// src/core/home-url.ts
/** What a remote's `url` says to mean the server of a home: the address of which its API is known. Null: the vendor's own, which is meant unsaid. */
function homeUrl({ api, site }) {
	if (new URL(site).host === "github.com") return null;
	return api === `${site}/api/v3` ? site : api;
}

Object.defineProperty(exports, "homeUrl", {
  enumerable: true,
  get: function () {
    return homeUrl;
  }
});