import { ENGINES, SECURITY } from "./container.js";
import { DISKS } from "./disk.js";
import { PLATFORMS, RUNTIMES } from "./function.js";
import { HOSTS } from "./host.js";
import { NETWORKS } from "./network.js";
import { COMPRESSORS } from "./swap.js";
import { GUESTS, HYPERVISORS } from "./vm.js";
export const PRESET_KINDS = [
    HOSTS,
    DISKS,
    COMPRESSORS,
    NETWORKS,
    HYPERVISORS,
    GUESTS,
    ENGINES,
    SECURITY,
    PLATFORMS,
    RUNTIMES,
];
