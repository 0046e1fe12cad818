export const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
export function checkName(path, name, into) {
    if (NAME.test(name))
        return;
    const expected = "a letter, then letters, digits, - or _, at most 64 characters";
    into.error(path, { message: `"${name}" is not a name`, expected, fix: "choose another" }, "key");
}
