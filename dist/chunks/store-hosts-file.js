"use strict";

let node_fs = require("node:fs");

// src/store/hosts-file.ts
/** The system's own list of hosts (hosts(5)) as text; empty where it can't be read. */
function hostsFile() {
	try {
		return (0, node_fs.readFileSync)(PLACE, "utf8");
	} catch {
		return "";
	}
}
const PLACE = "/etc/hosts";

exports.hostsFile = hostsFile;