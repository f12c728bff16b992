// src/core/verdict.ts
/** Folds findings: fail before undecided before pass. Nothing found is undecided: silence is no pass. */
function decide(findings) {
	let verdict = null;
	for (const { outcome, blocking } of findings) {
		if (blocking && outcome === "fail") return "fail";
		if (blocking && outcome === "unknown") verdict = "undecided";
		else verdict ??= "pass";
	}
	return verdict ?? "undecided";
}
/** 0 pass · 1 fail · 3 undecided. The only place, with `faultExitCode`, that knows exit codes. */
function exitCode(verdict) {
	switch (verdict) {
		case "pass": return 0;
		case "fail": return 1;
		case "undecided": return 3;
	}
}
/** 2 the user's set-up or usage · 4 the gate itself could not work. */
function faultExitCode(code) {
	switch (code) {
		case "usage":
		case "policy":
		case "repository": return 2;
		case "git":
		case "storage":
		case "internal": return 4;
	}
}

export { decide, exitCode, faultExitCode };