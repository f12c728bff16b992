/** The package's version; a test holds it equal to package.json, so that no file has to be read at run time. */
export const VERSION = "0.1.0";

/** Where golden-thread itself lives; a test holds it equal to package.json. */
export const REPOSITORY = "https://github.com/golden-thread/golden-thread";
