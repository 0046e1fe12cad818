/** What can be bought, as plain read-only numbers in SI units: seconds, bytes, hertz. Every value comes from a preset or a scenario. */
/** Of a disk of which nothing is said: 1 TiB; its largest command as in Linux, BLK_DEF_MAX_SECTORS [B]. */
export const DEFAULT_DISK_SIZE = 1024 * 1024 * 1024 * 1024;
export const DEFAULT_MAX_TRANSFER = 1280 * 1024;
