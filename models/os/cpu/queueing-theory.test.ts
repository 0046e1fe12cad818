// Both schedulers against queueing theory: 99.9 % intervals of 16 independent runs with fixed seeds, no wider than 5 % (fluid) and 10 % (slices).
import { expect, test } from "vitest";
import { describeFinding, validate } from "../../../engine/testing/validation.ts";
import { schedulerCases } from "../../testing/cases/schedulers.ts";

test.each(schedulerCases)("$name: $source", (each) => {
  for (const finding of validate(each)) expect(finding.passes, describeFinding(finding)).toBe(true);
});
