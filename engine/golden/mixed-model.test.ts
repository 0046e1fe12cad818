/**
 * The digest of a large model is the one that is stored in mixed-model.txt. It changes with every change of what the engine computes or of
 * the order of its events, and with nothing else. If you meant to change that, renew it, and say why in the commit:
 *
 *     npx vitest run engine/golden -u && npm run check:determinism
 */
import { describe, expect, test } from "vitest";
import { mixedModel } from "./mixed-model.ts";
import { SETTINGS, type Settings } from "./plant.ts";

test("the digest is the stored one, line by line", async () => {
  await expect(mixedModel()).toMatchFileSnapshot("./mixed-model.txt");
});

describe("the digest tells when a station is set otherwise", () => {
  const short = (settings: Partial<Settings>) => mixedModel({ settings, duration: 2 }).split("\n");
  const [digest, fingerprint] = short({});

  test("the same settings give the same digest", () => {
    expect(short({ ...SETTINGS }).slice(0, 2)).toEqual([digest, fingerprint]);
  });

  test.each(Object.keys(SETTINGS) as (keyof Settings)[])("%s", (name) => {
    const value = SETTINGS[name];
    const [otherDigest, otherFingerprint] = short({ [name]: Number.isInteger(value) ? value + 1 : value * 1.001 });
    expect(otherDigest).not.toBe(digest);
    expect(otherFingerprint).not.toBe(fingerprint);
  });
});
