/** Chromium from an npm package, for tests that look at a page as a reader does. Nothing needs to be installed on the machine. */
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";

const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** The package means a cloud function's environment: shared libraries and fonts come with it only if it believes to be in one. */
const ENVIRONMENT = { variable: "AWS_LAMBDA_JS_RUNTIME", value: "nodejs20.x" } as const;

export async function launchBrowser(): Promise<Browser> {
  process.env[ENVIRONMENT.variable] = ENVIRONMENT.value;
  const [{ default: chromium }, { chromium: playwright }] = await Promise.all([import("@sparticuz/chromium"), import("playwright-core")]);
  // One process for everything would end with the first page that is closed.
  const args = [...chromium.args.filter((arg) => arg !== "--single-process" && arg !== "--disable-web-security"), ...QUIET];
  return playwright.launch({ executablePath: await onlyOne(() => chromium.executablePath()), args, headless: true });
}

/** The first use unpacks the browser, and takes any file that is there for complete: test files that start together take turns. */
async function onlyOne(unpack: () => Promise<string>): Promise<string> {
  const lock = join(tmpdir(), "chromium-is-being-unpacked");
  const take = () =>
    mkdir(lock).then(
      () => true,
      () => false,
    );
  // A lock that stays for a minute was left by a run that was killed.
  for (let attempt = 0; attempt < 300 && !(await take()); attempt++) await sleep(200);
  try {
    return await unpack();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}
