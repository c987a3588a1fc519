/** Who an item lacks: a talk its presenter, all else its chair. */
import type { AgendaItem } from '#shared/model/meeting/agenda'

export const needsSomebody = ({ kind, presenter, host }: AgendaItem): 'presenter' | 'host' | undefined => {
  if (kind === 'break') return undefined
  if (kind === 'talk') return presenter === '' ? 'presenter' : undefined
  return host === '' && presenter === '' ? 'host' : undefined
}
