/** The report as a reader gets it: opened as a file in Chromium, without network. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEPLOYMENTS, PAGE } from "./charts/theme.ts";
import { renderHtml } from "./html.ts";
import { launchBrowser } from "./testing/browser.ts";
import { MANY } from "./testing/many.ts";
import { RECORDS as USUAL } from "./testing/record.ts";
import { verdict } from "./verdict.ts";

const RECORDS = { ...USUAL, ...MANY };
type Name = keyof typeof RECORDS;

let browser: Browser;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "plimsoll-browser-"));
  for (const [name, record] of Object.entries(RECORDS)) await writeFile(join(directory, `${name}.html`), await renderHtml(record));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rm(directory, { recursive: true, force: true });
});

interface View {
  readonly width: number;
  readonly scheme: "light" | "dark";
  readonly scripts: boolean;
}

/** Opens a report, looks at it, and fails on anything that the page asked for or complained about. */
async function look<Seen>(name: Name, view: Partial<View>, see: (page: Page) => Promise<Seen>): Promise<Seen> {
  const { width, scheme, scripts } = { width: 1280, scheme: "light" as const, scripts: true, ...view };
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    offline: true,
    javaScriptEnabled: scripts,
  });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    const url = pathToFileURL(join(directory, `${name}.html`)).href;
    page.on("console", (message) => complaints.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("request", (request) => {
      if (request.url() !== url && !request.url().startsWith("data:")) complaints.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    const seen = await see(page);
    expect(complaints).toEqual([]);
    return seen;
  } finally {
    await context.close();
  }
}

/** What in-page.js returns. */
interface Observation {
  /** Drawings without size, texts that leave them or lie on each other. */
  readonly faults: readonly string[];
  /** Height of the tallest heading with its drawing [px]. */
  readonly tallest: number;
  /** How much wider than the window the page is [px]. */
  readonly overflow: number;
  readonly figures: number;
  /** "wide" or "narrow", for each drawing that is shown. */
  readonly drawings: readonly string[];
  readonly paper: string;
  readonly ink: string;
  /** Of the load lines. */
  readonly fills: readonly string[];
  readonly navigation: string;
  readonly ids: readonly string[];
}

const unfold = (page: Page): Promise<void> =>
  page.evaluate<void>(`for (const fold of document.querySelectorAll("details")) fold.open = !fold.classList.contains("bulky")`);

const IN_PAGE = readFileSync(new URL("./testing/in-page.js", import.meta.url), "utf8");
const observe = (page: Page): Promise<Observation> => page.evaluate<Observation>(IN_PAGE);

test.each(Object.keys(RECORDS) as Name[])("%s, at every width: nothing overflows, every drawing can be read", async (name) => {
  await look(name, {}, async (page) => {
    for (const width of [1280, 800, 390, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await unfold(page);
      const { faults, overflow, figures, drawings } = await observe(page);
      expect(faults, `${width} px`).toEqual([]);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
      // As many on a phone as on a desk, drawn for it.
      expect(drawings).toEqual(Array.from({ length: figures }, () => (width > 640 ? "wide" : "narrow")));
    }
  });
});

const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;

test.each(["light", "dark"] as const)("%s: page and drawings take their colours from the theme", async (scheme) => {
  const colours = await look("sample", { scheme }, observe);
  expect(colours.paper).toBe(rgb(PAGE.paper[scheme]));
  expect(colours.ink).toBe(rgb(PAGE.ink[scheme]));
  for (const model of ["vm", "container", "function"]) expect(colours.fills).toContain(rgb(DEPLOYMENTS[model][scheme]));
});

test("with scripts switched off everything is there, and folds open", async () => {
  await look("sample", { scripts: false }, async (page) => {
    const text = verdict(RECORDS.sample).text;
    const shown = (await page.locator("header").innerText()).replace(/\s+/g, " ");
    for (const sentence of text.split(". ")) expect(shown).toContain(sentence.replace(/\.$/, ""));
    const fold = page.locator("#latency details").first();
    expect(await fold.locator("table").isVisible()).toBe(false);
    await fold.locator("summary").click();
    expect(await fold.locator("table").isVisible()).toBe(true);
    expect((await observe(page)).faults).toEqual([]);
  });
});

test("on paper: black on white whatever the theme, wide drawings, no navigation", async () => {
  await look("sample", { scheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const { paper, navigation, figures, drawings } = await observe(page);
    expect(paper).toBe(rgb(PAGE.paper.light));
    expect(navigation).toBe("none");
    expect(drawings).toEqual(Array.from({ length: figures }, () => "wide"));
  });
});

/** What is left of a sheet within margins of 16 mm, at 96 px an inch: the width of A4, the height of US letter. */
const SHEET = { width: 672, height: 934 };

test.each(Object.keys(RECORDS) as Name[])(
  "%s, on paper: nothing overflows, and no heading stands on another page than its drawing",
  async (name) => {
    await look(name, { width: SHEET.width }, async (page) => {
      await page.emulateMedia({ media: "print" });
      await unfold(page);
      const { faults, overflow, tallest } = await observe(page);
      expect(faults).toEqual([]);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(tallest).toBeLessThanOrEqual(SHEET.height);
    });
  },
);

test("text from a scenario is shown as text and never runs", async () => {
  await look("sample", {}, async (page) => {
    expect(await page.locator("#reproduce").innerText()).toContain('<script>alert("never runs")</script>');
    expect(await page.locator("script").count()).toBe(0);
  });
});

test("for screen readers: one main, headings in order, each drawing named and described", async () => {
  await look("sample", {}, async (page) => {
    expect(await page.locator("main").count()).toBe(1);
    expect(await page.locator("h1").count()).toBe(1);
    const drawings = await page.locator("figure svg[role=img]").all();
    for (const drawing of drawings) {
      const ids = ((await drawing.getAttribute("aria-labelledby")) ?? "").split(" ");
      for (const id of ids) expect(((await page.locator(`#${id}`).textContent()) ?? "").length).toBeGreaterThan(5);
    }
    const { ids } = await observe(page);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
