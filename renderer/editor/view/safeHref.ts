/** Only addresses that open a page or a letter become links; anything else is shown as text. */
const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

const protocolOf = (href: string): string => {
  try {
    return new URL(href).protocol
  } catch {
    return ''
  }
}

export const safeHref = (href: string): string | undefined => {
  const trimmed = href.trim()
  return allowed.has(protocolOf(trimmed)) ? trimmed : undefined
}
