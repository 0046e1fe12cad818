/** Load lines as bars: what is proven in full colour, what the interval adds in pale. */
import type { StudyRecord } from "../../scenarios/study/record.ts";
import { objectiveText } from "../objectives.ts";
import { clip } from "../table.ts";
import { lineText, list, relativeText, type Standing, standings } from "../standings.ts";
import { type Chart, colourField, type Frame, innerWidth, layered, pixelY, type Size, type Spec, textWidth } from "./chart.ts";
import { identities } from "./identity.ts";
import { css } from "./theme.ts";

const BAR = 24; // [px]

function barSpec(record: StudyRecord, all: readonly Standing[], size: Size): Spec {
  const looks = identities(record);
  const narrow = size.name === "narrow";
  const step = narrow ? 58 : 44;
  const barTop = narrow ? 24 : 10;
  const names = narrow ? 0 : Math.min(170, 16 + Math.max(...all.map(({ name }) => textWidth(name))));
  const frame: Frame = { size, height: step * all.length, margin: { top: 4, right: 6, bottom: 4, left: names } };
  const labels = 16 + Math.max(...all.map((standing) => textWidth(lineText(standing))));
  const longest = Math.max(1, ...all.map(({ low, high }) => (Number.isFinite(high) ? Math.max(low, high) : low)));
  const scale = { domain: [0, (longest * innerWidth(frame)) / (innerWidth(frame) - labels)], nice: false };
  const x = (field: string) => ({ field, type: "quantitative", axis: null, scale });
  const rows = all.map((standing, index) => {
    const high = Number.isFinite(standing.high) ? Math.max(standing.high, standing.low) : standing.low;
    return {
      name: clip(standing.name, narrow ? 40 : 22),
      colour: looks.get(standing.deployment.name)?.colour,
      low: standing.low,
      high,
      label: lineText(standing),
      top: index * step + barTop,
      bottom: index * step + barTop + BAR,
      middle: index * step + barTop + BAR / 2,
      nameY: narrow ? index * step + 14 : index * step + barTop + BAR / 2,
    };
  });
  const y = { y: pixelY("top", frame.height), y2: { field: "bottom" } };
  const colour = colourField("colour");
  const text = (field: string, at: string, mark: Spec, position: Spec) => ({
    mark: { type: "text", baseline: "middle", ...mark },
    encoding: { ...position, y: pixelY(at, frame.height), text: { field } },
  });
  return {
    ...layered(frame, [
      { mark: { type: "bar", opacity: 0.32 }, encoding: { x: x("low"), x2: { field: "high" }, ...y, color: colour } },
      { mark: { type: "bar" }, encoding: { x: x("low"), x2: { datum: 0 }, ...y, color: colour } },
      { mark: { type: "rule", strokeWidth: 2 }, encoding: { x: x("high"), ...y, color: colour } },
      text("label", "middle", { align: "left", dx: 9, fontWeight: 600 }, { x: x("high") }),
      text("name", "nameY", { align: narrow ? "left" : "right", dx: narrow ? 0 : -12, color: css("--page-ink") }, { x: { value: 0 } }),
    ]),
    data: { values: rows },
  };
}

export function loadLinesChart(record: StudyRecord): Chart {
  const all = standings(record);
  const words = all.map((standing) => `${standing.name}: ${lineText(standing)}`);
  return {
    id: "load-lines",
    title: "Load lines",
    description: `Bars of the largest number of tenants that meets ${objectiveText(record)}. ${list(words)}.`,
    legend: [],
    spec: (size) => barSpec(record, all, size),
    table: {
      columns: [
        { title: "deployment", align: "left" },
        { title: "tenants", align: "right" },
        { title: "against best", align: "right" },
        { title: "how", align: "left" },
      ],
      rows: all.map((standing) => [standing.name, lineText(standing), relativeText(standing) || "–", standing.deployment.label]),
    },
  };
}
