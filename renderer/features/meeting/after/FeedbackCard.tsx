/** How the meeting was judged: counted from filled forms, a bar for each question with its average, and what was written beside the marks. */
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal, Radio } from 'antd'
import { Download, FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { saveFirst, type RecordSession } from '#renderer/features/record'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { ReadFeedback } from '#shared/contract/meetings'
import { averageOf, feedbackMarks, feedbackOf, markWords, withCounted, type CountedQuestion } from '#shared/model/meeting/feedback'
import cards from '../cards.module.css'
import { UndoStep } from '../rows/UndoStep'
import type { Rows } from '../rows/useRows'
import { useUndoKey } from '../rows/useUndoKey'
import { chooseExcel, pathsOf } from '../sheets/chooseExcel'
import sheets from '../sheets/sheets.module.css'
import { Skipped } from '../sheets/Skipped'
import { useSheet } from '../sheets/useSheet'
import styles from './after.module.css'

interface FeedbackCardProps { session: RecordSession; table: Rows; comments: string; readOnly: boolean; onComments: (comments: string) => void }

const Bars = ({ questions }: { questions: readonly CountedQuestion[] }) => {
  const { t } = useTranslation('meeting')
  const language = useLanguage()
  return (
    <table className={styles.bars}>
      <thead><tr><th scope="col">{t('feedback.question')}</th><th scope="col">{t('feedback.spread')}</th><th scope="col">{t('feedback.forms')}</th><th scope="col">{t('feedback.average')}</th></tr></thead>
      <tbody>
        {questions.map(({ id, question, marks }) => {
          const count = marks.reduce((sum, each) => sum + each, 0)
          const words = marks.flatMap((each, index) => { const mark = feedbackMarks[index]; return each > 0 && mark ? [`${markWords[mark][language]} ${each}`] : [] }).join(t('common:listComma'))
          return (
            <tr key={id}>
              <th scope="row">{question}</th>
              <td><span className={styles.bar} role="img" aria-label={words} title={words}>{marks.map((each, index) => each > 0 && <span key={index} data-mark={5 - index} style={{ flexGrow: each }}>{each}</span>)}</span></td>
              <td>{count}</td>
              <td><strong>{averageOf(marks)?.toFixed(2) ?? '—'}</strong></td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface TakeDialogProps { read: ReadFeedback; isFirst: boolean; onTake: (isAdded: boolean) => void; onClose: () => void }

const TakeDialog = ({ read, isFirst, onTake, onClose }: TakeDialogProps) => {
  useReturnFocus()
  const { t } = useTranslation(['meeting', 'common'])
  const [isAdded, setAdded] = useState(!isFirst)
  return (
    <Modal open width={640} title={t('feedback.read', { count: read.forms })} onCancel={onClose} cancelText={t('common:cancel')} okText={t('feedback.take')} okButtonProps={{ autoFocus: true }} onOk={() => { onTake(isAdded); onClose() }}>
      <Bars questions={read.questions.map(({ question, marks }) => ({ id: question, question, marks }))} />
      {read.comments.length > 0 && <p className={sheets.sum}>{t('feedback.comments', { count: read.comments.length })}</p>}
      {!isFirst && <Radio.Group className={sheets.choice ?? ''} value={isAdded} aria-label={t('feedback.how')} options={[{ value: true, label: t('feedback.add') }, { value: false, label: t('feedback.replace') }]} onChange={({ target }) => setAdded(target.value === true)} />}
      <Skipped skipped={read.skipped} />
    </Modal>
  )
}

export const FeedbackCard = ({ session, table, comments, readOnly, onComments }: FeedbackCardProps) => {
  const { t } = useTranslation('meeting')
  const showError = useErrorDialog()
  const sheet = useSheet(session)
  const undoKey = useUndoKey(table)
  const [read, setRead] = useState<ReadFeedback>()
  const questions = feedbackOf({ fields: { feedback: table.rows } })
  const choose = useMutation({
    mutationFn: async (files: readonly File[]) => core.meetings.readFeedback({ id: session.view().record.id, paths: await pathsOf(files) }),
    onSuccess: setRead, onError: (error) => showError(error, t('feedback.notRead')),
  })
  const take = (isAdded: boolean): void => {
    if (!read) return
    const said = [...isAdded && comments !== '' ? [comments] : [], ...read.comments].join('\n')
    table.fill(withCounted(table.rows, read.questions, isAdded), 'counted', read.comments.length > 0 ? { comments: said } : {})
    void saveFirst(session)
  }
  return (
    <section id="after-feedback" tabIndex={-1} className={cards.card} aria-labelledby="feedback-title" onKeyDown={undoKey}>
      <header className={cards.head}>
        <h2 id="feedback-title">{t('feedback.title')}</h2>
        <span className={cards.about} />
        <UndoStep table={table} />
        <Button size="small" icon={<Download size={14} />} onClick={() => sheet.mutate('feedback')}>{t('sheet.getFeedback')}</Button>
        {!readOnly && <Button size="small" icon={<FileSpreadsheet size={14} />} loading={choose.isPending} onClick={() => chooseExcel(true, (files) => choose.mutate(files))}>{t('feedback.open')}</Button>}
      </header>
      {questions.length === 0 ? <p className={cards.teach}>{t('feedback.teach')}</p> : <div className={cards.body}><Bars questions={questions} /></div>}
      {(questions.length > 0 || comments !== '') && (
        <div className={cards.body}>
          <h3 className={styles.sub}>{t('feedback.said')}</h3>
          {readOnly ? <p className={styles.comments}>{comments || '—'}</p> : <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={20_000} value={comments} aria-label={t('feedback.said')} onChange={({ target }) => onComments(target.value)} />}
        </div>
      )}
      {read && <TakeDialog read={read} isFirst={questions.length === 0} onTake={take} onClose={() => setRead(undefined)} />}
    </section>
  )
}
