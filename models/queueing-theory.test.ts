// Whole simulated machines against queueing theory: 99.9 % intervals of independent runs with fixed seeds, no wider than 3 %.
// Longer runs of the same cases are in docs/validation.md.
import { expect, test } from "vitest";
import { describeFinding, validate } from "../engine/testing/validation.ts";
import { machineCases } from "./testing/cases/index.ts";

test.each(machineCases)("$name: $source", (each) => {
  for (const finding of validate(each)) expect(finding.passes, describeFinding(finding)).toBe(true);
});
