/** Text on a coloured area; the page's own colours. */
const DARK_TEXT = "#14171a";
const LIGHT_TEXT = "#ffffff";
export const PAGE = {
    paper: { light: "#ffffff", dark: DARK_TEXT },
    raised: { light: "#f4f6f8", dark: "#1d2227" },
    ink: { light: "#171b1f", dark: "#eceff2" },
    muted: { light: "#59636d", dark: "#a3adb7" },
    rule: { light: "#d9dfe4", dark: "#343c44" },
    limit: { light: "#b3261e", dark: "#ff8a80" },
    accent: { light: "#1659c7", dark: "#8ab4ff" },
};
/** By order of appearance, but each model prefers its own. */
export const DEPLOYMENTS = {
    container: { light: "#1659c7", dark: "#7dabfe" },
    vm: { light: "#db6d0b", dark: "#f0702c" },
    function: { light: "#1f9e8a", dark: "#2fe3c4" },
    mixed: { light: "#6d1b52", dark: "#b277ab" },
    other: { light: "#7a5f1f", dark: "#f7c33b" },
};
export const COMPONENT_COLOURS = {
    queueing: { light: "#f6d94f", dark: "#f5e08a" },
    waiting: { light: "#e99612", dark: "#ec9c0c" },
    running: { light: "#1f4fa3", dark: "#5d9bf6" },
    steal: { light: "#9c3206", dark: "#ce4812" },
    throttled: { light: "#b45ae1", dark: "#692d69" },
    faults: { light: "#511c49", dark: "#8b52c2" },
    disk: { light: "#518c74", dark: "#36817a" },
    network: { light: "#9aa7b8", dark: "#aab0b6" },
    coldStart: { light: "#7fdfee", dark: "#8beefa" },
};
/** What the memory map draws: kinds that answer the same question together. */
export const MEMORY_GROUPS = ["host", "guest", "runtime", "application", "shared", "free", "swapped"];
export const MEMORY_COLOURS = {
    host: { light: "#696b70", dark: "#686b78" },
    guest: { light: "#e8a11e", dark: "#ed8f36" },
    runtime: { light: "#45a391", dark: "#12b9a2" },
    application: { light: "#26509a", dark: "#3384db" },
    shared: { light: "#9cc4ee", dark: "#b2e0f2" },
    free: { light: "#e7eef2", dark: "#222a31" },
    swapped: { light: "#960c12", dark: "#d0241a" },
};
export const GROUP_OF = {
    host: "host",
    guest: "guest",
    hypervisor: "guest",
    runtime: "runtime",
    platform: "runtime",
    code: "application",
    heap: "application",
    sharedCode: "shared",
    imageCache: "shared",
    data: "shared",
    zram: "host",
};
/** Brightness of a colour, 0 to 1: the WCAG luminance with a square in place of its curve, good enough to choose a text colour. */
function brightness(hex) {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    return 0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue;
}
/** The text colour that reads better on `area`: white only on what is dark enough for it. */
const textOn = (area) => (brightness(area) < 0.22 ? LIGHT_TEXT : DARK_TEXT);
const FAMILIES = {
    page: PAGE,
    deployment: DEPLOYMENTS,
    part: COMPONENT_COLOURS,
    memory: MEMORY_COLOURS,
};
/** Every custom property with its value in both themes. */
export const PROPERTIES = Object.entries(FAMILIES).flatMap(([family, colours]) => Object.entries(colours).flatMap(([name, colour]) => {
    const own = [`--${family}-${name}`, colour];
    const text = [`--on-${family}-${name}`, { light: textOn(colour.light), dark: textOn(colour.dark) }];
    return family === "page" ? [own] : [own, text];
}));
const VALUES = new Map(PROPERTIES);
/** A CSS colour for a chart or the page: `var(--part-running,#1f4fa3)`. Throws for a property that doesn't exist. */
export function css(property) {
    const colour = VALUES.get(property);
    if (colour === undefined)
        throw new Error(`no colour ${property}`);
    return `var(${property},${colour.light})`;
}
/** Undoes `css`: the light value alone, for a specification that has to work outside the page. */
export const withLightColours = (text) => text.replace(/var\(--[\w-]+,(#[0-9a-f]{6})\)/g, "$1");
