/** The pages that there are, by the last part of their addresses. */
export const pageNames = ['telefonist', 'katalog', 'min-sida', 'drift'] as const;
