/** cgroup cpu.weight of a group that sets none; has weight 1 on the cores. Source: Linux, Documentation/admin-guide/cgroup-v2.rst. */
export const DEFAULT_WEIGHT = 100;
