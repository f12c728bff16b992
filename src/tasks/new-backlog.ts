/** A file of a new backlog, root-relative. */
export interface BacklogFile {
  readonly path: string;
  readonly text: string;
}

/** A small backlog as Backlog.md keeps it: its configuration and one open task. `now` dates the task, to the minute in UTC. */
export function backlogFiles(project: string, now: Date): readonly BacklogFile[] {
  const minute = now.toISOString().slice(0, 16).replace("T", " ");
  return [
    backlogConfig(project),
    { path: "backlog/tasks/task-1 - Follow-the-golden-thread.md", text: task(minute) },
  ];
}

/** The configuration alone, for a backlog whose tasks come from elsewhere. */
export function backlogConfig(project: string): BacklogFile {
  return { path: "backlog/config.yml", text: config(project) };
}

function config(project: string): string {
  return `project_name: ${JSON.stringify(project)}
default_status: "To Do"
statuses: ["To Do", "In Progress", "Done"]
labels: []
task_prefix: "task"
`;
}

function task(minute: string): string {
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
