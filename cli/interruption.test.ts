import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { StudyRecord } from "../scenarios/study/record.ts";
import { listenForInterruption } from "./interruption.ts";
import { planted } from "./testing/scenario.ts";
import { spawnCli } from "./testing/spawn.ts";
import { workspace } from "./testing/workspace.ts";

describe("signals", () => {
  afterEach(() => void vi.restoreAllMocks());

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("the first %s aborts, its echo within 400 ms is ignored, a later one quits with %i", (signal, code) => {
    const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
    const onFirst = vi.fn();
    let now = 0;
    const interruption = listenForInterruption(onFirst, () => now);
    expect([interruption.code, interruption.signal.aborted]).toEqual([undefined, false]);
    process.emit(signal, signal);
    expect([interruption.code, interruption.signal.aborted]).toEqual([code, true]);
    now = 400;
    process.emit(signal, signal);
    expect(exit).not.toHaveBeenCalled();
    now = 401;
    process.emit(signal, signal);
    expect(exit).toHaveBeenCalledExactlyOnceWith(code);
    expect(onFirst).toHaveBeenCalledTimes(1);
    interruption.dispose();
    expect(process.listeners(signal)).not.toContain(onFirst);
  });
});

// A signal goes to a process, and what it interrupts are worker threads.
describe("an interrupted study", () => {
  // Days of simulated time at each load, so that the signal comes in the middle of one.
  const long = planted("duration: 20 s", "duration: 20 min").replace("tenants: 1..6", "tenants: 1..20000");

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s keeps what is finished, says so, and ends with %i", async (signal, expected) => {
    const folder = workspace({ "long.yaml": long });
    let sent = false;
    const { code, stdout, stderr } = await spawnCli(["compare", "long.yaml", "--out", "out", "--workers", "2", "--progress", "line"], {
      cwd: folder.path,
      onStderr: (text, kill) => {
        if (sent || !/[1-9]\d* loads? and/.test(text)) return;
        sent = true;
        kill(signal);
        setTimeout(() => kill(signal), 20); // as npm does
      },
    });
    expect(sent).toBe(true);
    expect(code).toBe(expected);
    expect(stderr).toMatch(/again to quit at once/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).not.toBe("");
    const record = StudyRecord.parse(JSON.parse(readFileSync(join(folder.path, "out/summary.json"), "utf8")));
    expect(record.complete).toBe(false);
    expect(record.deployments.some(({ points }) => points.length > 0)).toBe(true);
    for (const file of ["report.html", "results.csv", "manifest.json"]) expect(existsSync(join(folder.path, "out", file))).toBe(true);
    folder.remove();
  });
});
