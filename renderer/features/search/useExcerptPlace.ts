/** Where in a file an excerpt stands, in words: its page, else its section. */
import { useTranslation } from 'react-i18next'
import type { Excerpt } from '#shared/contract/search'

export const useExcerptPlace = (): ((excerpt: Excerpt) => string) => {
  const { t } = useTranslation('search')
  return ({ page, sectionTitle }) => (page === null ? sectionTitle : t('page', { page }))
}
