/** Reads text files, and says in plain words why one can't be read. */
import { readFile as readBytes, stat } from "node:fs/promises";
export const readFromDisk = async (file, limit) => {
    const { size } = await stat(file);
    if (size > limit)
        throw Object.assign(new Error(`${size} bytes`), { code: "EFBIG" });
    return readBytes(file);
};
const MEGABYTE = 1024 * 1024;
export async function readText(file, limit, read) {
    let bytes;
    try {
        bytes = await read(file, limit);
    }
    catch (error) {
        return { problem: explain(error.code, error, limit) };
    }
    if (bytes.length > limit)
        return { problem: explain("EFBIG", undefined, limit) };
    if (bytes.includes(0))
        return { problem: { message: "this is a binary file", expected: "text in UTF-8" } };
    try {
        return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    }
    catch {
        return { problem: { message: "the file is not valid UTF-8", expected: "text in UTF-8", fix: "save it as UTF-8" } };
    }
}
function explain(code, error, limit) {
    switch (code) {
        case "ENOENT":
        case "ENOTDIR":
            return {
                message: "there is no such file",
                fix: "check the name; a relative name starts at the current folder, in a scenario at the scenario's folder",
            };
        case "EISDIR":
            return { message: "this is a folder", expected: "a file", fix: "name a file inside it" };
        case "EFBIG":
            return { message: "the file is too large", expected: `at most ${limit / MEGABYTE} MiB` };
        case "EACCES":
        case "EPERM":
            return { message: "reading it is not permitted", fix: "change the file's permissions" };
        default:
            return { message: `it can't be read (${code ?? (error instanceof Error ? error.message : String(error))})` };
    }
}
