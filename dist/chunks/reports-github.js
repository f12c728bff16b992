"use strict";

const require_annotations = require("./reports-annotations.js");
const require_workflow_commands = require("./reports-workflow-commands.js");

// src/reports/github.ts
/** Annotations as GitHub Actions reads them from a step's output ("Workflow commands"). */
const renderer = (options) => (report) => ({
	name: "report.github.txt",
	mediaType: "text/plain; charset=utf-8",
	body: require_workflow_commands.workflowCommands(require_annotations.annotationsOf(report, options)).map((line) => `${line}\n`)
});

exports.renderer = renderer;