"use strict";

// src/tasks/code-fence.ts
/**
* Tells, line by line, what is fenced code (CommonMark 0.31, section 4.5; the fences' own lines count as code).
* A fence that never closes runs to the end, as it does when rendered.
*/
function fenceScanner() {
	let open = null;
	return (line) => {
		const fence = fenceOf(line);
		if (open === null) {
			if (fence === null || fence.startsWith("`") && line.indexOf("`", line.indexOf(fence) + fence.length) !== -1) return false;
			open = fence;
			return true;
		}
		if (fence?.startsWith(open) && line.trim() === fence) open = null;
		return true;
	};
}
/** The run of three or more backticks or tildes that a line begins with (up to three spaces before it), or null. */
function fenceOf(line) {
	let at = 0;
	while (at < 3 && line[at] === " ") at++;
	const char = line[at];
	if (char !== "`" && char !== "~") return null;
	const start = at;
	while (line[at] === char) at++;
	return at - start >= 3 ? line.slice(start, at) : null;
}

Object.defineProperty(exports, "fenceScanner", {
  enumerable: true,
  get: function () {
    return fenceScanner;
  }
});