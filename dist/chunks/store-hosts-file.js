"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
let node_fs = require("node:fs");

// src/store/hosts-file.ts
var hosts_file_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ hostsFile: () => hostsFile });
/** The system's own list of hosts (hosts(5)) as text; empty where it can't be read. */
function hostsFile() {
	try {
		return (0, node_fs.readFileSync)(PLACE, "utf8");
	} catch {
		return "";
	}
}
const PLACE = "/etc/hosts";

Object.defineProperty(exports, "hostsFile", {
  enumerable: true,
  get: function () {
    return hostsFile;
  }
});
Object.defineProperty(exports, "hosts_file_exports", {
  enumerable: true,
  get: function () {
    return hosts_file_exports;
  }
});