export const hardwareThreads = (cpu) => cpu.cores * cpu.threadsPerCore;
/** Time that the cache of a core takes to be refilled by another task [s]. */
export const cacheRefill = (cpu) => cpu.cachePerCore / cpu.copyBandwidth;
/** Time lost at each switch: the switch itself and refilling the core's cache [s]. Source: Li, Ding, Shen, ExpCS 2007. */
export const switchCost = (cpu) => cpu.contextSwitch + cacheRefill(cpu);
/** Work of one core with `busy` of its threads busy, in cores [1]. Threads beyond the second add nothing: there is no figure for them. */
export const coreRate = (cpu, busy) => (busy === 0 ? 0 : busy === 1 ? 1 : 1 + cpu.smtGain);
/** Work of all cores with all threads busy and without switches [cores]. */
export const fullCapacity = (cpu) => cpu.cores * coreRate(cpu, cpu.threadsPerCore);
