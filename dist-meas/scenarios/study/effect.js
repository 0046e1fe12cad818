/** Whether it moves the line. */
export const isMoved = ({ help }) => help.relative === null || help.relative > 0;
/** A change that moves the line by this share of what the best one does is as good. */
const ALIKE = 0.8;
/** What can be had for a setting. */
const SETTINGS = new Set(["limit", "platform"]);
/**
 * The most helpful first: by the line, then by what is left of the excess. Before machines come settings that do about as much: a machine that carries
 * more as it is was not short. (Faster cores make up for a quota, or a small pool.)
 */
export function ranked(effects) {
    const sorted = effects
        .map((effect, index) => ({ effect, index }))
        .sort((a, b) => b.effect.help.tenants - a.effect.help.tenants || byExcess(a.effect, b.effect) || a.index - b.index)
        .map(({ effect }) => effect);
    const isPreferred = (effect) => isMoved(effect) && SETTINGS.has(effect.help.resource) && isAlike(effect.help, sorted[0].help);
    return [...sorted.filter(isPreferred), ...sorted.filter((effect) => !isPreferred(effect))];
}
/** Whether it does about as much as `best`. */
export const isAlike = (help, best) => best.relative === null || help.relative === null ? help.tenants >= ALIKE * best.tenants : help.relative >= ALIKE * best.relative;
/** Infinity - Infinity is no number, and no difference. */
const byExcess = (a, b) => a.excess - b.excess || 0;
