import { frameworkOf } from "./item.ts";

/** AICPA Trust Services Criteria. */
export const soc2 = frameworkOf("SOC 2", "2017 (2022 points of focus)", [
  [
    "CC8.1",
    "Changes are authorised, designed, documented, tracked, tested, approved and put in.",
    ["E1", "E2", "E3", "E4", "E6"],
    "direct",
    "Testing and deployment.",
  ],
  [
    "CC6.1",
    "Logical access is limited to who needs it.",
    ["E7"],
    "contextual",
    "Accounts and their permissions.",
  ],
  [
    "CC6.3",
    "Access is given by role, with least privilege and duties kept apart.",
    ["E7", "E8"],
    "contextual",
    "Only the duties of author and authoriser.",
  ],
  [
    "CC6.8",
    "Software that nobody authorised is prevented or found.",
    ["E1", "E7"],
    "partial",
    "What is installed elsewhere than from this repository.",
  ],
  ["CC7.1", "Changes of configuration that open a weakness are found.", ["E5"], "contextual", "Scanning."],
  [
    "CC7.2",
    "Systems are watched for what is out of the ordinary.",
    ["E5"],
    "contextual",
    "Monitoring of what runs.",
  ],
]);

/** ISO/IEC 27001:2022, Annex A. */
export const iso27001 = frameworkOf("ISO 27001:2022", "2022", [
  [
    "A.8.32",
    "Changes follow a procedure for managing them.",
    ["E1", "E2", "E3", "E4", "E6"],
    "direct",
    "Changes outside this repository, testing and roll-back.",
  ],
  [
    "A.8.4",
    "Who may read and write sources is managed.",
    ["E7"],
    "contextual",
    "Permissions of the repository.",
  ],
  [
    "A.8.25",
    "Rules for secure development are set and followed.",
    ["E2", "E7"],
    "partial",
    "Rules other than those of the policy.",
  ],
  [
    "A.5.3",
    "Conflicting duties are kept apart.",
    ["E8"],
    "partial",
    "Duties other than author and authoriser.",
  ],
  ["A.8.15", "Logs are made, kept, protected and looked at.", ["E5"], "partial", "Logs of systems that run."],
  [
    "A.5.33",
    "Records are protected from loss and alteration.",
    ["E5"],
    "partial",
    "How long and where they are kept.",
  ],
]);

/** Payment Card Industry Data Security Standard. */
export const pci = frameworkOf("PCI DSS 4.0.1", "4.0.1", [
  [
    "6.5.1",
    "A change has a reason, its effect on security, an approval, tests and a way back.",
    ["E1", "E2"],
    "direct",
    "Effect on security and way back, unless specs have to say them; tests.",
  ],
  ["6.2.3", "Own code is reviewed before it is released.", ["E8"], "contextual", "The forge's reviews."],
  [
    "6.2.3.1",
    "A manual review is done by somebody else than the author, and management approves it.",
    ["E8"],
    "contextual",
    "The forge's reviews.",
  ],
  ["10.3", "Audit logs are protected from change.", ["E5"], "contextual", "Logs of systems that run."],
]);

/** IEC 62304, medical device software. */
export const iec62304 = frameworkOf("IEC 62304", "2006+A1:2015", [
  [
    "8.2.1",
    "Configuration items are changed only on an approved change request.",
    ["E1", "E3"],
    "direct",
    "That the request was weighed by the right people.",
  ],
  [
    "8.2.2",
    "Changes are made as the request says.",
    ["E2", "E3"],
    "partial",
    "That the code does what the request says.",
  ],
  ["8.2.3", "Changes are verified.", ["E3"], "contextual", "Verification and its results."],
  [
    "8.2.4",
    "Change request, problem report and approval can be traced to each other.",
    ["E1", "E3", "E4"],
    "direct",
    "Problem reports of another tracker.",
  ],
  ["8.3", "The history of configuration items can be told.", ["E3", "E5"], "direct", "Items not in git."],
  [
    "6.2.4",
    "Changes to released software are analysed and approved before they are made.",
    ["E1"],
    "partial",
    "The analysis itself.",
  ],
  [
    "5.1",
    "Requirements, implementation and tests can be traced.",
    ["E2", "E3"],
    "partial",
    "Traces to tests and to risks.",
  ],
  [
    "5.2",
    "Software requirements are defined and documented.",
    ["E2"],
    "partial",
    "That they are complete and right.",
  ],
  [
    "5.2.6",
    "Software requirements are verified.",
    ["E2"],
    "contextual",
    "The verification: a spec that is complete in form may still be wrong.",
  ],
]);

/** 21 CFR Part 11, electronic records. A signature of a machine is no person's electronic signature (11.50, 11.70). */
export const cfr11 = frameworkOf("21 CFR 11", "2026", [
  [
    "11.10(e)",
    "Audit trails are made by computer, with times, and hide nothing that was recorded before.",
    ["E4", "E5"],
    "partial",
    "Only for records of development, in a system that its user has validated.",
  ],
  [
    "11.10(f)",
    "Steps are done in the order that is allowed.",
    ["E1"],
    "partial",
    "Only that a ticket stood before the change.",
  ],
  ["11.10(g)", "Only who has authority may act.", ["E1", "E7"], "partial", "Accounts and their permissions."],
  [
    "11.10(k)",
    "Changes to documentation of systems are controlled and kept in the order of time.",
    ["E3", "E5"],
    "partial",
    "Documentation that is not in this repository.",
  ],
]);
