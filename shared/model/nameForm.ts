/** Names of people as they are compared: they are declared, and are the same however they are spaced, cased or encoded. */

/** Empty for a name of which nothing can be seen. */
export const nameForm = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s\p{Cf}]+/gu, '')
