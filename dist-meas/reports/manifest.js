/** manifest.json: everything needed to produce the same bytes again. */
import { createHash } from "node:crypto";
export const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");
/** @param files name and content of the files whose bytes can be reproduced. */
export function renderManifest(record, files, environment) {
    const manifest = {
        schemaVersion: 1,
        tool: { name: "plimsoll", version: record.plimsoll, node: environment.node },
        argv: environment.argv,
        seed: record.experiment.seed,
        complete: record.complete,
        scenario: {
            file: record.scenario.file,
            sha256: record.scenario.sha256,
            text: record.scenario.text,
            resolved: Object.fromEntries(record.values.map(({ path, value }) => [path, value])),
        },
        sha256: Object.fromEntries(Object.entries(files).map(([name, content]) => [name, sha256(content)])),
        fingerprints: Object.fromEntries(record.deployments.map(({ name, points }) => [
            name,
            Object.fromEntries(points.map(({ tenants, fingerprint }) => [tenants, fingerprint])),
        ])),
        environment: environment.facts ?? {},
    };
    return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
