/** report.html: one file that works offline, without scripts, in light and dark, on a phone and on paper. */
import type { StudyRecord } from "../scenarios/study/record.ts";
import { PAGE } from "./charts/theme.ts";
import { formatCount, formatMeasured } from "./format.ts";
import { escapeHtml } from "./html/escape.ts";
import { say, sectionHtml } from "./html/parts.ts";
import { sections } from "./html/sections.ts";
import { styleSheet } from "./html/style.ts";
import { machineSizes } from "./machines.ts";
import { objectivesText, objectiveText } from "./objectives.ts";
import { verdict } from "./verdict.ts";

/** Nothing may be loaded or run; styles and the icon are in the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The load mark of a ship: a circle and the line through it. */
const mark = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="${colour}" stroke-width="2.6"><circle cx="16" cy="16" r="10"/><path d="M1 16h30"/></svg>`;

/** More objectives than these are spelt out in the tables only. */
const FEW = 3;

function facts(record: StudyRecord): string {
  const { experiment } = record;
  const points = record.deployments.flatMap((deployment) => deployment.points);
  const runs = points.reduce((sum, { replications }) => sum + replications, 0);
  const simulated = points.reduce((sum, { replications, duration }) => sum + replications * duration, 0);
  const requests = points.reduce((sum, point) => sum + point.requests, 0);
  const entries = [
    [record.hosts.length === 1 ? "Machine" : "Machines", machineSizes(record)],
    ["Objective", record.objectives.length > FEW ? objectiveText(record) : objectivesText(record)],
    ["One tenant sends", `${Number(record.ratePerTenant.toPrecision(3))} requests a second on average`],
    [
      "Study",
      `${formatCount(points.length)} ${points.length === 1 ? "load" : "loads"} in ${formatCount(runs)} runs, ${formatMeasured(simulated, "duration")} simulated, ${formatCount(requests)} requests; seed ${experiment.seed}`,
    ],
  ];
  return `<dl class="facts">${entries.map(([term, text]) => `<div><dt>${say(term)}</dt><dd>${say(text)}</dd></div>`).join("")}</dl>`;
}

/** A headline of more characters is set smaller. */
const LONG = 260;

/** The page. Depends on the record only: no clock, no machine. */
export async function renderHtml(record: StudyRecord): Promise<string> {
  const { headline, details, text } = verdict(record);
  const parts = await sections(record);
  // A number stays on the line of the name before it.
  const sentence = headline
    .map(({ text: words, strong }, index) => {
      const tied = headline[index + 1]?.strong === true ? words.replace(/ $/, "\u00a0") : words;
      return strong ? `<strong>${say(tied)}</strong>` : say(tied);
    })
    .join("");
  const reasons = details.map((detail) => `<li>${say(detail)}</li>`).join("");
  const list = reasons === "" ? "" : record.complete ? `<ul class="reasons">${reasons}</ul>` : `<ul class="reasons notice">${reasons}</ul>`;
  const links = parts.map(({ id, title, short }) => `<li><a href="#${id}">${say(short ?? title)}</a></li>`).join("");
  const icon = `data:image/svg+xml,${encodeURIComponent(mark(PAGE.accent.light))}`;
  const attributions = record.attributions.map((attribution) => `<p>${say(attribution)}</p>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Plimsoll ${escapeHtml(record.plimsoll)}">
<meta name="description" content="${escapeHtml(text)}">
<title>${escapeHtml(record.scenario.title)} – Plimsoll</title>
<link rel="icon" href="${icon}">
<style>${styleSheet()}</style>
</head>
<body>
<header>
<p class="brand">${mark("currentColor").replace("<svg", '<svg aria-hidden="true"')}<span><strong>Plimsoll</strong> load line report</span></p>
<h1>${say(record.scenario.title)}</h1>
<p class="verdict${headline.map((fragment) => fragment.text).join("").length > LONG ? " long" : ""}">${sentence}</p>
${list}
${facts(record)}
<nav aria-label="Sections"><ul>${links}</ul></nav>
</header>
<main>
${parts.map(sectionHtml).join("\n")}
</main>
<footer>
<p>Plimsoll ${escapeHtml(record.plimsoll)}, seed ${escapeHtml(String(record.experiment.seed))}, ${escapeHtml(record.scenario.file)}</p>
${attributions}
</footer>
</body>
</html>
`;
}
