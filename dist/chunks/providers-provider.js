// src/providers/provider.ts
/** Types a provider as it is written, and hands it on unchanged. */
function defineProvider(provider) {
	return provider;
}

export { defineProvider };