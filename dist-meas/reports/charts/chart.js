import { css } from "./theme.js";
export const SIZES = [
    { name: "wide", width: 820 },
    { name: "narrow", width: 350 },
];
export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export const FONT_SIZE = 13;
/** Rough width of a text in the charts' font [px]; only for placing labels. */
export const textWidth = (text) => Math.ceil(text.length * FONT_SIZE * 0.56);
/** Width of the area inside the margins [px]. */
export const innerWidth = ({ size, margin }) => size.width - margin.left - margin.right;
/** A layered drawing of exactly the frame's size: nothing is measured, so nothing depends on the fonts of the machine that draws. */
export function layered(frame, layers) {
    return {
        $schema: "https://vega.github.io/schema/vega-lite/v6.json",
        width: innerWidth(frame),
        height: frame.height,
        padding: frame.margin,
        autosize: "none",
        background: null,
        layer: layers,
        config: {
            font: FONT,
            aria: false,
            view: { stroke: null },
            text: { fontSize: FONT_SIZE, color: css("--page-ink") },
            axis: {
                labelFontSize: FONT_SIZE - 1,
                titleFontSize: FONT_SIZE - 1,
                titleFontWeight: "normal",
                labelColor: css("--page-muted"),
                titleColor: css("--page-muted"),
                gridColor: css("--page-rule"),
                domainColor: css("--page-rule"),
                tickColor: css("--page-rule"),
                labelLimit: 0,
                titleLimit: 0,
                labelPadding: 6,
                titlePadding: 8,
            },
        },
    };
}
/** Vertical position in pixels from the top of the frame, for drawings that are laid out by hand. */
export const pixelY = (field, height) => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: [0, height], range: [0, height], nice: false, zero: false },
});
/** A text over lines: first its outline in the colour of the paper, then itself. */
export function withHalo(layer) {
    return [{ ...layer, mark: { ...layer.mark, stroke: css("--page-paper"), strokeWidth: 4, strokeJoin: "round" } }, layer];
}
/** Takes the colour as it stands in the data. */
export const colourField = (field) => ({ field, type: "nominal", scale: null, legend: null });
