import picocolors from "picocolors";
import type { ProgramIo } from "./io.ts";
export type Colors = ReturnType<typeof picocolors.createColors>;
/** Where a command writes: data on stdout, everything else on stderr. */
export interface Terminal {
    /** Data, for people or the next program in the pipe. */
    print(text: string): void;
    /** Anything else: progress, notes, errors. */
    say(text: string): void;
    readonly outColors: Colors;
    readonly errColors: Colors;
    /** Columns of stdout to fill: of the terminal, else 100. */
    readonly width: number;
    /** Whether stdout shows more than ASCII. */
    readonly unicode: boolean;
}
/** Whether to colour what goes to `stream`: the flag decides, then NO_COLOR, FORCE_COLOR, then whether it is a terminal. */
export declare function wantsColor(flag: boolean | undefined, env: NodeJS.ProcessEnv, stream: {
    readonly isTTY?: boolean;
}): boolean;
export declare function createTerminal({ stdout, stderr, env }: ProgramIo, color: boolean | undefined): Terminal;
/** Files and pipes get UTF-8; a terminal gets what its locale says. */
export declare function showsUnicode(env: NodeJS.ProcessEnv, stream: {
    readonly isTTY?: boolean;
}): boolean;
