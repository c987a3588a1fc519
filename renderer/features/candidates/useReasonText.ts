/** Why records are ripe, in words. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { RipeReason } from '#shared/contract/products'

/** `of`: of all the records together, or of one of them. */
export const useReasonText = (of: 'reason' | 'own'): ((reason: RipeReason) => string) => {
  const { t } = useTranslation('candidates')
  return useCallback(({ kind, count }) => t(of === 'own' && kind === 'promoted' ? 'own.promoted' : `reason.${kind}`, { count: kind === 'rated' ? Number(count.toFixed(1)) : Math.round(count) }), [t, of])
}
