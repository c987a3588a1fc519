/** The steps below a product's text: how many there are, how long they take, and the table of them. */
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { OddValue, type OpenRecord } from '#renderer/features/record'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fits } from '#shared/model/fields'
import { stepOf, type Step } from '#shared/model/product/steps'
import { partId, productField } from '../parts'
import partStyles from '../parts.module.css'
import { cellId } from './stepRows'
import type { MissingColumn } from './StepRow'
import { StepsEditor } from './StepsEditor'
import { StepsTable } from './StepsTable'
import type { Steps } from './useSteps'

interface StepsPartProps { open: OpenRecord; steps: Steps; editing: boolean; posts: readonly string[]; missing: MissingColumn | undefined; onEdit: (() => void) | undefined }

const field = productField('steps')

export const StepsFigures = ({ steps }: { steps: readonly Step[] }) => {
  const { t } = useTranslation('product')
  const minutes = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0)
  const controls = steps.filter(({ hazard, control }) => hazard.trim() !== '' || control.trim() !== '').length
  return (
    <p className={partStyles.figures}>
      <span>{t('steps.count', { count: steps.length })}</span>
      {minutes > 0 && <span>{t('steps.minutes', { count: Math.round(minutes * 10) / 10 })}</span>}
      {controls > 0 && <span>{t('steps.controls', { count: controls })}</span>}
    </p>
  )
}

export const StepsPart = ({ open: { session, view: { record: { content } } }, steps, editing, posts, missing, onEdit }: StepsPartProps) => {
  const { t } = useTranslation('product')
  const language = useLanguage()
  const id = partId('steps')
  const read = steps.rows.map(stepOf)
  const isOdd = field !== undefined && !fits(field, content.fields.steps)
  const insert = (): void => {
    const at = steps.rows.findIndex(({ id: rowId }) => rowId === steps.current?.rowId)
    const added = steps.insert(at === -1 ? steps.rows.length : at + 1)
    requestAnimationFrame(() => document.getElementById(cellId(added, 'action'))?.focus())
  }
  return (
    <section id={id} className={partStyles.part} aria-labelledby={`${id}-title`}>
      <header className={partStyles.head}>
        <h2 id={`${id}-title`}>{field?.title[language]}</h2>
        {read.length > 0 && <StepsFigures steps={read} />}
        {editing && !isOdd && <Button size="small" icon={<Plus size={14} />} onClick={insert}>{t('steps.insert')}</Button>}
      </header>
      {field && isOdd ? <OddValue field={field} value={content.fields.steps} onClear={editing ? () => session.change({ fields: { ...session.view().record.content.fields, steps: undefined } }) : undefined} />
        : editing ? <StepsEditor steps={steps} posts={posts} missing={missing} session={session} labelledBy={`${id}-title`} />
          : read.length > 0 ? <StepsTable steps={read} labelledBy={`${id}-title`} />
            : <div className={partStyles.empty}><p>{t('steps.teach')}</p>{onEdit && <Button size="small" onClick={() => { onEdit(); requestAnimationFrame(() => requestAnimationFrame(insert)) }}>{t('steps.first')}</Button>}</div>}
    </section>
  )
}
