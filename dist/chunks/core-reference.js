"use strict";

// src/core/reference.ts
/** A canonical id as people write it in a message: `AB#12`, `CU-86ew42633`, `PROJ-7`. */
function writtenId(provider, id) {
	switch (provider) {
		case "azure": return `AB#${id}`;
		case "clickup": return /^[A-Z]/.test(id) ? id : `CU-${id}`;
		case "github":
		case "gitlab":
		case "jira":
		case "linear":
		case "notion":
		case "tasks": return id;
	}
}

Object.defineProperty(exports, "writtenId", {
  enumerable: true,
  get: function () {
    return writtenId;
  }
});