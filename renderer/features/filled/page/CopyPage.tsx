/** The page of one filled copy: written in place and saved by itself; finished, it is read. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { CopyForm } from '#shared/model/forms/copy'
import { gapsIn, progressOf, type FormGap } from '#shared/model/forms/validity'
import { useExportCopies } from '../copies/useExportCopies'
import { FormFields, inputId } from '../fill/FormFields'
import { FormView } from '../fill/FormView'
import { useWrong } from '../fill/useWrong'
import { CopyHead } from './CopyHead'
import type { CopySession, CopyView } from './copySession'
import { useCopy } from './useCopy'
import styles from './CopyPage.module.css'

const Conflict = ({ session }: { session: CopySession }) => {
  const { t } = useTranslation('filled')
  const showError = useErrorDialog()
  const settle = useMutation({
    mutationFn: async (choice: 'theirs' | 'mine') => { await (choice === 'theirs' ? session.takeTheirs() : session.overwrite()) },
    onError: (error) => { showError(error, t('conflict.notDone')) },
  })
  return (
    <div className={styles.notice} data-tone="error" role="alert">
      <p><strong>{t('conflict.title')}</strong>{t('conflict.text')}</p>
      <Button size="small" disabled={settle.isPending} onClick={() => settle.mutate('theirs')}>{t('conflict.theirs')}</Button>
      <Button size="small" disabled={settle.isPending} onClick={() => settle.mutate('mine')}>{t('conflict.mine')}</Button>
    </div>
  )
}

/** What is missing leads to its field. */
const Gaps = ({ gaps, titleOf, onGo }: { gaps: readonly FormGap[]; titleOf: (fieldId: string) => string; onGo: (fieldId: string) => void }) => {
  const { t } = useTranslation('filled')
  return (
    <div className={styles.notice} data-tone="caution" role="alert">
      <p><strong>{t('page.gaps', { count: gaps.length })}</strong></p>
      {gaps.slice(0, 5).map(({ fieldId }) => <Button key={fieldId} size="small" onClick={() => onGo(fieldId)}>{t('page.goTo', { title: titleOf(fieldId) })}</Button>)}
    </div>
  )
}

const OpenPage = ({ session, view }: { session: CopySession; view: CopyView }) => {
  const { t } = useTranslation('filled')
  const { message } = App.useApp()
  const showError = useErrorDialog()
  const library = useQuery(api.library.current.queryOptions()).data
  const [isAsked, setIsAsked] = useState(false)
  const { copy, status } = view
  const { id, toolId, form, formulas, values } = copy
  const [wrong, onWrong] = useWrong(form, view.version)
  const readOnly = library?.readOnly !== null || copy.removed !== undefined
  const all = gapsIn(form, values)
  // What must be filled in is said once it is asked for; what is no value of its field at once.
  const gaps = isAsked ? all : all.filter(({ fault }) => fault !== 'missing' && fault !== 'remark')
  const exporting = useExportCopies(toolId, async () => session.flush())
  const goTo = (fieldId: string): void => {
    const input = document.getElementById(inputId(id, fieldId))
    const place = input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement ? input : input?.querySelector('input') ?? input
    place?.focus()
    place?.scrollIntoView({ block: 'center' })
  }
  const step = useMutation({
    mutationFn: async (what: 'finish' | 'reopen') => {
      if (!await session.flush()) return undefined
      return core.filled[what]({ toolId, id, base: session.view().base })
    },
    onSuccess: (open, what) => {
      if (!open) return
      session.show(open)
      setIsAsked(false)
      void message.success(t(what === 'finish' ? 'page.finished' : 'page.reopened'))
    },
    onError: (error, what) => { showError(error, t(what === 'finish' ? 'page.notFinished' : 'page.notReopened')) },
  })
  const finish = (): void => {
    setIsAsked(true)
    const [first] = [...wrong, ...all.map(({ fieldId }) => fieldId)]
    if (first === undefined) step.mutate('finish')
    else goTo(first)
  }
  const { filled, total } = progressOf(form, values)
  const writes = copy.state === 'open' && !readOnly
  return (
    <div className={styles.page}>
      <CopyHead
        view={view} readOnly={readOnly} isRefused={wrong.length > 0} isBusy={exporting.isPending} isStepping={step.isPending} onTitle={(title) => session.write({ title })}
        onExport={(as: CopyForm) => exporting.mutate({ ids: [id], form: as, name: copy.title })} onFinish={finish} onReopen={() => step.mutate('reopen')}
      />
      {status.kind === 'conflict' && <Conflict session={session} />}
      {status.kind === 'failed' && <div className={styles.panel}><ErrorPanel error={status.error} what={t('page.notSaved')} onRetry={() => { void session.flush() }} {...status.again && { next: t('page.again') }} /></div>}
      {writes && isAsked && all.length > 0 && <Gaps gaps={all} titleOf={(fieldId) => form.find((field) => field.id === fieldId)?.title ?? ''} onGo={goTo} />}
      <main className={styles.column} tabIndex={0} aria-label={copy.title}>
        <div className={styles.measure}>
          <p className={styles.facts}>
            <span>{t('page.by', { who: copy.by.name === '' ? '—' : copy.by.name, unit: copy.by.unit })}</span>
            <span>{copy.doneAt === undefined ? t('page.startedAt', { time: formatMoment(copy.startedAt) }) : t('page.doneAt', { time: formatMoment(copy.doneAt) })}</span>
            <span role="status">{t('page.progress', { filled, total })}</span>
          </p>
          {writes
            ? (
              // What would be typed between the save and the answer would be in neither.
              <div inert={step.isPending}>
                <FormFields key={view.version} id={id} form={form} formulas={formulas} values={values} gaps={gaps} onChange={(next) => session.write({ values: next })} onWrong={onWrong} />
              </div>
            )
            : <FormView copy={copy} />}
        </div>
      </main>
    </div>
  )
}

export const CopyPage = ({ toolId, id }: { toolId: string; id: string }) => {
  const { t } = useTranslation('filled')
  const { open, error, retry } = useCopy(toolId, id)
  if (open) return <OpenPage session={open.session} view={open.view} />
  return <div className={styles.page}><div className={styles.alone}>{error ? <ErrorPanel error={error} what={t('page.notOpened')} onRetry={retry} /> : <SkeletonRows rows={10} rowHeight={44} />}</div></div>
}
