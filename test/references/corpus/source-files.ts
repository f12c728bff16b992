import { ANY_JIRA, AZURE, GITHUB, type Group, JIRA, TASKS } from "./group.ts";

const own = (...numbers: readonly number[]) => numbers.map((number) => `acme/shop#${number}`).join(" ");

function source(fear: string, path: string, cases: Group["cases"], config = GITHUB): Group {
  return { fear, kind: "source", config, path, cases };
}

export const sourceFiles: readonly Group[] = [
  source("a style sheet's colours and selectors are taken for issues", "shop.css", [
    ["a { color: #333; background: #123456 }", ""],
    ["#12 { top: 0 }", ""],
    ["/* see #12 */\na { color: #444 }", own(12)],
    ["/* color: #333; */", ""],
    ["$red: #900; // see #13", own(13)],
  ]),
  source("markup is misread", "index.html", [
    ["<p>Fixed #12</p>", own(12)],
    ['<a href="#12">up</a>', ""],
    ['<td bgcolor="#123456">x</td>', ""],
    ["<!-- see #13 -->", own(13)],
    ["<style>a { color: #333 }</style><p>#14</p>", own(14)],
    ["<script>// see #15\nlet c = '#333';</script>", own(15)],
    ["&#160;&#12;", ""],
    ["<code>#16</code> #17", own(17)],
    ['<a href="https://github.com/other/thing/issues/18">#18</a>', "other/thing#18"],
    ['<p title="a > b #19">#20</p>', own(20)],
    ["<pre>\n#21\n</pre>", ""],
    ['<path fill="#000" d="M1 2"/>', ""],
  ]),
  source("a component file is misread", "Cart.vue", [
    ["<template><p>see #12</p></template>", own(12)],
    ["<script setup>\n// fixes #13\nconst red = '#f00';\n</script>", own(13)],
    ["<style scoped>\na { color: #333 }\n</style>", ""],
    ["<template><b :style=\"{ color: on ? '#333' : '#444' }\" /></template>", ""],
  ]),
  source(
    "XML is misread",
    "changes.xml",
    [
      ['<action issue="PROJ-1">tidy PROJ-2</action>', "PROJ-1 PROJ-2"],
      ["<!-- PROJ-3 -->", "PROJ-3"],
    ],
    JIRA,
  ),
  source("documents are misread", "docs/guide.md", [
    ["Fixes #12", own(12)],
    ["# Title #13\n\n`#14`\n\n```\n#15\n```\n", own(13)],
    ["[#16](https://github.com/other/thing/pull/16)", "other/thing#16"],
    ["[part 2](#2)", ""],
    ["<!-- #17 -->", own(17)],
    ["- [ ] #18 a task\n- #19 a point", own(19)],
    ["| #20 | x |", own(20)],
    [
      "* fix ([#21](https://github.com/acme/shop/issues/21)) closes [#22](https://github.com/acme/shop/issues/22)",
      own(21, 22),
    ],
    ["([#23])\n\n[#23]: https://github.com/acme/shop/pull/23", own(23)],
    ["rule #1 is: be kind", ""],
  ]),
  source("the criteria of a task file are taken for issues", "backlog/tasks/task-7 - Begin.md", [
    [
      "## Acceptance Criteria\n<!-- AC:BEGIN -->\n- [ ] #1 It works\n- [x] #2 It is quick\n- [ ] #33 It is last\n<!-- AC:END -->\nSee #40",
      own(40),
    ],
  ]),
  source("a change log is misread", "CHANGES.txt", [
    ["* Tidy (#12)\n* Sort, fixes #13\n", own(12, 13)],
    ["1.2.0\n=====\n#14: first\n", own(14)],
  ]),
  source("a file without a known name is misread", "NOTES", [
    ["see #12 and `#13`", own(12)],
    ["#!/bin/sh\n#14\n# see #15\n", own(15)],
    ["#!/usr/bin/env python3\nx = 1 #16\n# see #17\n", own(17)],
    ["#!/usr/bin/env node\n// see #18\n", own(18)],
  ]),
  source("immediates of an assembler are taken for issues", "boot.s", [
    ["mov r0, #12 // see #13", own(13)],
    ["ldr x0, [sp, #16] ; see #14", own(14)],
    ["# see #15\nmovl $1, %eax", own(15)],
    ["@ see #16\nadd r1, r1, #4", own(16)],
    ["/* see #17 */\nlsl r1, #2", own(17)],
  ]),
  source("arguments of TeX are taken for issues", "paper.tex", [
    ["\\newcommand{\\a}[2]{#1 and #2}", ""],
    ["% see #12\n\\emph{#1}", own(12)],
  ]),
  source("Lisp is misread", "shop.el", [
    [";; see #12\n(setq a '#1=(a . #1#))", own(12)],
    ['(message "see issue #13")', own(13)],
  ]),
  source("Haskell, Lua and SQL are misread", "Shop.hs", [
    ["-- see #12\nf = 1", own(12)],
    ["{- see #13 -}", own(13)],
    ['t = "issue #1554" =: x', own(1554)],
  ]),
  source("Pascal's characters are taken for issues", "shop.pas", [
    ["s := 'a'#13#10;", ""],
    ["// see #12\nbegin end.", own(12)],
    ["{ see #14 }", own(14)],
  ]),
  source("delays of Verilog are taken for issues", "shop.sv", [
    ["always #10 clk = ~clk; // see #12", own(12)],
  ]),
  source("PHP is misread", "cart.php", [
    ["<?php\n#12\n// see #13\n# see #14\n", own(13, 14)],
    ["#[Attribute(12)]\n/** @see #15 */", own(15)],
    ["echo '<b style=\"color: #333\">';", ""],
  ]),
  source("JSON is misread", "data.json", [
    ['{ "title": "Fixes #12", "colour": "#333333" }', own(12)],
    ['{ "issue": "#1234", "name": "Item #1" }', own(1234)],
    ['{ "url": "https://github.com/other/thing/issues/5" }', "other/thing#5"],
  ]),
  source("a patch is misread", "fix.patch", [
    [
      "Subject: [PATCH] Tidy (#12)\n\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-// see #13\n+// see #14\n",
      own(12, 13, 14),
    ],
  ]),
  source(
    "arithmetic is taken for a Jira key",
    "src/shop.c",
    [
      ["int a = MAX-1;", ""],
      ["a[LEN-2] = b;", ""],
      ["return SIZE-3;", ""],
      ["f(COUNT-4, x);", ""],
      ["for (i = TOP-5; i > 0; i--)", ""],
      ["// see STORE-6\nint a;", "STORE-6"],
      ["/* STORE-7: tidy */", "STORE-7"],
      ['@Issue("STORE-8")', "STORE-8"],
      ["// UTF-8 only", ""],
    ],
    ANY_JIRA,
  ),
  source(
    "a configured key in code is missed",
    "src/shop.java",
    [
      ['@JiraKey("PROJ-1")', "PROJ-1"],
      ["// PROJ-2: tidy", "PROJ-2"],
      ['@TestForIssue( jiraKey = "PROJ-3" )', "PROJ-3"],
      ["class PROJ_4Test {}", ""],
      ["// https://jira.example.org/browse/PROJ-5", "PROJ-5"],
    ],
    JIRA,
  ),
  source(
    "a task or a work item in code is missed",
    "src/shop.py",
    [
      ["# TASK-7: tidy", "TASK-7"],
      ['"""BACK-222.1"""', "BACK-222.1"],
      ["x = 'FEAT-001'", "FEAT-1"],
    ],
    TASKS,
  ),
  source(
    "a work item in code is missed",
    "src/shop.cs",
    [
      ["// AB#12", "12"],
      ['[WorkItem("AB#13")]', "13"],
      ["/// <summary>AB#14</summary>", "14"],
    ],
    AZURE,
  ),
];
