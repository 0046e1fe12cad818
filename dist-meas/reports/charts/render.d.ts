import type { Chart, Size } from "./chart.ts";
/** The chart as an `<svg>` element with title and description for screen readers; ids are unique on a page with all charts. */
export declare function renderSvg(chart: Chart, size: Size): Promise<string>;
