/** What is typed where an address may be meant. Which addresses become links is said by safeHref alone. */
import { safeHref } from '../view/safeHref'

const mail = /^[^\s@:/]+@[^\s@/]+\.[^\s@/.]+$/
const bare = /^www\.[^\s]+$/i

/** The address that a text means; undefined where it is none that may be linked to. */
export const typedAddress = (typed: string): string | undefined => {
  const text = typed.trim()
  if (/\s/.test(text)) return undefined
  if (mail.test(text)) return safeHref(`mailto:${text}`)
  if (bare.test(text)) return safeHref(`https://${text}`)
  return safeHref(text)
}
