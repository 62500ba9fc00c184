/** The year after this one: for what has to be far enough ahead, and within the five years that may be planned. */
export const nextYear = new Date().getUTCFullYear() + 1;
