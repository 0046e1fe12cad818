import { configDefaults, defineConfig } from "vitest/config";

/** Chromium's package changes the environment of the process that starts it, library paths included: these files get one of their own. */
const browser = ["reports/html.browser.test.ts", "bench/determinism/golden.test.ts"];

/**
 * Tests lie beside the files they test. `npm test` builds first: tests of worker threads and of the built command line run dist/.
 *
 * Two processes run all files one after the other and load each module once (`isolate: false`); to load everything again for each file took as much
 * time as half of the tests. It is safe because no result may depend on what was simulated before in the same process, and it helps to see if one did.
 */
export default defineConfig({
  test: {
    environment: "node",
    // Not threads: tests of the command line change the working directory, which a process has and a thread has not.
    pool: "forks",
    // A slow machine with two busy cores; no test asserts a duration, so a generous limit costs nothing.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // The colour and debug settings of whoever runs the tests must not reach the expected texts.
    env: { NO_COLOR: "1", FORCE_COLOR: "", PLIMSOLL_DEBUG: "" },
    // What one file replaces is whole again for the next.
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "all",
          isolate: false,
          include: ["**/*.test.ts"],
          exclude: [...configDefaults.exclude, "dist/**", "out/**", ...browser],
        },
      },
      { extends: true, test: { name: "browser", include: browser } },
    ],
  },
});
