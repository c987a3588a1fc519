/** What was looked for and not found, and what to try instead. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { isNarrowed, type TypedSearch } from './typedSearch'
import type { Found } from './useSearch'

interface NoResultsProps { found: Found; onChange: (change: Partial<TypedSearch>) => void }

/** The likeliest reason comes first. */
export const NoResults = ({ found: { asked, answer }, onChange }: NoResultsProps) => {
  const { t } = useTranslation('search')
  const title = t('none.title', { text: asked.text })
  if (isNarrowed(asked.filters)) {
    return <EmptyState title={title} text={t('none.filtered')} action={<Button type="primary" onClick={() => onChange({ filters: {} })}>{t('none.everywhere')}</Button>} />
  }
  if (asked.literally) {
    return <EmptyState title={title} text={t('none.literal')} action={<Button type="primary" onClick={() => onChange({ literally: false })}>{t('alike')}</Button>} />
  }
  if (!answer.complete) return <EmptyState title={t('none.yet', { text: asked.text })} text={t('none.building')} />
  return <EmptyState title={title} text={t(answer.problems.length > 0 ? 'none.problems' : 'none.text')} />
}
