import picocolors from "picocolors";
/** Whether to colour what goes to `stream`: the flag decides, then NO_COLOR, FORCE_COLOR, then whether it is a terminal. */
export function wantsColor(flag, env, stream) {
    if (flag !== undefined)
        return flag;
    if (env["NO_COLOR"])
        return false;
    if (env["FORCE_COLOR"])
        return env["FORCE_COLOR"] !== "0";
    return stream.isTTY === true && env["TERM"] !== "dumb";
}
export function createTerminal({ stdout, stderr, env }, color) {
    return {
        print: (text) => void stdout.write(text),
        say: (text) => void stderr.write(text),
        outColors: picocolors.createColors(wantsColor(color, env, stdout)),
        errColors: picocolors.createColors(wantsColor(color, env, stderr)),
        width: stdout.columns ?? 100,
        unicode: showsUnicode(env, stdout),
    };
}
/** Files and pipes get UTF-8; a terminal gets what its locale says. */
export function showsUnicode(env, stream) {
    if (stream.isTTY !== true || process.platform === "darwin" || process.platform === "win32")
        return true;
    return /utf-?8/i.test(env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "");
}
