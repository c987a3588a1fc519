/** How a record is drawn in the columns of a list. */
import { Paperclip } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PolarityIcon } from '#renderer/ui/marks/PolarityIcon'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { Tag } from '#renderer/ui/marks/Tag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { formatDay } from '#renderer/ui/format'
import { useEditionName } from '#renderer/ui/useEditionName'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { RecordRow } from '#shared/contract/records'
import { fieldText } from '#shared/model/fields'
import type { ListField } from '#shared/model/listFields'
import styles from './RecordTable.module.css'

/** A tag's edge and the gap after it, a character of it, the cell's own edges, and the room for “+n”, in CSS pixels. */
const tagSpace = { edge: 17, character: 12, cell: 20, more: 29 }

/** As many tags as stand in a cell of this width uncut, one at least. */
const fittingTags = (tags: readonly string[], width: number): number => {
  const room = width - tagSpace.cell
  const ends = tags.map((_, index) => tags.slice(0, index + 1).reduce((sum, tag) => sum + tagSpace.edge + tag.length * tagSpace.character, 0))
  if ((ends.at(-1) ?? 0) <= room + tagSpace.edge - 12) return tags.length
  return Math.max(1, ends.filter((end) => end <= room - tagSpace.more + 5).length)
}

const Title = ({ row, attachments, showsType }: { row: RecordRow; attachments: string; showsType: boolean }) => (
  <span className={styles.title}>
    {showsType && <TypeMark type={row.type} />}
    {row.polarity && <PolarityIcon polarity={row.polarity} />}
    <span className={styles.words} dir="auto" title={row.title}>{row.title}</span>
    {row.attachments > 0 && <span className={styles.clip} role="img" aria-label={attachments}><Paperclip size={12} aria-hidden="true" />{row.attachments}</span>}
  </span>
)

const Tags = ({ tags, width }: { tags: readonly string[]; width: number }) => {
  const count = fittingTags(tags, width)
  return (
    <span className={styles.tags} title={tags.join('　')}>
      {tags.slice(0, count).map((tag) => <Tag key={tag}>{tag}</Tag>)}
      {tags.length > count && <span className={styles.more}>+{tags.length - count}</span>}
    </span>
  )
}

type Draw = (row: RecordRow, width: number) => ReactNode

/** Numbers and days stand at the right. */
export const isRight = (key: string, fields: readonly ListField[]): boolean => {
  const kind = fields.find((field) => field.key === key)?.definition.kind
  return key === 'date' || key === 'updatedAt' || key === 'attachments' || kind === 'number' || kind === 'date'
}

/** Draws a record in the column with a key. */
export const useDraw = (fields: readonly ListField[], showsType: boolean): ((key: string) => Draw) => {
  const { t } = useTranslation(['library-list', 'common'])
  const language = useLanguage()
  const editionName = useEditionName()
  return useMemo(() => {
    const own: Readonly<Record<string, Draw>> = {
      number: (row) => <span className={styles.number}>{row.number}</span>,
      title: (row) => <Title row={row} attachments={t('attachments', { count: row.attachments })} showsType={showsType} />,
      stage: (row) => <span className={styles.stage}><StageTag stage={row.stage} type={row.type} /></span>,
      edition: (row) => row.edition !== null && editionName(row.edition),
      unit: (row) => row.team || row.unit,
      field: (row) => row.field,
      tags: (row, width) => <Tags tags={row.tags} width={width} />,
      date: (row) => <span className={styles.date}>{row.date}</span>,
      updatedAt: (row) => <span className={styles.date}>{formatDay(row.updatedAt)}</span>,
      polarity: (row) => row.polarity && t(`common:polarity.${row.polarity}`),
      attachments: (row) => row.attachments > 0 && row.attachments,
      confidentiality: (row) => {
        const level = row.values?.confidentiality
        return typeof level === 'string' && t(`common:confidentiality.${level}`, { defaultValue: level })
      },
      authors: (row) => {
        const authors = row.values?.authors
        return typeof authors === 'object' && authors.join(t('common:listComma'))
      },
    }
    return (key) => {
      const definition = fields.find((field) => field.key === key)?.definition
      return own[key] ?? ((row) => {
        const text = definition ? fieldText(definition, row.values?.[key], language) : ''
        return <span title={text}>{text}</span>
      })
    }
  }, [t, language, editionName, fields, showsType])
}
