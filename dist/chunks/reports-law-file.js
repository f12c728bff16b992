"use strict";

// src/reports/law-file.ts
/** The file that stands in where a format wants one and a finding is about none: the policy. */
function lawFile({ policySources }) {
	return policySources.find((file) => !file.includes(":")) ?? "golden-thread.yml";
}

Object.defineProperty(exports, "lawFile", {
  enumerable: true,
  get: function () {
    return lawFile;
  }
});