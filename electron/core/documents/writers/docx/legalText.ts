/** Text as an XML part of a Word file can hold it. */

/** Leaves out what XML 1.0 has no place for (production 2, Char); an unpaired surrogate becomes U+FFFD. */
export const legalText = (text: string): string => text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

/** In one line, for places that hold no breaks: titles, properties, alternative texts. */
export const legalLine = (text: string): string => legalText(text).replace(/\s*[\r\n]+\s*/g, ' ').trim()
