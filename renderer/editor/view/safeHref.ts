/** Only addresses that open a page or a letter become links; anything else is shown as text. */
const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

export const safeHref = (href: string): string | undefined => {
  const trimmed = href.trim()
  return URL.canParse(trimmed) && allowed.has(new URL(trimmed).protocol) ? trimmed : undefined
}
