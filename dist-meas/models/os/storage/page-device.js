/** Pages on a disk of the machine: one command for neighbouring pages. */
export class DiskPages {
    #disk;
    #pageSize;
    /** `pageSize` [B]. */
    constructor(disk, pageSize) {
        this.#disk = disk;
        this.#pageSize = pageSize;
    }
    read(_frames, count, done, arg) {
        this.#disk.read(count * this.#pageSize, done, arg);
    }
    write(_frames, count, done, arg) {
        this.#disk.write(count * this.#pageSize, done, arg);
    }
}
