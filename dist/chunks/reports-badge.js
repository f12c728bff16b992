"use strict";

const require_reports = require("./reports.js");
const require_markup = require("./reports-markup.js");

// src/reports/badge.ts
/** Units that a character takes in the fonts below at 11 units; texts are drawn to this width whatever font there is. */
const CHARACTER = 6.6;
const PADDING = 6;
/** White text has a contrast of 4.5 to each of these and more (WCAG 2.2, 1.4.3). */
const COLORS = [
	{
		from: 100,
		color: "#1b7837"
	},
	{
		from: 90,
		color: "#4a7a1e"
	},
	{
		from: 70,
		color: "#8a6a00"
	},
	{
		from: 0,
		color: "#b02a37"
	}
];
const UNKNOWN = "#5f6368";
const LABEL = "#3c4043";
/** A badge as SVG: readable without colours, with a title for those who can't see it. Says 100 % only of all. */
function badge({ label, ratio }) {
	const percent = ratio?.percent ?? null;
	const value = percent === null ? ratio === null ? "unknown" : "nothing yet" : `${percent} %`;
	const color = percent === null ? UNKNOWN : COLORS.find(({ from }) => percent >= from)?.color ?? UNKNOWN;
	const [left, right] = [label, value].map((text) => Math.ceil(require_reports.width(text) * CHARACTER));
	const room = {
		left: (left ?? 0) + 12,
		right: (right ?? 0) + 12
	};
	const title = `${label}: ${value}`;
	const text = (words, start, length) => require_markup.markup`<text x="${start + PADDING}" y="14" textLength="${length - 12}" lengthAdjust="spacingAndGlyphs">${words}</text>`;
	const { markup: svg } = require_markup.markup`<svg xmlns="http://www.w3.org/2000/svg" width="${room.left + room.right}" height="20" role="img" aria-label="${title}"><title>${title}</title><rect width="${room.left + room.right}" height="20" rx="3" fill="${LABEL}"/><path d="M${room.left} 0h${room.right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H${room.left}z" fill="${color}"/><g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${text(label, 0, room.left)}${text(value, room.left, room.right)}</g></svg>`;
	return `${svg}\n`;
}
/** The badge of an audit: the commits that a ticket authorises, where all of them were looked at. */
const renderer = () => ({ coverage, parts }) => {
	return {
		name: "badge.svg",
		mediaType: "image/svg+xml",
		body: [badge({
			label: "tickets",
			ratio: parts.some(({ part, state }) => part === "messages" && state === "done") ? coverage.commits.ratio : null
		})]
	};
};

exports.badge = badge;
exports.renderer = renderer;