import { expect, test } from "vitest";
import { describeFinding, validate } from "../../../engine/testing/validation.ts";
import { diskDeviceCases } from "../../testing/cases/disk-devices.ts";

test.each(diskDeviceCases)("$name: $source", (each) => {
  for (const finding of validate(each)) expect(finding.passes, describeFinding(finding)).toBe(true);
});
