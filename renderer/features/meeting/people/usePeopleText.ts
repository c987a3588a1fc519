/** How many come, in how many groups: 46 人，五个小组. */
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import { groupsOf, type Participant } from '#shared/model/meeting/participants'

const digits = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

export const usePeopleText = (): ((people: readonly Participant[]) => string) => {
  const { t } = useTranslation('meeting')
  const language = useLanguage()
  return (people) => {
    if (people.length === 0) return ''
    const groups = groupsOf(people).length
    const written = language === 'zh-CN' ? digits[groups] ?? String(groups) : String(groups)
    return groups > 1 ? t('people.both', { people: t('people.count', { count: people.length }), groups: t('people.groups', { count: groups, written }) }) : t('people.count', { count: people.length })
  }
}
