// The stations against queueing theory: 99.9 % intervals of independent runs with fixed seeds, no wider than 2 or 3 %. What that means for
// the number of tests is said at CONFIDENCE. Longer runs of the same cases are in docs/validation.md.
import { expect, test } from "vitest";
import { stationCases } from "../testing/cases/index.ts";
import { describeFinding, validate } from "../testing/validation.ts";

test.each(stationCases)("$name: $source", (each) => {
  for (const finding of validate(each)) expect(finding.passes, describeFinding(finding)).toBe(true);
});
