/** The golden digest of engine/golden, as a script for any JavaScript runtime, browsers too. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launchBrowser } from "../../reports/testing/browser.ts";

/** What every runtime must say. */
export const storedDigest = readFileSync(new URL("../../engine/golden/mixed-model.txt", import.meta.url), "utf8");

/** The engine and its mixed model in one script, which defines `golden.mixedModel()`. Types are taken out, nothing else is changed. */
export async function goldenScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../engine/golden/mixed-model.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "golden",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
  });
  return outputFiles[0].text;
}

/** The digest according to headless Chromium. */
export async function digestInChromium(script: string): Promise<{ readonly version: string; readonly digest: string }> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return { version: browser.version(), digest: await page.evaluate<string>("golden.mixedModel()") };
  } finally {
    await browser.close();
  }
}

/** Names of the parts of the model in which a digest differs from the expected one, in the order in which the model computes them. */
export function differingParts(digest: string, expected: string): string[] {
  const [left, right] = [digest, expected].map((text) => text.trimEnd().split("\n"));
  const count = Math.max(left.length, right.length);
  // The first line is the hash of all others.
  return Array.from({ length: count }, (_, i) => (left[i] === right[i] || i === 0 ? "" : (left[i] ?? right[i]).slice(18))).filter(Boolean);
}
