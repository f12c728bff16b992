"use strict";

// src/tasks/new-backlog.ts
/** A small backlog as Backlog.md keeps it: its configuration and one open task. `now` dates the task, to the minute in UTC. */
function backlogFiles(project, now) {
	const minute = now.toISOString().slice(0, 16).replace("T", " ");
	return [backlogConfig(project), {
		path: "backlog/tasks/task-1 - Follow-the-golden-thread.md",
		text: task(minute)
	}];
}
/** The configuration alone, for a backlog whose tasks come from elsewhere. */
function backlogConfig(project) {
	return {
		path: "backlog/config.yml",
		text: config(project)
	};
}
function config(project) {
	return `project_name: ${JSON.stringify(project)}
default_status: "To Do"
statuses: ["To Do", "In Progress", "Done"]
labels: []
task_prefix: "task"
`;
}
function task(minute) {
	return `---
id: TASK-1
title: Follow the golden thread
status: To Do
assignee: []
created_date: '${minute}'
labels: []
dependencies: []
---

## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
Every commit of this repository names the task that authorises it.
<!-- SECTION:DESCRIPTION:END -->

## Acceptance Criteria
<!-- AC:BEGIN -->
- [ ] #1 A commit without a task is rejected
- [ ] #2 A commit that names an open task is accepted
<!-- AC:END -->
`;
}

Object.defineProperty(exports, "backlogConfig", {
  enumerable: true,
  get: function () {
    return backlogConfig;
  }
});
Object.defineProperty(exports, "backlogFiles", {
  enumerable: true,
  get: function () {
    return backlogFiles;
  }
});