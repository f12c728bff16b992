"use strict";

// src/providers/provider.ts
/** Types a provider as it is written, and hands it on unchanged. */
function defineProvider(provider) {
	return provider;
}

Object.defineProperty(exports, "defineProvider", {
  enumerable: true,
  get: function () {
    return defineProvider;
  }
});