/** What of a tool is filled in, on the tool's page: defined while it is edited; to be filled in or calculated, with the copies there are, while it is read. */
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { ClipboardPen, Save } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { Body } from '#shared/model/body/body'
import type { FilledValues } from '#shared/model/forms/copy'
import { calculates, formOf, formulasOf, isFilledIn } from '#shared/model/forms/form'
import { gapsIn, presetValues } from '#shared/model/forms/validity'
import { newId } from '#shared/model/ids'
import { CopyList } from './copies/CopyList'
import { FormFields } from './fill/FormFields'
import { useWrong } from './fill/useWrong'
import { FormEditor, type FormChanges } from './form/FormEditor'
import styles from './ToolForm.module.css'

interface ToolFormProps {
  tool: { id: string; title: string; fields: Readonly<Record<string, unknown>> }
  editing: boolean
  readOnly: boolean
  readBody: () => Body
  onChange: (changes: FormChanges) => void
  /** Saves what is unsaved, so that a copy begins with the form that is on the page. */
  prepare: () => Promise<void>
}

export const toolFormId = 'tool-form'

const useStart = (tool: ToolFormProps['tool'], prepare: ToolFormProps['prepare']) => {
  const { t } = useTranslation('filled')
  const { openCopy } = useNavigation()
  const showError = useErrorDialog()
  return useMutation({
    mutationFn: async (values: FilledValues | undefined) => {
      await prepare()
      return core.filled.start({ toolId: tool.id, id: newId(), title: t('copies.newTitle', { title: tool.title.slice(0, 150), day: new Date().toLocaleDateString('sv-SE') }), values })
    },
    onSuccess: ({ copy }) => openCopy(tool.id, copy.id),
    onError: (error) => { showError(error, t('copies.notStarted')) },
  })
}

/** A calculation at once, without keeping anything; keeping it makes a copy of it. */
const Calculator = ({ tool, readOnly, prepare }: Pick<ToolFormProps, 'tool' | 'readOnly' | 'prepare'>) => {
  const { t } = useTranslation('filled')
  const [form, formulas] = useMemo(() => [formOf(tool.fields), formulasOf(tool.fields)], [tool.fields])
  const [values, setValues] = useState<FilledValues>(() => presetValues(form))
  const start = useStart(tool, prepare)
  const [wrong, onWrong] = useWrong(form, 0)
  const gaps = gapsIn(form, values).filter(({ fault }) => fault !== 'missing')
  const isWrong = wrong.length > 0
  return (
    <>
      <FormFields id="calculator" form={form} formulas={formulas} values={values} gaps={gaps} onChange={setValues} onWrong={onWrong} />
      {!readOnly && (
        <div className={styles.foot}>
          <Button size="small" icon={<Save size={14} />} loading={start.isPending} disabled={isWrong} aria-describedby="calculator-keep" onClick={() => start.mutate(values)}>{t('keepCalculation')}</Button>
          <span id="calculator-keep" className={styles.explain}>{t(isWrong ? 'keepRefused' : 'keepCalculationHint')}</span>
        </div>
      )}
    </>
  )
}

const FillIn = ({ tool, prepare }: Pick<ToolFormProps, 'tool' | 'prepare'>) => {
  const { t } = useTranslation('filled')
  const start = useStart(tool, prepare)
  const fields = formOf(tool.fields).filter(({ kind }) => kind !== 'heading')
  return (
    <div className={styles.foot}>
      <Button size="small" icon={<ClipboardPen size={14} />} loading={start.isPending} onClick={() => start.mutate(undefined)}>{t('fillIn')}</Button>
      <span className={styles.explain}>{t('fillInHint', { count: fields.length, required: fields.filter(({ required }) => required === true).length })}</span>
    </div>
  )
}

export const ToolForm = ({ tool, editing, readOnly, readBody, onChange, prepare }: ToolFormProps) => {
  const { t } = useTranslation('filled')
  if (!isFilledIn(tool.fields)) return null
  const isEmpty = formOf(tool.fields).length === 0 && formulasOf(tool.fields).length === 0
  const isCalculated = calculates(tool.fields)
  return (
    <section id={toolFormId} className={styles.part} aria-labelledby="tool-form-title">
      <h2 id="tool-form-title" className={styles.title}>{t(isCalculated ? 'titleCalculation' : 'title')}</h2>
      {editing && <FormEditor fields={tool.fields} readBody={readBody} onChange={onChange} />}
      {!editing && isEmpty && <p className={styles.explain}>{t('notDefined')}</p>}
      {!editing && !isEmpty && (isCalculated ? <Calculator key={tool.id} tool={tool} readOnly={readOnly} prepare={prepare} /> : !readOnly && <FillIn tool={tool} prepare={prepare} />)}
      {!editing && <CopyList toolId={tool.id} toolTitle={tool.title} readOnly={readOnly} />}
    </section>
  )
}
