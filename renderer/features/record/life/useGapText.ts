/** What is missing, and what going there is called, in words. */
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { MoveGap } from '#shared/model/life/conditions'
import { sectionTitle } from '#shared/model/recordTypes'

export interface GapText { text: string; go: string }

export const useGapText = (): ((gap: MoveGap) => GapText) => {
  const { t } = useTranslation('record')
  const language = useLanguage()
  return (gap) => {
    switch (gap.kind) {
      case 'sectionMissing': return { text: t('life.gap.section', { title: sectionTitle(gap.key, language) }), go: t('life.gap.fill') }
      case 'sectionEmpty': return { text: t('life.gap.section', { title: gap.title }), go: t('life.gap.fill') }
      case 'noResult': return { text: t('life.gap.noResult'), go: t('life.gap.fill') }
      case 'resultUnproven': return { text: t('life.gap.resultUnproven', { indicator: gap.indicator }), go: t('life.gap.prove') }
      case 'reviewerUnnamed': return { text: t('life.gap.reviewerUnnamed'), go: t('life.gap.name') }
      case 'reviewerIsAuthor': return { text: t('life.gap.reviewerIsAuthor'), go: t('life.gap.other') }
      case 'commentsUnread': return { text: t('comments.notRead'), go: t('life.gap.look') }
      case 'openComments': return { text: t('life.gap.openComments', { count: gap.count }), go: t('life.gap.look') }
      case 'noAdoption': return { text: t('life.gap.noAdoption'), go: t('life.gap.plan') }
      case 'noVerdict': return { text: t('life.gap.noVerdict'), go: t('life.gap.fill') }
      case 'noActualDate': return { text: t('life.gap.noActualDate'), go: t('life.gap.fill') }
    }
  }
}
