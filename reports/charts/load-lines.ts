/**
 * Load lines as bars: what is proven in full colour, what the interval adds in pale. Where they span decades, as dots on a logarithmic axis, which
 * has no zero for a bar to begin at.
 */
import type { StudyRecord } from "../../scenarios/study/record.ts";
import { formatCount, formatEstimate } from "../format.ts";
import { objectiveText } from "../objectives.ts";
import { lineText, list, relativeText, type Standing, standings } from "../standings.ts";
import { type Chart, type LegendItem, type Size, type Spec, textWidth } from "./chart.ts";
import { Drawing } from "./drawing.ts";
import { identities, type Identity } from "./identity.ts";
import { drawVerdict } from "./marks.ts";
import { shortNames } from "./names.ts";
import { pressureAt, sameObjective, timesText } from "./objective.ts";
import { linearScale, logScale, type Scale, spansDecades } from "./scale.ts";
import { css } from "./theme.ts";

/** Ratio of the largest line to the smallest from which on the bar of the smallest could not be seen. */
const DECADES = 40;

/** Longest name beside a bar, and above one [cells]. */
const NAME = { wide: 26, narrow: 28 } as const;

interface Row {
  readonly standing: Standing;
  readonly name: string;
  readonly look: Identity;
  readonly low: number;
  /** End of the interval, as far as it is known. */
  readonly high: number;
  /** Without the loads that did not settle: they have marks. */
  readonly label: string;
  /** Response time at the load at which all are compared. */
  readonly equal: string;
}

function rowsOf(record: StudyRecord, width: number): readonly Row[] {
  const all = standings(record);
  const looks = identities(record);
  const names = shortNames(
    all.map(({ name }) => name),
    width,
  );
  return all.flatMap((standing, index): Row[] => {
    const look = looks.get(standing.deployment.name);
    if (look === undefined) return [];
    const { low } = standing;
    const high = Number.isFinite(standing.high) ? Math.max(standing.high, low) : low;
    return [
      {
        standing,
        name: names[index],
        look,
        low,
        high,
        label: lineText({ ...standing, unsettled: "" }),
        equal: equalText(record, standing),
      },
    ];
  });
}

/** What is measured at equal load, of the application that is nearest to its objective; empty where that load was not simulated. */
function equalText(record: StudyRecord, { deployment }: Standing): string {
  const point = deployment.points.find(({ tenants }) => tenants === record.equalLoad);
  if (point === undefined) return "";
  const pressure = pressureAt(record, point);
  if (!pressure?.ratio) return "n/a";
  return sameObjective(record) ? formatEstimate(pressure.latency, "duration").value : timesText(pressure.ratio.value);
}

/** Loads that cannot fit are drawn where they are not far beyond what is measured. */
const NEAR = 1.5;

const excludedOf = (rows: readonly Pick<Row, "standing">[]): readonly number[] =>
  rows.flatMap(({ standing: { deployment } }) => deployment.excluded.slice(0, 1).map(({ tenants }) => tenants));

function scaleOf(rows: readonly Row[], [from, to]: readonly [number, number], labels: number): Scale {
  const lows = rows.map(({ low }) => low);
  const longest = Math.max(1, ...rows.map(({ high }) => high));
  const most = Math.max(longest, ...excludedOf(rows).filter((tenants) => tenants <= NEAR * longest));
  // The label of the longest bar stands behind it.
  const room = (to - from) / Math.max(1, to - from - labels);
  if (!spansDecades(lows, DECADES)) return linearScale(most * room, [from, to]);
  const least = Math.min(...lows.filter((low) => low > 0)) / 1.5;
  return logScale([least, least * (most / least) ** room], [from, to], { mostTicks: 6 });
}

function spec(record: StudyRecord, size: Size): Spec {
  const narrow = size.name === "narrow";
  const rows = rowsOf(record, NAME[size.name]);
  const dense = rows.length > 6;
  const bar = dense ? 16 : 24; // [px]
  const step = narrow ? bar + 32 : bar + (dense ? 12 : 20);
  const equal = rows.some((row) => row.equal !== "");
  const left = narrow ? 0 : 14 + Math.max(...rows.map(({ name }) => textWidth(name)));
  const column = equal && !narrow ? 120 : 0;
  const labels = 16 + Math.max(...rows.map(({ label }) => textWidth(label) * 1.06));
  const scale = scaleOf(rows, [left, size.width - column - 6], labels);
  const drawing = new Drawing(size);
  const top = equal ? 30 : 4;
  const bottom = top + step * rows.length;
  if (equal) {
    const statistic = sameObjective(record) ? record.objectives[0].statistic : "of the objective";
    drawing.text({ x: size.width - 2, y: 14 }, `${statistic} at ${formatCount(record.equalLoad ?? 0)} tenants`, {
      align: "right",
      colour: css("--page-muted"),
      size: 12,
    });
  }
  if (scale.logarithmic) {
    for (const tick of scale.ticks) {
      drawing.rule({ x: scale.place(tick), y: top }, { x: scale.place(tick), y: bottom + 4 }, { colour: css("--page-rule") });
      drawing.textWhereFree([{ x: scale.place(tick), y: bottom + 16, align: "center" }], formatCount(tick), {
        colour: css("--page-muted"),
        size: 12,
      });
    }
  }
  for (const [index, row] of rows.entries()) {
    const y = top + index * step + (narrow ? 24 : (step - bar) / 2);
    const middle = y + bar / 2;
    const { colour } = row.look;
    const [from, low, high] = [scale.logarithmic ? scale.place(row.low) : left, scale.place(row.low), scale.place(row.high)];
    if (row.low > 0 || row.high > 0) {
      if (scale.logarithmic && row.low === 0) drawing.bar({ x: left, x2: high, y: y + 4, y2: y + bar - 4 }, colour, 0.32);
      if (!scale.logarithmic) drawing.bar({ x: from, x2: low, y, y2: y + bar }, colour);
      if (high > low && row.low > 0)
        drawing.bar({ x: low, x2: high, y: scale.logarithmic ? y + 4 : y, y2: scale.logarithmic ? y + bar - 4 : y + bar }, colour, 0.32);
      drawing.rule({ x: high, y }, { x: high, y: y + bar }, { colour, width: 2 });
      if (scale.logarithmic && row.low > 0)
        drawing.point({ x: low, y: middle }, { shape: row.look.shape, fill: colour, stroke: colour, size: 90 });
    }
    for (const tenants of row.standing.deployment.loadLine?.unsettled ?? []) {
      if (tenants > scale.domain[1]) continue;
      drawVerdict(drawing, { x: scale.place(tenants), y: middle }, "unsettled", { shape: "circle", colour: css("--page-ink"), size: 70 });
    }
    const marked = [
      ...(row.standing.deployment.loadLine?.unsettled ?? []),
      ...row.standing.deployment.excluded.map(({ tenants }) => tenants),
    ];
    const behind = Math.max(high, ...marked.filter((tenants) => tenants <= row.high * 1.2).map((tenants) => scale.place(tenants)));
    const nameLook = narrow ? { align: "left" as const } : { align: "right" as const };
    drawing.text(narrow ? { x: 0, y: y - 10 } : { x: left - 12, y: middle }, row.name, nameLook);
    const labelled = Math.max(behind, left) + 9;
    drawing.text({ x: labelled, y: middle }, row.label, { weight: 600, halo: true });
    for (const tenants of excludedOf([row])) {
      if (tenants > scale.domain[1]) continue;
      const x = scale.place(tenants);
      // Where the label is as far to the right only a part below it.
      const top = x > labelled + textWidth(row.label) * 1.06 ? y - 3 : middle + 9;
      drawing.rule({ x, y: top }, { x, y: y + bar + 4 }, { colour: css("--page-limit"), width: 2.5 });
    }
    if (row.equal !== "") drawing.text({ x: size.width - 2, y: narrow ? y - 10 : middle }, row.equal, { align: "right" });
  }
  return drawing.spec(bottom + (scale.logarithmic ? 28 : 4));
}

function legendOf(record: StudyRecord): readonly LegendItem[] {
  const unsettled = record.deployments.some(({ loadLine }) => (loadLine?.unsettled.length ?? 0) > 0);
  const rows = rowsOf(record, NAME.wide);
  const longest = Math.max(1, ...rows.map(({ high }) => high));
  const excluded = excludedOf(rows).some((tenants) => tenants <= NEAR * longest);
  return [
    ...(unsettled ? [{ label: "a load that had not settled", colour: css("--page-ink"), shape: "crossed" }] : []),
    ...(excluded ? [{ label: "from here on it cannot fit, by arithmetic", colour: css("--page-limit"), shape: "stroke" }] : []),
  ];
}

export function loadLinesChart(record: StudyRecord): Chart {
  const all = standings(record);
  const words = all.map((standing) => `${standing.name}: ${lineText(standing)}`);
  return {
    id: "load-lines",
    title: "Load lines",
    description: `Bars of the largest number of tenants that meets ${objectiveText(record)}. ${list(words)}.`,
    legend: legendOf(record),
    spec: (size) => spec(record, size),
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
