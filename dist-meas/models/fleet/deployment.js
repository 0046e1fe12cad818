/** Two specs with the same content are one and the same thing on the host, whatever their names. */
const identity = (spec) => JSON.stringify(spec);
export const uniqueBy = (items, specOf) => [
    ...new Map(items.map((item) => [identity(specOf(item)), item])).values(),
];
