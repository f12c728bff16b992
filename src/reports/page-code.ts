/**
 * What runs in the page of an audit, and how it looks. `scripts/build/page.mjs` puts here what it makes of src/page/; where nothing was
 * built, the page is what it is without a script.
 */
export const PAGE = { script: "", style: "", licences: "" };
