"use strict";

// src/audit/partial.ts
/** What a folder of a shard holds. */
const PARTIAL_FILE = "partial.gta";

Object.defineProperty(exports, "PARTIAL_FILE", {
  enumerable: true,
  get: function () {
    return PARTIAL_FILE;
  }
});