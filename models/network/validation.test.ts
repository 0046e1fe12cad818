import { expect, test } from "vitest";
import { describeFinding, validate } from "../../engine/testing/validation.ts";
import { linkCases } from "../testing/cases/links.ts";

test.each(linkCases)("$name: $source", (each) => {
  for (const finding of validate(each)) expect(finding.passes, describeFinding(finding)).toBe(true);
});
