import { expect, test } from "vitest";
import { describeFinding, validate } from "../../engine/testing/validation.ts";
import { measuredNetworkCases } from "../testing/network-cases.ts";

test.each(measuredNetworkCases)("$name ($source)", (each) => {
  for (const finding of validate(each)) expect(finding.passes, describeFinding(finding)).toBe(true);
});
