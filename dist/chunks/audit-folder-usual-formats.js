"use strict";

// src/audit-folder/usual-formats.ts
/** What a folder of a report holds where nobody says otherwise; the other formats are for programs that want them. */
const USUAL_FORMATS = [
	"json",
	"html",
	"csv",
	"intoto"
];

Object.defineProperty(exports, "USUAL_FORMATS", {
  enumerable: true,
  get: function () {
    return USUAL_FORMATS;
  }
});