/** Text as HTML: nothing that anyone wrote becomes a tag, an attribute or an address that runs. */

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

/** For text and for attributes in quotation marks. What HTML may not hold is left out. */
export const escapeHtml = (text: string): string =>
  text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '').replace(/[&<>"']/g, (sign) => named[sign] ?? '')

/** An address that a browser opens and does not run; undefined for any other. */
export const linkAddress = (href: string): string | undefined => {
  const address = href.trim()
  return /^(?:https?:\/\/|mailto:)/i.test(address) && URL.canParse(address) ? new URL(address).href : undefined
}

/** A text of ours in both languages: Chinese as it stands, English for the page to put in its place. */
export const ours = (chinese: string, english: string): string => `<span data-en="${escapeHtml(english)}">${escapeHtml(chinese)}</span>`
