const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** Text for an element's content or a quoted attribute. */
export const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
