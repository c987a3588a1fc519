/** After the meeting: what is open before it is closed, what was agreed, who wants to take up what, who came, and how it was judged. */
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecordSession } from '#renderer/features/record'
import type { LibraryFile } from '#shared/model/library'
import type { RecordContent } from '#shared/model/record'
import { citationsOf } from '#shared/model/rowCitations'
import type { PlainField } from '#shared/model/fields'
import cards from '../cards.module.css'
import { focusSoon } from '../focusSoon'
import { ProductCell } from '../records/ProductCell'
import { columnsOf } from '../rows/fields'
import type { GridColumn } from '../rows/GridRow'
import { RowsGrid } from '../rows/RowsGrid'
import { UndoStep } from '../rows/UndoStep'
import type { Rows } from '../rows/useRows'
import { useUndoKey } from '../rows/useUndoKey'
import { AttendanceCard } from './AttendanceCard'
import styles from './after.module.css'
import { FeedbackCard } from './FeedbackCard'
import { closingOf, type Closing } from './closing'
import { PlanButton } from './PlanButton'

interface AfterPartProps {
  session: RecordSession; content: RecordContent; readOnly: boolean; vocabularies: LibraryFile['vocabularies'] | undefined
  tables: Record<'participants' | 'outcomes' | 'intentions' | 'feedback', Rows>
  outlined: string | undefined
  onSummary: () => void
}

const outcomeColumns: readonly GridColumn[] = columnsOf('outcomes', ['isDone', 'what', 'who', 'due']).map((column) => ({ column, width: { isDone: '56px', what: '50%', who: '28%', due: '22%' }[column.key] ?? '' }))
const intended = columnsOf('intentions', ['unit', 'product', 'what', 'who', 'due'])
const planColumn: PlainField = { key: 'plan', kind: 'text', isGiven: true, title: { 'zh-CN': '推广', en: 'Adoption' } }
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

export const AfterPart = ({ session, content, readOnly, vocabularies, tables: { participants, outcomes, intentions, feedback }, outlined, onSummary }: AfterPartProps) => {
  const { t } = useTranslation('meeting')
  const columns = outcomeColumns.map((each) => (each.column.key === 'what' ? { ...each, asks: t('outcomes.asks') } : each))
  const outcomesKey = useUndoKey(outcomes)
  const intentionsKey = useUndoKey(intentions)
  const comments = typeof content.fields.comments === 'string' ? content.fields.comments : ''
  const intentionColumns: readonly GridColumn[] = [
    ...intended.map((column): GridColumn => ({
      column, width: { unit: '17%', product: '20%', what: '22%', who: '12%', due: '12%' }[column.key] ?? '',
      ...column.key === 'product' && {
        cell: (row) => <ProductCell id={`product-${row.id}`} product={citationsOf(row.product)[0]} readOnly={readOnly} onChange={(product) => { if (intentions.rows.some(({ id }) => id === row.id)) intentions.change(row.id, { product: product && [product] }); else if (product) intentions.add({ id: row.id, product: [product] }) }} />,
      },
    })),
    { column: planColumn, width: '17%', cell: (row) => intentions.rows.some(({ id }) => id === row.id) && <PlanButton productId={citationsOf(row.product)[0]?.recordId} unit={text(row.unit)} plannedDate={text(row.due)} readOnly={readOnly} /> },
  ]
  const closing = closingOf(content)
  const go = (key: Closing['key']): void => { if (key === 'summary') onSummary(); else focusSoon(`after-${key === 'owned' ? 'outcomes' : key}`) }
  return (
    <div className={styles.after}>
      {content.stage !== 'planned' && (
        <section id="closing" tabIndex={-1} className={cards.card} aria-labelledby="closing-title">
          <header className={cards.head}><h2 id="closing-title">{t(content.stage === 'closed' ? 'closing.closed' : 'closing.title')}</h2><span className={cards.about}>{t('checks.count', { met: closing.filter(({ isMet }) => isMet).length, of: closing.length })}</span></header>
          <ul className={styles.closing}>
            {closing.map(({ key, isMet, count }) => <li key={key} data-met={isMet}>{isMet ? <CircleCheck size={15} aria-label={t('checks.met')} /> : <CircleAlert size={15} aria-label={t('checks.open')} />}{isMet || readOnly ? t(`closing.${isMet ? 'done' : 'todo'}.${key}`, { count }) : <button type="button" onClick={() => go(key)}>{t(`closing.todo.${key}`, { count })}</button>}</li>)}
          </ul>
        </section>
      )}
      <section id="after-outcomes" tabIndex={-1} className={cards.card} aria-labelledby="outcomes-title" onKeyDown={outcomesKey}>
        <header className={cards.head}><h2 id="outcomes-title">{t('outcomes.title')}</h2><span className={cards.about}>{t('followUps.about')}</span><UndoStep table={outcomes} /></header>
        {outcomes.rows.length === 0 && <p className={cards.teach}>{t('followUps.teach')}</p>}
        {(outcomes.rows.length > 0 || !readOnly) && <RowsGrid name={t('outcomes.title')} table={outcomes} columns={columns} session={session} vocabularies={vocabularies} readOnly={readOnly} outlined={outlined} />}
      </section>
      <section tabIndex={-1} className={cards.card} aria-labelledby="intentions-title" onKeyDown={intentionsKey}>
        <header className={cards.head}><h2 id="intentions-title">{t('intentions.title')}</h2><span className={cards.about}>{t('intentions.about')}</span><UndoStep table={intentions} /></header>
        {(intentions.rows.length > 0 || !readOnly) && <RowsGrid name={t('intentions.title')} table={intentions} columns={intentionColumns} session={session} vocabularies={vocabularies} readOnly={readOnly} />}
      </section>
      <AttendanceCard session={session} people={participants} readOnly={readOnly} />
      <FeedbackCard
        session={session} table={feedback} comments={comments} readOnly={readOnly}
        onComments={(next) => session.change({ fields: { ...session.view().record.content.fields, comments: next === '' ? undefined : next } })}
      />
    </div>
  )
}
