"use strict";

const require_core = require("./core.js");
const require_p_limit = require("./p-limit.js");
const require_trouble = require("./providers-trouble.js");

// src/providers/believe.ts
/**
* Believes that a ticket is absent or refused only once the credential is proved: several trackers answer a dead token as
* they answer a ticket that is not there. Whose credential it is is asked once, and only after the first such answer.
*/
function believer(identity) {
	const proof = require_core.once(async () => {
		try {
			await identity();
			return null;
		} catch (thrown) {
			return require_trouble.asLookup(thrown);
		}
	});
	return async (answers) => {
		if (![...answers.values()].some(isNegative)) return answers;
		const doubt = await proof();
		if (doubt === null) return answers;
		return new Map([...answers].map(([id, answer]) => [id, isNegative(answer) ? doubt : answer]));
	};
}
function isNegative({ status }) {
	return status === "absent" || status === "forbidden";
}

// src/providers/one-of.ts
/** The look-up of a single id, by that of many; an answer that leaves the id out is no answer. */
function oneOf(many) {
	return async (id) => (await many([id])).get(id) ?? require_core.SILENT;
}

// src/providers/oldest-first.ts
/** Entries of a record in the order of their times, which all are of one form; those of one moment stay as they stood. */
function oldestFirst(entries) {
	return [...entries].sort((one, other) => one.at < other.at ? -1 : Number(one.at > other.at));
}

// src/providers/types.ts
/** Names that trackers and teams give to types of work, in lower case. */
const CATEGORIES$1 = /* @__PURE__ */ new Map([
	["epic", "epic"],
	["initiative", "epic"],
	["theme", "epic"],
	["milestone", "epic"],
	["story", "story"],
	["user story", "story"],
	["product backlog item", "story"],
	["requirement", "story"],
	["task", "task"],
	["sub-task", "task"],
	["subtask", "task"],
	["issue", "task"],
	["work item", "task"],
	["bug", "bug"],
	["defect", "bug"],
	["incident", "bug"],
	["problem", "bug"],
	["impediment", "bug"],
	["feature", "feature"],
	["new feature", "feature"],
	["feature request", "feature"],
	["enhancement", "feature"],
	["improvement", "feature"],
	["change request", "feature"],
	["idea", "idea"],
	["chore", "chore"],
	["maintenance", "chore"],
	["technical debt", "chore"],
	["docs", "docs"],
	["documentation", "docs"],
	["spike", "spike"],
	["research", "spike"]
]);
/** A type under its tracker's own name; null where it states none. */
function typeOf(name) {
	if (name === null || name === void 0 || name.trim() === "") return null;
	return {
		name,
		category: CATEGORIES$1.get(name.trim().toLowerCase()) ?? "other"
	};
}
/** Whether a type is what a query names: one of the categories, or a name. */
function isType(wanted, type) {
	const word = wanted.trim().toLowerCase();
	return type !== null && (type.category === word || type.name.trim().toLowerCase() === word);
}

// src/providers/states.ts
/** A state under its tracker's own name; a policy's `status_map` outranks the category that the tracker tells. */
function stateOf(name, told, map) {
	const mapped = Object.entries(map ?? {}).find(([, names]) => names?.some((one) => isSame(one, name)))?.[0];
	const wanted = mapped === "review" ? "in_progress" : mapped;
	return {
		name,
		category: CATEGORIES.find((category) => category === wanted) ?? told
	};
}
const CATEGORIES = [
	"open",
	"in_progress",
	"done",
	"canceled",
	"unknown"
];
/** Trackers and people differ in case and blanks. */
function isSame(one, other) {
	return one.trim().toLowerCase() === other.trim().toLowerCase();
}
/** Whether a state is what a query or a target names: one of the categories, or a name. */
function isState(wanted, { name, category }) {
	return CATEGORIES.some((one) => one === wanted) ? wanted === category : isSame(wanted, name);
}

// src/providers/fits.ts
/**
* Whether a ticket is of a query's types and states and has all of its labels, whatever of that its tracker could narrow
* itself. An empty list asks for nothing. Whose it is and when it changed is each tracker's to tell.
*/
function fits({ type, state, labels: own }, { types = [], states = [], labels = [] }) {
	return (types.length === 0 || types.some((one) => isType(one, type))) && (states.length === 0 || states.some((one) => isState(one, state))) && labels.every((label) => own.some((one) => isSame(one, label)));
}

// src/providers/ask-many.ts
/** How many requests to one tracker may be under way at once; GitHub asks for no more than a few, ClickUp counts each. */
const WIDTH = 5;
/**
* Asks for distinct ids in the fewest batches of `size`, a few at a time. What a batch throws is the answer for each of
* its ids; what it leaves out is `unavailable`. One answer for every id, in the order of the ids.
*/
function askMany(ids, size, ask) {
	return askAll(ids, size, {
		ask,
		failed: require_trouble.asLookup,
		silent: require_core.SILENT
	});
}
/** The same for pasts: what nobody can answer is untold. */
function askPasts(ids, size, ask) {
	const failed = (thrown) => {
		const lookup = require_trouble.asLookup(thrown);
		return "detail" in lookup && lookup.detail !== void 0 ? {
			status: "untold",
			detail: lookup.detail
		} : NO_RECORD;
	};
	return askAll(ids, size, {
		ask,
		failed,
		silent: NO_RECORD
	});
}
const NO_RECORD = {
	status: "untold",
	detail: "The tracker has no record of it."
};
async function askAll(ids, size, { ask, failed, silent }) {
	const distinct = [...new Set(ids)];
	const limit = require_p_limit.pLimit(WIDTH);
	const settled = async (batch) => {
		try {
			return await ask(batch);
		} catch (thrown) {
			const answer = failed(thrown);
			return new Map(batch.map((id) => [id, answer]));
		}
	};
	const answers = await Promise.all(batchesOf(distinct, size).map((batch) => limit(() => settled(batch))));
	const found = new Map(answers.flatMap((answer) => [...answer]));
	return new Map(distinct.map((id) => [id, found.get(id) ?? silent]));
}
function batchesOf(ids, size) {
	return Array.from({ length: Math.ceil(ids.length / size) }, (_, at) => ids.slice(at * size, (at + 1) * size));
}

Object.defineProperty(exports, "askMany", {
  enumerable: true,
  get: function () {
    return askMany;
  }
});
Object.defineProperty(exports, "askPasts", {
  enumerable: true,
  get: function () {
    return askPasts;
  }
});
Object.defineProperty(exports, "believer", {
  enumerable: true,
  get: function () {
    return believer;
  }
});
Object.defineProperty(exports, "fits", {
  enumerable: true,
  get: function () {
    return fits;
  }
});
Object.defineProperty(exports, "isSame", {
  enumerable: true,
  get: function () {
    return isSame;
  }
});
Object.defineProperty(exports, "isState", {
  enumerable: true,
  get: function () {
    return isState;
  }
});
Object.defineProperty(exports, "oldestFirst", {
  enumerable: true,
  get: function () {
    return oldestFirst;
  }
});
Object.defineProperty(exports, "oneOf", {
  enumerable: true,
  get: function () {
    return oneOf;
  }
});
Object.defineProperty(exports, "stateOf", {
  enumerable: true,
  get: function () {
    return stateOf;
  }
});
Object.defineProperty(exports, "typeOf", {
  enumerable: true,
  get: function () {
    return typeOf;
  }
});