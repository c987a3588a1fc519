/** One choice for all records that stand in one way to this library. */
import { Button, Dropdown } from 'antd'
import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ComparedRecord } from '#shared/contract/packageMerge'
import type { ShownState } from './StateFilter'
import { choicesOf, decisionOf, type Decisions } from './takeChoice'

interface DecideAllProps { records: readonly ComparedRecord[]; shown: ShownState; onDecide: (decisions: Decisions) => void }

export const DecideAll = ({ records, shown, onDecide }: DecideAllProps) => {
  const { t } = useTranslation('packages')
  const choices = shown === 'all' ? [] : choicesOf(shown)
  if (choices.length === 0) return null
  const items = choices.map((choice) => ({
    key: choice, label: shown === 'new' && (choice === 'take' || choice === 'keep') ? t(`choiceNew.${choice}`) : t(`choice.${choice}`),
    onClick: () => { onDecide(Object.fromEntries(records.filter(({ standing }) => standing === shown).map(({ id }) => [id, decisionOf(choice)]))) },
  }))
  return <Dropdown trigger={['click']} menu={{ items }}><Button icon={<ListChecks size={15} />}>{t('merge.all')}</Button></Dropdown>
}
