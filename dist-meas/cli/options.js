/** Parsers of option values. They throw what commander prints as a usage error, with the reason. */
import { availableParallelism } from "node:os";
import { InvalidArgumentError } from "commander";
/** A whole number of at least 1. */
export function positiveInteger(text) {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value))
        throw new InvalidArgumentError(`Expected a whole number of at least 1.`);
    return value;
}
/** More threads than any machine has cores would only use up its memory. */
const MAX_WORKERS = 512;
/** Number of worker threads, 1 to 512. */
export function workers(text) {
    const value = positiveInteger(text);
    if (value > MAX_WORKERS)
        throw new InvalidArgumentError(`Expected at most ${MAX_WORKERS}.`);
    return value;
}
/** A seed: a safe integer, or any other text, which is used as it stands. */
export function seed(text) {
    if (text === "")
        throw new InvalidArgumentError("Expected a whole number or a text.");
    if (!/^[+-]?\d+$/.test(text))
        return text;
    const value = Number(text);
    if (Number.isSafeInteger(value))
        return value;
    throw new InvalidArgumentError(`Numbers beyond 2^53 would be rounded without notice; write it as a text, for example s${text}.`);
}
/** One worker per core that this process may use. */
export const defaultWorkers = () => availableParallelism();
