import { startJiraServer } from "../servers/jira/index.ts";
import { contract } from "./tracker-contract.ts";

contract(() => startJiraServer({ flavour: "cloud" }), "Jira Cloud");
contract(() => startJiraServer({ flavour: "data-center" }), "Jira Data Center");
