/** Chromium from an npm package, for tests that look at a page as a reader does. Nothing needs to be installed on the machine. */
import type { Browser } from "playwright-core";

const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** The package means a cloud function's environment: shared libraries and fonts come with it only if it believes to be in one. */
const ENVIRONMENT = { variable: "AWS_LAMBDA_JS_RUNTIME", value: "nodejs20.x" } as const;

export async function launchBrowser(): Promise<Browser> {
  process.env[ENVIRONMENT.variable] = ENVIRONMENT.value;
  const [{ default: chromium }, { chromium: playwright }] = await Promise.all([import("@sparticuz/chromium"), import("playwright-core")]);
  // One process for everything would end with the first page that is closed.
  const args = [...chromium.args.filter((arg) => arg !== "--single-process" && arg !== "--disable-web-security"), ...QUIET];
  return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
}
