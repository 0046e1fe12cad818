import { expect, test } from "vitest";
import { showsUnicode, wantsColor } from "./terminal.ts";

test("colour: the flag decides, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal", () => {
  const tty = { isTTY: true };
  const pipe = {};
  expect(wantsColor(true, { NO_COLOR: "1" }, pipe)).toBe(true);
  expect(wantsColor(false, { FORCE_COLOR: "1" }, tty)).toBe(false);
  expect(wantsColor(undefined, { NO_COLOR: "1", FORCE_COLOR: "1" }, tty)).toBe(false);
  expect(wantsColor(undefined, { FORCE_COLOR: "1" }, pipe)).toBe(true);
  expect(wantsColor(undefined, { FORCE_COLOR: "0" }, tty)).toBe(false);
  expect(wantsColor(undefined, { TERM: "xterm" }, tty)).toBe(true);
  expect(wantsColor(undefined, { TERM: "dumb" }, tty)).toBe(false);
  expect(wantsColor(undefined, { NO_COLOR: "" }, tty)).toBe(true); // an empty NO_COLOR means nothing: no-color.org
  expect(wantsColor(undefined, { CI: "true" }, pipe)).toBe(false);
});

test.runIf(process.platform === "linux")("a terminal whose locale is not UTF-8 gets ASCII; files and pipes get UTF-8", () => {
  expect(showsUnicode({ LANG: "C" }, { isTTY: true })).toBe(false);
  expect(showsUnicode({ LANG: "de_DE.UTF-8" }, { isTTY: true })).toBe(true);
  expect(showsUnicode({ LANG: "de_DE.UTF-8", LC_ALL: "C" }, { isTTY: true })).toBe(false);
  expect(showsUnicode({ LANG: "C" }, {})).toBe(true);
});
