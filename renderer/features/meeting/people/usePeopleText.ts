/** How many come, in how many groups, and how many are in none while others are: 46 人，五个小组，2 人未分组. */
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
    const alone = groups === 0 ? 0 : people.filter(({ group }) => group === '').length
    return [t('people.count', { count: people.length }), ...groups > 1 ? [t('people.groups', { count: groups, written })] : [], ...alone > 0 ? [t('people.alone', { count: alone })] : []].join(t('people.comma'))
  }
}
