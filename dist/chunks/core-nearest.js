// src/core/nearest.ts
/** Words longer than this are no typing errors of each other; it also bounds the work for hostile input. */
const LONGEST = 100;
/** The word among `candidates` that `word` was most likely meant to be; null where none is near. */
function nearest(word, candidates) {
	let best = null;
	let allowed = Math.max(1, Math.floor(word.length / 3));
	for (const candidate of candidates) {
		if (candidate === "" || Math.abs(candidate.length - word.length) > allowed) continue;
		const steps = distance(word.toLowerCase(), candidate.toLowerCase());
		if (steps > allowed || best !== null && steps === allowed) continue;
		best = candidate;
		allowed = steps;
	}
	return best;
}
/** Edits between two words, a swap of neighbours counting as one (optimal string alignment). */
function distance(a, b) {
	if (a.length > LONGEST || b.length > LONGEST) return a === b ? 0 : LONGEST;
	let before = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
			row.push(steps);
		}
		before = last;
		last = row;
	}
	return last[b.length] ?? 0;
}

export { nearest };