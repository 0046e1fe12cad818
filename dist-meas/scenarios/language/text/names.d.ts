/** Names that authors choose: they appear in reports and file names. */
import type { Path } from "./document.ts";
import type { Compilation } from "./resolve.ts";
export declare const NAME: RegExp;
export declare function checkName(path: Path, name: string, into: Compilation): void;
