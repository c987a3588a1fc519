/** What a choice is called: of a new record one says whether it is taken in, of one that is here too which of the two is used. */
import { useTranslation } from 'react-i18next'
import type { RecordStanding } from '#shared/contract/packageMerge'
import type { Choice } from './takeChoice'

/** `whole`: beside the parts of the record, where each has a choice of its own. */
export const useChoiceText = (of: 'choice' | 'whole' = 'choice'): ((standing: RecordStanding, choice: Choice) => string) => {
  const { t } = useTranslation('packages')
  return (standing, choice) => (standing === 'new' && (choice === 'take' || choice === 'keep') ? t(`choiceNew.${choice}`) : t(`${of}.${choice}`))
}
