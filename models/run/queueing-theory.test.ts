// Whole simulated machines against queueing theory, and mechanisms against their closed forms: 99.9 % intervals of independent runs with fixed seeds, no wider than 3 %.
// Longer runs of the same cases are in docs/validation.md.
import { expect, test } from "vitest";
import { describeFinding, validate } from "../../engine/testing/validation.ts";
import { cpuMaxCases, machineCases } from "../testing/cases/index.ts";

test.each([...machineCases, ...cpuMaxCases])("$name: $source", (each) => {
  for (const finding of validate(each)) expect(finding.passes, describeFinding(finding)).toBe(true);
});
