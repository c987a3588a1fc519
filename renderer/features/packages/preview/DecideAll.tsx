/** One choice for all records that stand in one way to this library. */
import { App, Button, Dropdown } from 'antd'
import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ComparedRecord } from '#shared/contract/packageMerge'
import type { ShownState } from './StateFilter'
import { choicesOf, type Choice, type Decisions } from './takeChoice'
import { useChoiceText } from './useChoiceText'
import { touchedAmong } from './wholeChoice'

interface DecideAllProps { records: readonly ComparedRecord[]; shown: ShownState; decisions: Decisions; onChoose: (records: readonly ComparedRecord[], choice: Choice) => void }

export const DecideAll = ({ records, shown, decisions, onChoose }: DecideAllProps) => {
  const { t } = useTranslation(['packages', 'common'])
  const { modal } = App.useApp()
  const text = useChoiceText()
  if (shown === 'all') return null
  const choices = choicesOf(shown)
  if (choices.length === 0) return null
  const choose = (choice: Choice): void => {
    const all = records.filter(({ standing }) => standing === shown)
    const touched = choice === 'merge' ? 0 : touchedAmong(all, decisions)
    if (touched === 0) { onChoose(all, choice); return }
    modal.confirm({
      icon: null, title: t('merge.allTitle', { count: all.length, choice: text(shown, choice) }), content: t('merge.allText', { count: touched }),
      okText: text(shown, choice), cancelText: t('common:cancel'), onOk: () => { onChoose(all, choice) },
    })
  }
  const items = choices.map((choice) => ({ key: choice, label: text(shown, choice), onClick: () => { choose(choice) } }))
  return <Dropdown trigger={['click']} menu={{ items }}><Button icon={<ListChecks size={15} />}>{t('merge.all')}</Button></Dropdown>
}
