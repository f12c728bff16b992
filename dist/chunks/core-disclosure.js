"use strict";

// src/core/disclosure.ts
/**
* What the policy's `disclose` comes to in one repository. `auto` is `full` where everybody who reads the repository was let in.
* `isPrivate`: as its forge says; null: nobody could tell, which counts as public.
*/
function disclosureOf({ disclose }, { isPrivate }) {
	if (disclose !== "auto") return disclose;
	return isPrivate === true ? "full" : "id";
}

Object.defineProperty(exports, "disclosureOf", {
  enumerable: true,
  get: function () {
    return disclosureOf;
  }
});