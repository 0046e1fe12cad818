/** Building blocks of the page: tables, legends, figures. Everything that comes from a record is escaped here. */
import { SIZES } from "../charts/chart.js";
import { renderSvg } from "../charts/render.js";
import { withLightColours } from "../charts/theme.js";
import { glue } from "../format.js";
import { escapeHtml } from "./escape.js";
/** Escaped, with numbers tied to their units. */
export const say = (text) => escapeHtml(glue(text));
/** Vega's symbols in a square of side 2 around the origin. */
const SYMBOLS = {
    circle: '<circle r=".8"/>',
    square: '<path d="M-.72-.72H.72V.72H-.72Z"/>',
    "triangle-up": '<path d="M0-.85.9.7H-.9Z"/>',
    diamond: '<path d="M0-1 .75 0 0 1-.75 0Z"/>',
    cross: '<path d="M-.9-.3H-.3V-.9H.3V-.3H.9V.3H.3V.9H-.3V.3H-.9Z"/>',
};
/** A small area or marker in a colour of the charts; decoration only, the words stand beside it. */
export function swatch({ colour, shape }) {
    if (shape === undefined)
        return `<span class="swatch" style="background:${escapeHtml(colour)}"></span>`;
    return `<svg class="symbol" viewBox="-1 -1 2 2" fill="${escapeHtml(colour)}" aria-hidden="true">${SYMBOLS[shape] ?? SYMBOLS.circle}</svg>`;
}
function legendHtml(items) {
    if (items.length === 0)
        return "";
    const explained = items.some(({ label }) => label.includes(": "));
    const entries = items.map((item) => {
        const [word, meaning] = item.label.split(/: (.*)/s);
        const text = meaning === undefined ? say(word) : `<span><b>${say(word)}</b> ${say(meaning)}</span>`;
        return `<li>${swatch(item)}${text}</li>`;
    });
    return `<ul class="legend${explained ? " explained" : ""}">${entries.join("")}</ul>`;
}
/** Longer cells may break; numbers never do. */
const LONG = 40;
export function tableHtml(table, { caption, marks, even }) {
    const long = table.columns.map((_, index) => table.rows.some((row) => row[index].length > LONG));
    const classes = (index, text = "") => [table.columns[index].align === "right" ? "right" : "", long[index] ? "wrap" : "", /^(–|n\/a)/.test(text) ? "na" : ""]
        .filter((name) => name !== "")
        .join(" ");
    const attribute = (names) => (names === "" ? "" : ` class="${names}"`);
    const named = (text) => {
        const mark = marks?.get(text);
        return mark === undefined ? say(text) : `<span class="tag">${mark}${say(text)}</span>`;
    };
    const head = table.columns.map(({ title }, index) => `<th scope="col"${attribute(classes(index))}>${named(title)}</th>`);
    const rows = table.rows.map(([first, ...rest]) => {
        const cells = rest.map((cell, index) => `<td${attribute(classes(index + 1, cell))}>${say(cell)}</td>`);
        return `<tr><th scope="row"${attribute(classes(0))}>${named(first)}</th>${cells.join("")}</tr>`;
    });
    const label = escapeHtml(caption);
    return `<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table${even === true ? ` class="even" style="--columns:${table.columns.length}"` : ""}><caption class="hidden">${label}</caption><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}
export const details = (summary, body, name = "") => `<details${name === "" ? "" : ` class="${name}"`}><summary>${say(summary)}</summary>${body}</details>`;
/** The chart in both widths, its legend, its numbers and its specification. */
export async function figureHtml(chart, options = {}) {
    const drawings = [];
    for (const size of SIZES)
        drawings.push(await renderSvg(chart, size));
    const marks = options.marks ?? new Map();
    const numbers = () => tableHtml(chart.table, { caption: `${chart.title}: the numbers`, marks });
    const specification = withLightColours(JSON.stringify({ description: chart.description, ...chart.spec(SIZES[0]) }));
    const explained = chart.legend.some(({ label }) => label.includes(": "));
    const legend = legendHtml(chart.legend);
    return [
        `<figure id="figure-${chart.id}">${explained ? "" : legend}${drawings.join("")}${explained ? legend : ""}</figure>`,
        options.under ?? details("The numbers behind this chart", numbers()),
        details("This chart as Vega-Lite", `<pre tabindex="0"><code>${escapeHtml(specification)}</code></pre>`, "bulky"),
    ].join("\n");
}
export const sectionHtml = ({ id, title, lead, content }) => `<section id="${id}" aria-labelledby="${id}-heading"><div class="lead"><h2 id="${id}-heading">${say(title)}</h2><p>${say(lead)}</p></div>\n<div class="content">${content}</div></section>`;
