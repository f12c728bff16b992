"use strict";

// src/controls/evidence.ts
/** Every kind of evidence, and what it is. */
const EVIDENCE = {
	E1: "a ticket authorised the change when it was decided",
	E2: "the spec is bound to the ticket by its digest",
	E3: "every commit is traced to tickets, over the whole range",
	E4: "a signed record says who, when and by which policy",
	E5: "records are chained and agree with git",
	E6: "exceptions have a reason, an approver and an end",
	E7: "the forge enforces the check, and nobody goes around it",
	E8: "who authorised is not who wrote"
};
/** The rule whose answers tell author and authoriser apart. */
const SEGREGATION = "authoriser-is-not-author";
/** What this very audit shows of each kind of evidence, in the order of their names. */
function auditEvidence(audit, proofs = {}) {
	const told = {
		E1: authorised(audit),
		E2: ofRatio(audit.coverage.specs, "tickets with commits have a spec", "No spec was looked for."),
		E3: traced(audit),
		E4: proofs.E4 ?? absent("No signature was looked at: golden-thread verify does."),
		E5: proofs.E5 ?? absent("No record was compared with git: golden-thread verify does."),
		E6: exceptions(audit),
		E7: proofs.E7 ?? absent("The forge was not asked: golden-thread doctor --forge does."),
		E8: segregated(audit)
	};
	return [
		"E1",
		"E2",
		"E3",
		"E4",
		"E5",
		"E6",
		"E7",
		"E8"
	].map((id) => ({
		id,
		name: EVIDENCE[id],
		...told[id]
	}));
}
function absent(said) {
	return {
		state: "absent",
		said
	};
}
function ofRatio(ratio, what, none) {
	if (ratio === null || ratio.total === 0) return absent(none);
	const said = `${ratio.covered} of ${ratio.total} ${what}.`;
	if (ratio.covered === 0) return absent(said);
	return {
		state: ratio.covered === ratio.total ? "present" : "partial",
		said
	};
}
function authorised({ coverage }) {
	return ofRatio(coverage.commits.ratio, "commits that are not exempt have a ticket that authorises them", "There is no commit that needs a ticket.");
}
function traced(audit) {
	const { total } = audit.coverage.commits;
	const state = partState(audit, "messages");
	if (state === "not-asked" || state === "unavailable" || total === 0) return absent("No commit was looked at.");
	if (state === "partial" || !audit.scope.complete) return {
		state: "partial",
		said: `${total} commits were looked at; git does not have them all.`
	};
	return {
		state: "present",
		said: `All ${total} commits of the range were looked at.`
	};
}
function partState({ parts }, part) {
	return parts.find((one) => one.part === part)?.state ?? "not-asked";
}
function exceptions({ report, gaps }) {
	const { waivers } = report;
	if (waivers.length === 0) return {
		state: "present",
		said: "No waiver was granted."
	};
	const overdue = gaps.find(({ code }) => code === "waiver-overdue")?.indexes.length ?? 0;
	const declared = waivers.filter(({ proof }) => proof === "declared").length;
	const said = `${waivers.length} waivers, ${overdue} of them overdue, ${declared} with an approver whom only the file names.`;
	return {
		state: overdue === 0 && declared === 0 ? "present" : "partial",
		said
	};
}
/** Passes and fails of the rule; where it never answered nobody looked. */
function segregated({ report }) {
	const counts = {
		pass: 0,
		other: 0
	};
	for (const { findings, count } of report.keys) {
		const own = findings.filter(({ rule, outcome }) => rule === SEGREGATION && outcome !== "skip");
		if (own.length === 0) continue;
		if (own.every(({ outcome }) => outcome === "pass")) counts.pass += count;
		else counts.other += count;
	}
	const total = counts.pass + counts.other;
	return ofRatio({
		covered: counts.pass,
		total,
		percent: null
	}, "commits are by others than their authoriser", `The rule ${SEGREGATION} is not asked.`);
}

// src/controls/item.ts
/** Writes a framework's rows short: item, what it asks, evidence, strength, what is missing. */
function frameworkOf(framework, version, rows) {
	return rows.map(([item, asks, evidence, strength, missing]) => ({
		framework,
		version,
		item,
		asks,
		evidence,
		strength,
		missing
	}));
}

// src/controls/assurance.ts
/** AICPA Trust Services Criteria. */
const soc2 = frameworkOf("SOC 2", "2017 (2022 points of focus)", [
	[
		"CC8.1",
		"Changes are authorised, designed, documented, tracked, tested, approved and put in.",
		[
			"E1",
			"E2",
			"E3",
			"E4",
			"E6"
		],
		"direct",
		"Testing and deployment."
	],
	[
		"CC6.1",
		"Logical access is limited to who needs it.",
		["E7"],
		"contextual",
		"Accounts and their permissions."
	],
	[
		"CC6.3",
		"Access is given by role, with least privilege and duties kept apart.",
		["E7", "E8"],
		"contextual",
		"Only the duties of author and authoriser."
	],
	[
		"CC6.8",
		"Software that nobody authorised is prevented or found.",
		["E1", "E7"],
		"partial",
		"What is installed elsewhere than from this repository."
	],
	[
		"CC7.1",
		"Changes of configuration that open a weakness are found.",
		["E5"],
		"contextual",
		"Scanning."
	],
	[
		"CC7.2",
		"Systems are watched for what is out of the ordinary.",
		["E5"],
		"contextual",
		"Monitoring of what runs."
	]
]);
/** ISO/IEC 27001:2022, Annex A. */
const iso27001 = frameworkOf("ISO 27001:2022", "2022", [
	[
		"A.8.32",
		"Changes follow a procedure for managing them.",
		[
			"E1",
			"E2",
			"E3",
			"E4",
			"E6"
		],
		"direct",
		"Changes outside this repository, testing and roll-back."
	],
	[
		"A.8.4",
		"Who may read and write sources is managed.",
		["E7"],
		"contextual",
		"Permissions of the repository."
	],
	[
		"A.8.25",
		"Rules for secure development are set and followed.",
		["E2", "E7"],
		"partial",
		"Rules other than those of the policy."
	],
	[
		"A.5.3",
		"Conflicting duties are kept apart.",
		["E8"],
		"partial",
		"Duties other than author and authoriser."
	],
	[
		"A.8.15",
		"Logs are made, kept, protected and looked at.",
		["E5"],
		"partial",
		"Logs of systems that run."
	],
	[
		"A.5.33",
		"Records are protected from loss and alteration.",
		["E5"],
		"partial",
		"How long and where they are kept."
	]
]);
/** Payment Card Industry Data Security Standard. */
const pci = frameworkOf("PCI DSS 4.0.1", "4.0.1", [
	[
		"6.5.1",
		"A change has a reason, its effect on security, an approval, tests and a way back.",
		["E1", "E2"],
		"direct",
		"Effect on security and way back, unless specs have to say them; tests."
	],
	[
		"6.2.3",
		"Own code is reviewed before it is released.",
		["E8"],
		"contextual",
		"The forge's reviews."
	],
	[
		"6.2.3.1",
		"A manual review is done by somebody else than the author, and management approves it.",
		["E8"],
		"contextual",
		"The forge's reviews."
	],
	[
		"10.3",
		"Audit logs are protected from change.",
		["E5"],
		"contextual",
		"Logs of systems that run."
	]
]);
/** IEC 62304, medical device software. */
const iec62304 = frameworkOf("IEC 62304", "2006+A1:2015", [
	[
		"8.2.1",
		"Configuration items are changed only on an approved change request.",
		["E1", "E3"],
		"direct",
		"That the request was weighed by the right people."
	],
	[
		"8.2.2",
		"Changes are made as the request says.",
		["E2", "E3"],
		"partial",
		"That the code does what the request says."
	],
	[
		"8.2.3",
		"Changes are verified.",
		["E3"],
		"contextual",
		"Verification and its results."
	],
	[
		"8.2.4",
		"Change request, problem report and approval can be traced to each other.",
		[
			"E1",
			"E3",
			"E4"
		],
		"direct",
		"Problem reports of another tracker."
	],
	[
		"8.3",
		"The history of configuration items can be told.",
		["E3", "E5"],
		"direct",
		"Items not in git."
	],
	[
		"6.2.4",
		"Changes to released software are analysed and approved before they are made.",
		["E1"],
		"partial",
		"The analysis itself."
	],
	[
		"5.1",
		"Requirements, implementation and tests can be traced.",
		["E2", "E3"],
		"partial",
		"Traces to tests and to risks."
	],
	[
		"5.2",
		"Software requirements are defined and documented.",
		["E2"],
		"partial",
		"That they are complete and right."
	],
	[
		"5.2.6",
		"Software requirements are verified.",
		["E2"],
		"contextual",
		"The verification: a spec that is complete in form may still be wrong."
	]
]);
/** 21 CFR Part 11, electronic records. A signature of a machine is no person's electronic signature (11.50, 11.70). */
const cfr11 = frameworkOf("21 CFR 11", "2026", [
	[
		"11.10(e)",
		"Audit trails are made by computer, with times, and hide nothing that was recorded before.",
		["E4", "E5"],
		"partial",
		"Only for records of development, in a system that its user has validated."
	],
	[
		"11.10(f)",
		"Steps are done in the order that is allowed.",
		["E1"],
		"partial",
		"Only that a ticket stood before the change."
	],
	[
		"11.10(g)",
		"Only who has authority may act.",
		["E1", "E7"],
		"partial",
		"Accounts and their permissions."
	],
	[
		"11.10(k)",
		"Changes to documentation of systems are controlled and kept in the order of time.",
		["E3", "E5"],
		"partial",
		"Documentation that is not in this repository."
	]
]);

// src/controls/nist-csf.ts
/** NIST Cybersecurity Framework 2.0. */
const csf20 = frameworkOf("NIST CSF 2.0", "2.0", [
	[
		"ID.RA-07",
		"Changes and exceptions are managed, weighed for their risk, recorded and tracked.",
		[
			"E1",
			"E3",
			"E6"
		],
		"direct",
		"The assessment of risk itself stands in the ticket."
	],
	[
		"PR.PS-01",
		"Configuration is managed by established practices.",
		[
			"E1",
			"E2",
			"E3",
			"E7"
		],
		"partial",
		"Configuration that is not in this repository."
	],
	[
		"PR.PS-06",
		"Secure practices are part of how software is developed, and are watched.",
		[
			"E1",
			"E2",
			"E3",
			"E7"
		],
		"partial",
		"Practices other than authorising and tracing changes."
	],
	[
		"PR.PS-04",
		"Records of what happened are made and can be monitored.",
		["E4", "E5"],
		"partial",
		"Logs of systems that run."
	],
	[
		"PR.AA-05",
		"Permissions and authorisations are defined, enforced and reviewed, with duties kept apart.",
		["E1", "E8"],
		"partial",
		"Only the authorisation of changes, not access to accounts and systems."
	],
	[
		"PR.DS-01",
		"Data at rest are kept confidential, whole and available.",
		["E4", "E5"],
		"contextual",
		"Only that records of changes were not altered."
	],
	[
		"ID.AM-08",
		"Systems and software are managed through their whole life.",
		["E2", "E3"],
		"contextual",
		"Acquisition, operation and retirement."
	],
	[
		"DE.CM-03",
		"What people do is watched for harmful events.",
		["E5"],
		"contextual",
		"After the fact, and only what git shows."
	],
	[
		"DE.CM-09",
		"Software and its environments are watched for harmful events.",
		["E5"],
		"contextual",
		"After the fact, and only what git shows."
	],
	[
		"GV.RR-02",
		"Roles, responsibilities and authorities are set, known and enforced.",
		["E1", "E8"],
		"contextual",
		"Only who may authorise a change."
	]
]);
/** Its edition before that, whose ids older catalogues still use. */
const csf11 = frameworkOf("NIST CSF 1.1", "1.1", [
	[
		"PR.IP-3",
		"Configuration change control is in place.",
		[
			"E1",
			"E3",
			"E6"
		],
		"direct",
		"Changes outside this repository."
	],
	[
		"PR.IP-2",
		"Systems are managed by a development life cycle.",
		["E2", "E3"],
		"partial",
		"The rest of the life cycle."
	],
	[
		"PR.PT-1",
		"Audit records are determined, documented, made and reviewed.",
		["E4", "E5"],
		"partial",
		"Records of systems that run, and that somebody reviews these."
	],
	[
		"PR.DS-6",
		"Integrity of software and information is verified.",
		["E4", "E5"],
		"partial",
		"Integrity of what is built and deployed."
	],
	[
		"ID.AM",
		"Assets are listed and managed.",
		["E3"],
		"contextual",
		"An inventory of assets."
	],
	[
		"PR.AC",
		"Access to assets is limited to who is authorised.",
		["E1", "E8"],
		"contextual",
		"This gates merges, not accounts."
	],
	[
		"DE.CM",
		"Systems are monitored for events.",
		["E5"],
		"contextual",
		"Monitoring of what runs."
	]
]);

// src/controls/slsa.ts
/** SLSA's source track. A source verification summary is the forge's word, never ours. */
const slsa = frameworkOf("SLSA Source Track", "1.2", [
	[
		"source-l1",
		"Sources are kept under version control, with stable identifiers for repository and revision.",
		["E3"],
		"contextual",
		"The source control system itself has to issue a verification summary."
	],
	[
		"source-l2",
		"The history of protected branches is kept whole, and how each revision came about is recorded when it happens.",
		[
			"E4",
			"E5",
			"E7"
		],
		"partial",
		"Rules against rewriting and deleting come from the forge; this adds provenance to the forge's own."
	],
	[
		"source-l3",
		"The organisation's own controls on protected branches are documented and enforced without a gap.",
		[
			"E1",
			"E2",
			"E3",
			"E7"
		],
		"direct",
		"Only for the one control that this gate is; that it never lapsed is told by the history of the ruleset."
	],
	[
		"source-l4",
		"Two trusted persons agree to each change in its final form.",
		["E8"],
		"contextual",
		"Reviews of the forge do this: who approves a ticket has not reviewed the code."
	]
]);

// src/controls/ssdf.ts
/** NIST SP 800-218, Secure Software Development Framework. */
const ssdf = frameworkOf("NIST SSDF 1.1", "1.1", [
	[
		"PO.1.2",
		"Security requirements of the software are identified, kept and met.",
		["E2", "E3"],
		"partial",
		"That what the specs ask for is complete and right."
	],
	[
		"PO.3.3",
		"Tools are set up to make artefacts of their support of secure development.",
		["E4"],
		"direct",
		"The same of all other tools."
	],
	[
		"PO.4.1",
		"Criteria for checks are defined and tracked through the life cycle.",
		["E1", "E6"],
		"direct",
		"Criteria other than those of the policy."
	],
	[
		"PO.4.2",
		"What is needed to support the criteria is gathered and safeguarded.",
		[
			"E1",
			"E5",
			"E6"
		],
		"direct",
		"How long and where it is kept."
	],
	[
		"PS.1.1",
		"All forms of code are kept by least privilege, and changes can be attributed.",
		["E3", "E4"],
		"partial",
		"Who may read and write the repository."
	],
	[
		"PS.3.1",
		"What belongs to each release is archived.",
		["E4"],
		"partial",
		"The release's own files."
	],
	[
		"PS.3.2",
		"Provenance of the components of each release is kept.",
		["E4"],
		"contextual",
		"An inventory of components: this tells of changes."
	],
	[
		"PW.1.2",
		"Requirements, risks and design decisions are tracked.",
		["E2", "E3"],
		"direct",
		"That specs hold them."
	],
	[
		"PW.2.1",
		"The design is reviewed by somebody who did not make it.",
		["E2"],
		"contextual",
		"That there is a plan is no review of it."
	],
	[
		"PW.7.2",
		"Code is reviewed.",
		["E3"],
		"contextual",
		"The forge's reviews."
	]
]);

// src/controls/index.ts
/** The registry of frameworks: a new one is a file here and a line below. */
const FRAMEWORKS = [
	slsa,
	csf20,
	csf11,
	ssdf,
	soc2,
	iso27001,
	pci,
	iec62304,
	cfr11
];
/** The shipped mapping, by framework. Support, never proof: an assessor says what is satisfied. */
const MAPPING = {
	version: "1",
	items: FRAMEWORKS.flat()
};
/** Names of a mapping's frameworks, in its order. */
function frameworksOf({ items }) {
	return [...new Set(items.map(({ framework }) => framework))];
}

Object.defineProperty(exports, "EVIDENCE", {
  enumerable: true,
  get: function () {
    return EVIDENCE;
  }
});
Object.defineProperty(exports, "MAPPING", {
  enumerable: true,
  get: function () {
    return MAPPING;
  }
});
Object.defineProperty(exports, "auditEvidence", {
  enumerable: true,
  get: function () {
    return auditEvidence;
  }
});
Object.defineProperty(exports, "frameworksOf", {
  enumerable: true,
  get: function () {
    return frameworksOf;
  }
});