"use strict";

// src/trace/question.ts
/** Shortest start of a commit's id that names one, as git has it. */
const SHORTEST_ID = 4;
/**
* What is meant by a ticket's id, key or address, `#12` or `!12`, a commit's id or the start of one, a path or `path:line`. On GitHub
* tickets and pull requests share their numbers, so `#12` is the ticket where there is one. Null: nothing of the audit.
*/
function questionOf(text, audit) {
	const tickets = text.startsWith("!") ? [] : ticketsCalled(text, audit.tickets);
	if (tickets.length > 0) return question("ticket", text, { tickets });
	const number = changeCalled(text);
	if (number !== null) return hasChange(audit, number) ? question("change", text, { changes: [number] }) : null;
	const path = pathCalled(text, audit);
	if (path !== null) return path;
	const commits = commitsCalled(text.toLowerCase().replace(/^commit:/, ""), audit);
	return commits.length === 0 ? null : question("commit", text, { commits });
}
/** The number of the pull request that a text names; null: none. */
function changeCalled(text) {
	const number = /^(?:[#!]|pr:)(\d{1,15})$/.exec(text)?.[1];
	return number === void 0 ? null : Number(number);
}
function question(kind, text, found) {
	return {
		tickets: [],
		commits: [],
		changes: [],
		files: [],
		line: null,
		...found,
		asked: {
			kind,
			text
		}
	};
}
function ticketsCalled(text, tickets) {
	const wanted = text.toLowerCase();
	const isCalled = ({ at, id, key, url }) => [
		at,
		id,
		key,
		url
	].some((name) => name?.toLowerCase() === wanted) || wanted.startsWith("#") && id.toLowerCase().endsWith(wanted);
	return tickets.flatMap((ticket, index) => isCalled(ticket) ? [index] : []);
}
function hasChange({ history }, number) {
	for (let index = 0; index < history.count; index++) if (history.change(index) === number) return true;
	return false;
}
function pathCalled(text, { files }) {
	const path = text.replace(/^\.\//, "");
	const [, of = "", number = ""] = /^(.+):(\d{1,9})$/s.exec(path) ?? [];
	for (let index = 0; files !== null && index < files.count; index++) {
		const own = files.path(index);
		if (own === path) return question("path", text, { files: [index] });
		if (own === of && Number(number) > 0) return question("line", text, {
			files: [index],
			line: Number(number)
		});
	}
	return null;
}
function commitsCalled(start, { report: { commits } }) {
	if (commits === null || start.length < SHORTEST_ID || !/^[0-9a-f]+$/.test(start)) return [];
	const found = [];
	for (let index = 0; index < commits.count; index++) if (commits.id(index).startsWith(start)) found.push(index);
	return found;
}

exports.changeCalled = changeCalled;
exports.questionOf = questionOf;