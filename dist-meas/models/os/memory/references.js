export const noMissingPage = () => ({ segment: -1, page: -1, write: false, shared: false, inGuest: false, left: 0 });
