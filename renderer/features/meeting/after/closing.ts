/** What is open before a meeting is closed. */
import { isFilled } from '#shared/model/gates'
import { feedbackOf } from '#shared/model/meeting/feedback'
import { outcomesOf } from '#shared/model/meeting/followUps'
import { participantsOf } from '#shared/model/meeting/participants'
import type { RecordContent } from '#shared/model/record'

export interface Closing { key: 'attendance' | 'outcomes' | 'owned' | 'feedback' | 'summary'; isMet: boolean; count: number }

export const closingOf = (content: Pick<RecordContent, 'fields' | 'body'>): Closing[] => {
  const outcomes = outcomesOf(content)
  const unowned = outcomes.filter(({ who, due, isDone }) => !isDone && (who === '' || due === '')).length
  const people = participantsOf(content)
  const came = people.filter(({ isPresent }) => isPresent).length
  return [
    { key: 'attendance', isMet: people.length === 0 || came > 0, count: came },
    { key: 'outcomes', isMet: outcomes.length > 0, count: outcomes.length },
    { key: 'owned', isMet: unowned === 0, count: unowned },
    { key: 'feedback', isMet: feedbackOf(content).some(({ marks }) => marks.some((count) => count > 0)), count: 0 },
    { key: 'summary', isMet: content.body.sections.some((section) => section.key === 'summary' && isFilled(section)), count: 0 },
  ]
}
