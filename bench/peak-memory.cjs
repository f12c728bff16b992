// Preloaded into a measured program: writes its own peak memory (kB) as it ends.
const { writeFileSync } = require("node:fs");
process.on("exit", () => {
  const file = process.env.GOLDEN_THREAD_BENCH_RSS;
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
