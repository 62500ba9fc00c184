/** Where Nest finds the server's secret; keys are derived from it, each for its own purpose (HKDF, RFC 5869). */
export const serverSecret = Symbol('server secret');

/** Where Nest finds whether this is production. */
export const inProduction = Symbol('in production');

/** Where Nest finds the parsed configuration, for the rooms that are told more than one thing. */
export const configuration = Symbol('configuration');
