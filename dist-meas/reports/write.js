/** Writes the files that a study leaves behind. */
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { renderCsv } from "./csv.js";
import { renderJson } from "./json.js";
import { renderManifest } from "./manifest.js";
import { asOutputError } from "./output-error.js";
/** Under its final name a file is either the old one or complete: never half of the new. */
async function writeAtomically(path, content) {
    const temporary = `${path}.${process.pid}.tmp`;
    try {
        const file = await open(temporary, "w");
        try {
            await file.writeFile(content, "utf8");
            await file.sync(); // a full disk may only show here
        }
        finally {
            await file.close();
        }
        await rename(temporary, path);
    }
    catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined);
        throw asOutputError(path, error);
    }
}
/** As `mkdir -p`. Node's own `recursive` never returns where the system forbids new folders with ENOENT, as below /proc. */
async function makeDirectory(path) {
    const make = () => mkdir(path).catch(async (error) => {
        if (error.code !== "EEXIST" || !(await stat(path)).isDirectory())
            throw error;
    });
    await make().catch(async (error) => {
        if (error.code !== "ENOENT" || dirname(path) === path)
            throw error;
        await makeDirectory(dirname(path));
        await make();
    });
}
/**
 * Makes sure that reports can be written to `directory`, which is created if need be. Call it before a long study.
 * Throws `OutputError` with what to do.
 */
export async function prepareDirectory(directory) {
    try {
        await makeDirectory(resolve(directory));
    }
    catch (error) {
        throw asOutputError(directory, error);
    }
    const probe = join(directory, `.plimsoll-${process.pid}.tmp`);
    try {
        await (await open(probe, "w")).close();
        await rm(probe);
    }
    catch (error) {
        throw asOutputError(directory, error);
    }
}
/**
 * Writes report.html, summary.json, results.csv and manifest.json to `directory`, the manifest last: where it is, the others are complete.
 * All but the manifest depend on the record only. Throws `OutputError` when the folder can't be written.
 */
export async function writeReports(record, directory, environment) {
    await prepareDirectory(directory);
    const { renderHtml } = await import("./html.js"); // the charts are slow to load, and a command that fails early needs none
    const summary = renderJson(record);
    const results = renderCsv(record);
    const html = await renderHtml(record);
    const manifest = renderManifest(record, { "summary.json": summary, "results.csv": results, "report.html": html }, environment);
    const paths = {
        html: join(directory, "report.html"),
        summary: join(directory, "summary.json"),
        results: join(directory, "results.csv"),
        manifest: join(directory, "manifest.json"),
    };
    await writeAtomically(paths.summary, summary);
    await writeAtomically(paths.results, results);
    await writeAtomically(paths.html, html);
    await writeAtomically(paths.manifest, manifest);
    return paths;
}
