import { EXIT } from "./exit-codes.js";
/** A second signal counts only after this time [ms]: under `npm start` one Ctrl-C arrives twice, from the terminal and from npm. */
const REPEAT_AFTER = 400;
/** Listens for Ctrl-C and SIGTERM; the first one aborts the signal and calls `onFirst`, a later one quits at once. */
export function listenForInterruption(onFirst, clock = () => performance.now()) {
    const controller = new AbortController();
    let code;
    let since = 0;
    const handle = (name) => {
        if (code !== undefined) {
            if (clock() - since > REPEAT_AFTER)
                process.exit(code);
            return;
        }
        since = clock();
        code = name === "SIGINT" ? EXIT.interrupted : EXIT.terminated;
        onFirst();
        controller.abort();
    };
    process.on("SIGINT", handle);
    process.on("SIGTERM", handle);
    return {
        signal: controller.signal,
        get code() {
            return code;
        },
        dispose() {
            process.off("SIGINT", handle);
            process.off("SIGTERM", handle);
        },
    };
}
