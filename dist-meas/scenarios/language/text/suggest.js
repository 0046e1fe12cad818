/** Did you mean: the candidate nearest to a misspelt word. */
/** The candidate with the fewest edits, if they are few enough to be a slip of the pen (a third of the word's length, and at least 1). */
export function nearest(word, candidates) {
    let best;
    let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
    for (const candidate of candidates) {
        const edits = distance(word.toLowerCase(), candidate.toLowerCase());
        if (edits < fewest)
            [best, fewest] = [candidate, edits];
    }
    return best ?? candidates.find((candidate) => word.length >= 3 && candidate.toLowerCase().startsWith(word.toLowerCase()));
}
/** Edits (insert, delete, replace, swap of neighbours) between two words: Damerau-Levenshtein, optimal string alignment. */
function distance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            let edits = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                edits = Math.min(edits, beforeLast[j - 2] + 1);
            row.push(edits);
        }
        beforeLast = last;
        last = row;
    }
    return last[b.length];
}
/** `a`, `a or b`, `a, b or c`. */
export function listed(words) {
    return words.length < 2 ? (words[0] ?? "nothing") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
