import { VERSION } from "./version.ts";

/** `scripts/build.mjs` writes a digest of all sources in its place; code that runs from its sources has this name. */
const CODE = "source";

/** Which code wrote something that is kept: what another one kept, even of the same version, may mean something else. */
export const BUILD = `${VERSION}+${CODE}`;
