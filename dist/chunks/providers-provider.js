"use strict";

// src/providers/provider.ts
/** Types a provider of files as it is written, and hands it on unchanged. */
function defineProvider(provider) {
	return provider;
}
/** Types a provider of a tracker as it is written, and hands it on unchanged. */
function defineTracker(provider) {
	return provider;
}

Object.defineProperty(exports, "defineProvider", {
  enumerable: true,
  get: function () {
    return defineProvider;
  }
});
Object.defineProperty(exports, "defineTracker", {
  enumerable: true,
  get: function () {
    return defineTracker;
  }
});