/** Who comes: a table to write in or to paste into, a list of names from Excel, groups, and the sheets for them. */
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { Download, FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import type { RecordSession } from '#renderer/features/record'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { ReadParticipants } from '#shared/contract/meetings'
import type { LibraryFile } from '#shared/model/library'
import { divided, groupsOf, participantsOf } from '#shared/model/meeting/participants'
import { numeral } from '#shared/text/numeral'
import cards from '../cards.module.css'
import { columnsOf } from '../rows/fields'
import { RowsGrid } from '../rows/RowsGrid'
import { UndoStep } from '../rows/UndoStep'
import type { Rows } from '../rows/useRows'
import { useUndoKey } from '../rows/useUndoKey'
import { chooseExcel, pathsOf } from '../sheets/chooseExcel'
import { useSheet } from '../sheets/useSheet'
import { DivideButton } from './DivideButton'
import { ImportDialog } from './ImportDialog'
import { usePeopleText } from './usePeopleText'

const widths: Readonly<Record<string, string>> = { name: '14%', unit: '24%', post: '18%', phone: '16%', group: '12%', note: '16%' }
const columns = columnsOf('participants', ['name', 'unit', 'post', 'phone', 'group', 'note']).map((column) => ({ column, width: widths[column.key] ?? '' }))

interface PeoplePartProps { session: RecordSession; table: Rows; readOnly: boolean; vocabularies: LibraryFile['vocabularies'] | undefined }

export const PeoplePart = ({ session, table, readOnly, vocabularies }: PeoplePartProps) => {
  const { t } = useTranslation('meeting')
  const language = useLanguage()
  const showError = useErrorDialog()
  const peopleText = usePeopleText()
  const sheet = useSheet(session)
  const undoKey = useUndoKey(table)
  const [read, setRead] = useState<ReadParticipants>()
  const people = participantsOf({ fields: { participants: table.rows } })
  const choose = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const [path] = await pathsOf(files)
      return path === undefined ? undefined : core.meetings.readParticipants({ path })
    },
    onSuccess: setRead, onError: (error) => showError(error, t('import.notRead')),
  })
  return (
    <section tabIndex={-1} className={cards.card} aria-labelledby="people-title" onKeyDown={undoKey}>
      <header className={cards.head}>
        <h2 id="people-title">{t('people.title')}</h2>
        <span className={cards.about}>{peopleText(people)}</span>
        <UndoStep table={table} />
        {!readOnly && <>
          <DivideButton people={people.length} before={groupsOf(people).length} onDivide={(count) => table.fill(divided(table.rows, count, (number) => t('divide.group', { number: numeral(number, language) })), 'divided')} />
          <Button size="small" icon={<FileSpreadsheet size={14} />} loading={choose.isPending} onClick={() => chooseExcel(false, (files) => choose.mutate(files))}>{t('import.open')}</Button>
        </>}
        <Button size="small" icon={<Download size={14} />} onClick={() => sheet.mutate('participants')}>{t('sheet.getParticipants')}</Button>
        <Button size="small" icon={<Download size={14} />} disabled={people.length === 0} onClick={() => sheet.mutate('attendance')}>{t('sheet.getAttendance')}</Button>
      </header>
      {table.rows.length === 0 && <p className={cards.teach}>{t(readOnly ? 'people.none' : 'people.teach')}</p>}
      {(table.rows.length > 0 || !readOnly) && <RowsGrid name={t('people.title')} table={table} columns={columns} session={session} vocabularies={vocabularies} readOnly={readOnly} />}
      {read && <ImportDialog read={read} rows={table.rows} onTake={(rows) => table.fill(rows, 'imported')} onClose={() => setRead(undefined)} />}
    </section>
  )
}
