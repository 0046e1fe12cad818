export const DEFAULT_PAGING = {
    swappiness: 60,
    pageCluster: 3,
    dirty: { backgroundRatio: 0.1, ratio: 0.2, expire: 30, interval: 5 },
};
/** What compressed memory adds at most [B]: what is stored in it lies in `memory` itself. */
const zramGain = (memory, { zram }) => zram === undefined ? 0 : Math.min(zram.size, memory * zram.ratio) * (1 - 1 / zram.ratio);
/** Memory that programs can have together, of which `memory` bytes are in frames [B]. */
export const memoryWithSwap = (memory, os) => memory + swapSize(os) + zramGain(memory, os);
/** Swap on a disk, and all swap there is, compressed memory included: pages that can leave [B]. */
export const swapSize = ({ swap }) => swap?.size ?? 0;
export const swapSpace = (os) => swapSize(os) + (os.zram?.size ?? 0);
