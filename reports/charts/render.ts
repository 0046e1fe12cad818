/** Vega-Lite specification in, static SVG out. The same specification gives the same text, whatever was drawn before. */
import { logger, parse, resetSVGDefIds, View, Warn } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Chart, Size, Spec } from "./chart.ts";
import { FONT } from "./chart.ts";
import { escapeHtml } from "../html/escape.ts";

/** A warning means that a chart doesn't show what it says: a bug. */
function strictLogger() {
  const log = logger(Warn);
  log.warn = (...messages: readonly unknown[]) => {
    throw new Error(`chart: ${messages.join(" ")}`);
  };
  return log;
}

async function draw(spec: Spec): Promise<string> {
  resetSVGDefIds(); // ids are counted for the whole process
  const { spec: vega } = compile(spec as unknown as TopLevelSpec, { logger: strictLogger() });
  const view = new View(parse(vega), { renderer: "none", logger: strictLogger() });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/** Two decimals of a pixel are plenty, and the last bits of a logarithm differ between JavaScript engines. */
const rounded = (svg: string): string =>
  svg.replace(/<[^>]+>/g, (tag) => tag.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (digits) => String(Math.round(Number(digits) * 100) / 100 + 0)));

/** The chart as an `<svg>` element with title and description for screen readers; ids are unique on a page with all charts. */
export async function renderSvg(chart: Chart, size: Size): Promise<string> {
  const id = `${chart.id}-${size.name}`;
  const svg = rounded(await draw(chart.spec(size)))
    .replace(/ font-family="[^"]*"/g, "")
    .replace(/\bid="([^"]+)"/g, `id="${id}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${id}-$1)`);
  const [, attributes] = /^<svg([^>]*)>/.exec(svg) ?? ["", ""];
  const body = svg.slice(svg.indexOf(">") + 1);
  const kept = attributes.replace(/ (class|xmlns:xlink|version)="[^"]*"/g, "");
  return (
    `<svg${kept} class="${size.name}" preserveAspectRatio="xMinYMin" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${escapeHtml(FONT)}">` +
    `<title id="${id}-title">${escapeHtml(chart.title)}</title><desc id="${id}-desc">${escapeHtml(chart.description)}</desc>${body}`
  );
}
