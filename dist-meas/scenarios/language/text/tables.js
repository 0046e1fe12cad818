export const nested = (about, fields) => ({ about, fields });
export function isField(entry) {
    return "parse" in entry;
}
