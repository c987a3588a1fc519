/** What an edition is called on screen: 第一版, Edition 1. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { numeral } from '#shared/text/numeral'
import { useLanguage } from './useLanguage'

export const useEditionName = (): ((number: number) => string) => {
  const { t } = useTranslation('common')
  const language = useLanguage()
  return useCallback((number) => t('edition', { number: numeral(number, language) }), [t, language])
}
