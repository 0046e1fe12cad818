import { readFileSync } from "node:fs";
/** The version of the package, from its package.json, which lies one folder further up from dist/scenarios than from scenarios. */
export const version = ["../package.json", "../../package.json"]
    .map((path) => {
    try {
        return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
    }
    catch {
        return undefined;
    }
})
    .find((found) => found?.name === "plimsoll").version;
