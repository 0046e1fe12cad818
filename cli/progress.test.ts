import { describe, expect, test } from "vitest";
import { Progress, type ProgressMode, progressMode } from "./progress.ts";

function recorder(mode: ProgressMode, columns = 40) {
  const written: string[] = [];
  let now = 0;
  const progress = new Progress(mode, { columns, write: (text) => written.push(text) }, () => now);
  return { written, progress, wait: (milliseconds: number) => (now += milliseconds) };
}

describe("progress", () => {
  test("a terminal gets one line that is overwritten, at most ten times a second", () => {
    const { written, progress, wait } = recorder("line");
    progress.update("vm: 10 tenants");
    progress.update("vm: 11 tenants");
    wait(100);
    progress.update("vm: 12 tenants");
    expect(written).toEqual(["\r\u001b[2Kvm: 10 tenants", "\r\u001b[2Kvm: 12 tenants"]);
  });

  test("the line never wraps", () => {
    const { written, progress } = recorder("line", 11);
    progress.update("0123456789abcdef");
    expect(written).toEqual(["\r\u001b[2K012345678…"]);
  });

  test("a milestone stays and takes the line away first; what is cleared is redrawn at once", () => {
    const { written, progress } = recorder("line");
    progress.update("vm");
    progress.milestone("vm: done");
    progress.update("container");
    progress.clear();
    progress.clear();
    expect(written).toEqual(["\r\u001b[2Kvm", "\r\u001b[2K", "vm: done\n", "\r\u001b[2Kcontainer", "\r\u001b[2K"]);
  });

  test("a log gets milestones only, without escape sequences; quiet gets nothing", () => {
    for (const [mode, expected] of [
      ["log", ["vm: done\n"]],
      ["none", []],
    ] as const) {
      const { written, progress } = recorder(mode);
      progress.update("vm");
      progress.milestone("vm: done");
      progress.clear();
      expect(written).toEqual(expected);
    }
  });

  test("the mode: a terminal that is not CI's gets the line, anything else a log, quiet nothing, and a flag decides", () => {
    const tty = { isTTY: true, write: () => true };
    const pipe = { write: () => true };
    expect(progressMode("auto", false, tty, { TERM: "xterm" })).toBe("line");
    expect(progressMode("auto", false, tty, { TERM: "dumb" })).toBe("log");
    expect(progressMode("auto", false, tty, { TERM: "xterm", CI: "true" })).toBe("log");
    expect(progressMode("auto", false, pipe, {})).toBe("log");
    expect(progressMode("line", false, pipe, {})).toBe("line");
    expect(progressMode("line", true, tty, {})).toBe("none");
  });
});
