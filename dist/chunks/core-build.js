"use strict";

const require_world = require("./world.js");

// src/core/build.ts
/** `scripts/build.mjs` writes a digest of all sources in its place; code that runs from its sources has this name. */
const CODE = "88d637708f0ed41c";
/** Which code wrote something that is kept: what another one kept, even of the same version, may mean something else. */
const BUILD = `${require_world.VERSION}+${CODE}`;

Object.defineProperty(exports, "BUILD", {
  enumerable: true,
  get: function () {
    return BUILD;
  }
});