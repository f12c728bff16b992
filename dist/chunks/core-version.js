// src/core/version.ts
/** The package's version; a test holds it equal to package.json, so that no file has to be read at run time. */
const VERSION = "0.1.0";

export { VERSION };