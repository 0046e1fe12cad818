/** Requests: what each does, step by step. */
import { z } from "zod";
import { count, size } from "../text/fields.js";
import { exactlyOne } from "../text/maps.js";
import { columnsOf, compileDemand, demandSchema } from "./demand.js";
export const payload = { max: "16 GiB", because: "one request carries it" };
const stepFields = {
    touch: count({
        about: "Reference this many pages of the working set, by its access pattern.",
        min: 0,
        max: 1e6,
        because: "each one is simulated",
        example: 64,
    }),
    read: size({ about: "Read from the disk, past all caches.", above: "0 B", example: "4 KiB", ...payload }),
    write: size({ about: "Write to the disk and wait for it.", above: "0 B", example: "4 KiB", ...payload }),
    bufferedRead: size({
        about: "Read from the application's data files, through the page cache.",
        above: "0 B",
        example: "4 KiB",
        ...payload,
    }),
    bufferedWrite: size({
        about: "Write to the application's data files: to the page cache, which goes to the disk in the background.",
        above: "0 B",
        example: "4 KiB",
        ...payload,
    }),
    reply: size({ about: "Send the answer: the last step.", example: "512 B", ...payload }),
};
const step = () => exactlyOne({ cpu: demandSchema(), ...Object.fromEntries(Object.entries(stepFields).map(([key, each]) => [key, each.schema])) }, "One step of a request.");
export const requestSchema = () => z
    .array(step())
    .min(1)
    .meta({
    description: "What one request does, step by step.",
    examples: [[{ cpu: { exponential: "4 ms", on: "raspberry-pi-4" } }, { reply: "512 B" }]],
});
export function compileRequest(path, into) {
    const kinds = kindsOf(path, into);
    checkReply(path, kinds, into);
    return kinds.map((kind, index) => {
        const at = [...path, index, kind];
        switch (kind) {
            case "cpu":
                return { kind, ...compileDemand(at, into) };
            case "touch":
                return { kind, pages: into.single(stepFields.touch, at) };
            default:
                return { kind, size: into.single(stepFields[kind], at) };
        }
    });
}
const kindsOf = (path, into) => into.raw(path).map((each) => Object.keys(each)[0]);
/** There is one reply, and nothing after it. */
function checkReply(path, kinds, into) {
    const reply = kinds.indexOf("reply");
    if (reply < 0) {
        const problem = { message: "no step sends an answer", expected: "`reply` as the last step", fix: 'add "- reply: 512 B" at the end' };
        into.error(path, problem, "key");
    }
    else if (reply < kinds.length - 1) {
        const message = kinds.lastIndexOf("reply") === reply ? "steps follow after the reply" : "there are several replies";
        into.error([...path, reply], { message, expected: "one `reply`, as the last step", fix: "move it to the end" });
    }
}
/** Columns of a trace that the steps of the request at `path` use: where they stand, and which. */
export function usedColumns(path, into) {
    return kindsOf(path, into).flatMap((kind, index) => {
        const at = [...path, index, kind];
        const columns = kind === "cpu" ? columnsOf(at, into) : undefined;
        return columns === undefined ? [] : [{ path: [...at, "columns"], columns }];
    });
}
