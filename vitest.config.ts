import { configDefaults, defineConfig } from "vitest/config";

/** Tests lie beside the files they test. `npm test` builds first: tests of the command line and of worker threads run dist/. */
export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    exclude: [...configDefaults.exclude, "dist/**", "out/**"],
    environment: "node",
    // Not threads: tests of the command line change the working directory, which a process has and a thread has not.
    pool: "forks",
    // A slow machine with two busy cores; no test asserts a duration, so a generous limit costs nothing.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // The colour and debug settings of whoever runs the tests must not reach the expected texts.
    env: { NO_COLOR: "1", FORCE_COLOR: "", PLIMSOLL_DEBUG: "" },
  },
});
