/** The rule in words. */
export const OUT_OF_MEMORY = "the instance with the most memory in frames and on swap is killed; inside a limit or a guest, its own";
/** The instance with the most memory in frames and on swap, the first of equals. Source: Linux mm/oom_kill.c, `oom_badness`. */
export function largestOf(instances, usedBytes) {
    let largest;
    let most = 0;
    for (const instance of instances) {
        const size = usedBytes(instance);
        if (size <= most)
            continue;
        largest = instance;
        most = size;
    }
    return largest;
}
/** The instance whose limit has been reached, when nothing inside it can be reclaimed. */
export function ownerOf(instances, group) {
    for (const instance of instances)
        if (instance.memoryGroup === group)
            return instance;
    return undefined;
}
