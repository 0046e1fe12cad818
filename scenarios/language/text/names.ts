/** Names that authors choose: they appear in reports and file names. */
import type { Path } from "./document.ts";
import type { Compilation } from "./resolve.ts";

export const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

export function checkName(path: Path, name: string, into: Compilation): void {
  if (NAME.test(name)) return;
  const expected = "a letter, then letters, digits, - or _, at most 64 characters";
  into.error(path, { message: `"${name}" is not a name`, expected, fix: "choose another" }, "key");
}
