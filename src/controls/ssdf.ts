import { frameworkOf } from "./item.ts";

/** NIST SP 800-218, Secure Software Development Framework. */
export const ssdf = frameworkOf("NIST SSDF 1.1", "1.1", [
  [
    "PO.1.2",
    "Security requirements of the software are identified, kept and met.",
    ["E2", "E3"],
    "partial",
    "That what the specs ask for is complete and right.",
  ],
  [
    "PO.3.3",
    "Tools are set up to make artefacts of their support of secure development.",
    ["E4"],
    "direct",
    "The same of all other tools.",
  ],
  [
    "PO.4.1",
    "Criteria for checks are defined and tracked through the life cycle.",
    ["E1", "E6"],
    "direct",
    "Criteria other than those of the policy.",
  ],
  [
    "PO.4.2",
    "What is needed to support the criteria is gathered and safeguarded.",
    ["E1", "E5", "E6"],
    "direct",
    "How long and where it is kept.",
  ],
  [
    "PS.1.1",
    "All forms of code are kept by least privilege, and changes can be attributed.",
    ["E3", "E4"],
    "partial",
    "Who may read and write the repository.",
  ],
  ["PS.3.1", "What belongs to each release is archived.", ["E4"], "partial", "The release's own files."],
  [
    "PS.3.2",
    "Provenance of the components of each release is kept.",
    ["E4"],
    "contextual",
    "An inventory of components: this tells of changes.",
  ],
  [
    "PW.1.2",
    "Requirements, risks and design decisions are tracked.",
    ["E2", "E3"],
    "direct",
    "That specs hold them.",
  ],
  [
    "PW.2.1",
    "The design is reviewed by somebody who did not make it.",
    ["E2"],
    "contextual",
    "That there is a plan is no review of it.",
  ],
  ["PW.7.2", "Code is reviewed.", ["E3"], "contextual", "The forge's reviews."],
]);
