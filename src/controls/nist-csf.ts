import { frameworkOf } from "./item.ts";

/** NIST Cybersecurity Framework 2.0. */
export const csf20 = frameworkOf("NIST CSF 2.0", "2.0", [
  [
    "ID.RA-07",
    "Changes and exceptions are managed, weighed for their risk, recorded and tracked.",
    ["E1", "E3", "E6"],
    "direct",
    "The assessment of risk itself stands in the ticket.",
  ],
  [
    "PR.PS-01",
    "Configuration is managed by established practices.",
    ["E1", "E2", "E3", "E7"],
    "partial",
    "Configuration that is not in this repository.",
  ],
  [
    "PR.PS-06",
    "Secure practices are part of how software is developed, and are watched.",
    ["E1", "E2", "E3", "E7"],
    "partial",
    "Practices other than authorising and tracing changes.",
  ],
  [
    "PR.PS-04",
    "Records of what happened are made and can be monitored.",
    ["E4", "E5"],
    "partial",
    "Logs of systems that run.",
  ],
  [
    "PR.AA-05",
    "Permissions and authorisations are defined, enforced and reviewed, with duties kept apart.",
    ["E1", "E8"],
    "partial",
    "Only the authorisation of changes, not access to accounts and systems.",
  ],
  [
    "PR.DS-01",
    "Data at rest are kept confidential, whole and available.",
    ["E4", "E5"],
    "contextual",
    "Only that records of changes were not altered.",
  ],
  [
    "ID.AM-08",
    "Systems and software are managed through their whole life.",
    ["E2", "E3"],
    "contextual",
    "Acquisition, operation and retirement.",
  ],
  [
    "DE.CM-03",
    "What people do is watched for harmful events.",
    ["E5"],
    "contextual",
    "After the fact, and only what git shows.",
  ],
  [
    "DE.CM-09",
    "Software and its environments are watched for harmful events.",
    ["E5"],
    "contextual",
    "After the fact, and only what git shows.",
  ],
  [
    "GV.RR-02",
    "Roles, responsibilities and authorities are set, known and enforced.",
    ["E1", "E8"],
    "contextual",
    "Only who may authorise a change.",
  ],
]);

/** Its edition before that, whose ids older catalogues still use. */
export const csf11 = frameworkOf("NIST CSF 1.1", "1.1", [
  [
    "PR.IP-3",
    "Configuration change control is in place.",
    ["E1", "E3", "E6"],
    "direct",
    "Changes outside this repository.",
  ],
  [
    "PR.IP-2",
    "Systems are managed by a development life cycle.",
    ["E2", "E3"],
    "partial",
    "The rest of the life cycle.",
  ],
  [
    "PR.PT-1",
    "Audit records are determined, documented, made and reviewed.",
    ["E4", "E5"],
    "partial",
    "Records of systems that run, and that somebody reviews these.",
  ],
  [
    "PR.DS-6",
    "Integrity of software and information is verified.",
    ["E4", "E5"],
    "partial",
    "Integrity of what is built and deployed.",
  ],
  ["ID.AM", "Assets are listed and managed.", ["E3"], "contextual", "An inventory of assets."],
  [
    "PR.AC",
    "Access to assets is limited to who is authorised.",
    ["E1", "E8"],
    "contextual",
    "This gates merges, not accounts.",
  ],
  ["DE.CM", "Systems are monitored for events.", ["E5"], "contextual", "Monitoring of what runs."],
]);
