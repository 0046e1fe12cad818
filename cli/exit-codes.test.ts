import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EXIT, EXIT_MEANINGS } from "./exit-codes.ts";

test("each exit code has one meaning, and docs/exit-codes.md says the same", () => {
  expect(EXIT_MEANINGS.map(([code]) => code)).toEqual(Object.values(EXIT));
  expect(new Set(Object.values(EXIT)).size).toBe(Object.values(EXIT).length);
  const page = readFileSync(new URL("../docs/exit-codes.md", import.meta.url), "utf8");
  const rows = [...page.matchAll(/^\| *(\d+) *\| *([^|]+?) *\|/gm)].map(([, code, meaning]) => [Number(code), meaning]);
  expect(rows).toEqual(EXIT_MEANINGS);
});
