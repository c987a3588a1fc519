/** Text without halves of characters: each becomes U+FFFD. Of strings' own `toWellFormed` the oldest browser that is served, Chrome 109, knows nothing. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')
