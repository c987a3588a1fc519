/** What is wrong with a formula, in words. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalculationProblem } from '#shared/model/calculation/problems'

export const useProblemText = (): ((problem: CalculationProblem) => string) => {
  const { t } = useTranslation('filled')
  return useCallback((problem) => {
    switch (problem.kind) {
      case 'syntax': return problem.near === '' ? t('problem.syntaxEnd') : t('problem.syntax', { near: problem.near })
      case 'cycle': return t('problem.cycle', { names: problem.names.join(' → ') })
      default: return t(`problem.${problem.kind}`, { ...problem })
    }
  }, [t])
}
