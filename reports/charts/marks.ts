/** Marks of verdicts: the shape says whose load it is, the filling what came out. */
import type { Verdict } from "../../scenarios/study/record.ts";
import type { LegendItem } from "./chart.ts";
import { type Drawing, type Place, SALTIRE } from "./drawing.ts";
import { css } from "./theme.ts";

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  met: "met",
  missed: "missed",
  undecided: "can’t tell",
  unsettled: "not settled",
};

export interface VerdictLook {
  readonly shape: string;
  readonly colour: string;
  readonly size?: number;
}

/** Filled where the objective was met, hollow where it was missed, a dot inside where the runs can't tell, crossed out where they had not settled. */
export function drawVerdict(drawing: Drawing, place: Place, verdict: Verdict | null, { shape, colour, size = 46 }: VerdictLook): void {
  const fill = verdict === "met" || verdict === null ? colour : css("--page-paper");
  drawing.point(place, { shape, fill, stroke: colour, size });
  if (verdict === "undecided") drawing.point(place, { shape: "circle", fill: colour, stroke: "transparent", size: size / 6 });
  if (verdict === "unsettled") drawing.point(place, { shape: SALTIRE, fill: "transparent", stroke: css("--page-ink"), size: size * 3.2 });
}

const LEGEND: Readonly<Record<Verdict, string>> = { met: "circle", missed: "hollow", undecided: "dotted", unsettled: "crossed" };

/** What the marks mean, of those verdicts that occur. */
export function verdictLegend(verdicts: Iterable<Verdict | null>): readonly LegendItem[] {
  const seen = new Set(verdicts);
  const shown = (Object.keys(LEGEND) as Verdict[]).filter((verdict) => seen.has(verdict));
  return shown.map((verdict) => ({ label: VERDICT_WORDS[verdict], colour: css("--page-muted"), shape: LEGEND[verdict] }));
}
