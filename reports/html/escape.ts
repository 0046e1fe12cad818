const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text for an element's content or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);

/** Text for an element's content only, where quotes need not be escaped: a specification is full of them. */
export const escapeContent = (text: string): string => text.replace(/[&<>]/g, (character) => ENTITIES[character]);
