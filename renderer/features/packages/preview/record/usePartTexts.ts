/** What the parts of a merge are called, and how the values of fields read. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { api } from '#renderer/client/queries'
import { useFieldTexts } from '#renderer/features/duplicates'
import { fieldsByKey } from '#renderer/features/revisions'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { MergeSides } from '#shared/contract/packageMerge'
import { customFieldsOf } from '#shared/model/customFields'
import type { BodyItem } from '#shared/model/difference/bodies'
import { fieldText, rowsOf, type FieldDefinition, type FieldRow } from '#shared/model/fields'
import type { RecordContent } from '#shared/model/record'
import { recordTypes, type RecordType } from '#shared/model/recordTypes'
import type { BodyPart, FieldPart, ThreeWayPart } from '#shared/model/threeWay/parts'
import { handKeyOf } from '../byHand'

export type PartSide = 'base' | 'mine' | 'theirs'

export interface PartTexts {
  labelOf: (part: ThreeWayPart) => string
  /** Which row and column of a list, where it is one. */
  detailOf: (part: ThreeWayPart) => string
  textOf: (part: FieldPart, side: PartSide) => string
  /** The field of the type or library that a part is, or is in. */
  fieldOf: (part: FieldPart) => FieldDefinition | undefined
}

const valueAt = (content: RecordContent | null, field: string): unknown => {
  const named = handKeyOf(field)
  return named && (named.of === 'record' ? content?.[named.key] : content?.[named.of][named.key])
}

/** The row that the key of a part names, and the column of it, if it is one alone. */
const rowOf = ({ key, field }: FieldPart, { base, mine, theirs }: MergeSides): { row: FieldRow; column: string } | undefined => {
  const rest = key.slice(field.length + 1)
  const row = [mine, theirs, base].flatMap((content) => rowsOf(valueAt(content, field))).find(({ id }) => rest === id || rest.startsWith(`${id}.`))
  return row && { row, column: rest.slice(row.id.length + 1) }
}

const Stage = z.looseObject({ stage: z.string() })
const Hashes = z.array(z.string())

/** What the name of a part goes by: the kind of its first block. */
const blockKind = (items: readonly BodyItem[]): string => {
  const [first] = items
  return first === undefined || 'section' in first ? 'heading' : first.block.type
}

export const usePartTexts = (type: RecordType, sides: MergeSides, parts: readonly ThreeWayPart[]): PartTexts => {
  const { t } = useTranslation(['packages', 'record'])
  const language = useLanguage()
  const library = useQuery(api.library.current.queryOptions()).data?.library
  const fieldOfKey = fieldsByKey(recordTypes[type].fields, library ? customFieldsOf(library, type) : [])
  const { labelOf, textOf } = useFieldTexts(type, parts.flatMap(({ mine, theirs }) => [mine, theirs]))
  const files = new Map([sides.base, sides.mine, sides.theirs].flatMap((content) => content?.attachments ?? []).map(({ sha256, name }) => [sha256, name]))

  const columnOf = (part: FieldPart, column: string): FieldDefinition | undefined => {
    const field = fieldOfKey(part.field)
    return field?.kind === 'rows' ? field.columns.find(({ key }) => key === column) : undefined
  }
  const columnTitle = (part: FieldPart, column: string): string =>
    (part.field === 'fields.results' && column !== '' ? t(`record:results.${column}`, { defaultValue: column }) : columnOf(part, column)?.title[language] ?? '')
  const cellText = (part: FieldPart, column: string, value: unknown): string => {
    const definition = columnOf(part, column)
    const hashes = Hashes.safeParse(value).data
    if (hashes) return hashes.map((hash) => files.get(hash) ?? hash).join('\n')
    return definition ? fieldText(definition, value, language) : typeof value === 'string' ? value : JSON.stringify(value ?? '')
  }
  const bodyLabel = ({ key, kind, base, mine, theirs }: BodyPart): string => {
    if (key === 'body.order') return t('merge.order')
    const [, row, column] = /\.(\d+)\.(\d+)$/.exec(key) ?? []
    if (row !== undefined) return t('merge.cell', { row: Number(row) + 1, column: Number(column) + 1 })
    return kind === 'section' ? t('merge.block.heading') : t(`merge.block.${blockKind([...mine, ...theirs, ...base])}`, { defaultValue: t('merge.block.other') })
  }
  return {
    fieldOf: ({ field }) => fieldOfKey(field),
    labelOf: (part) => ('field' in part ? (part.field === 'body' ? t('merge.looks') : labelOf(part.field)) : bodyLabel(part)),
    detailOf: (part) => {
      if (!('field' in part) || part.kind !== 'row') return ''
      const at = rowOf(part, sides)
      if (!at) return ''
      const [, name = ''] = Object.entries(at.row).find(([key, value]) => key !== 'id' && typeof value === 'string' && value !== '') ?? []
      return [String(name), columnTitle(part, at.column)].filter((text) => text !== '').join('：')
    },
    textOf: (part, side) => {
      const value: unknown = part[side]
      if (value === undefined || value === null) return ''
      if (part.field === 'stage') return textOf('stage', Stage.safeParse(value).data?.stage)
      if (part.field === 'body') return JSON.stringify(value)
      if (part.kind !== 'row') return textOf(part.field, value)
      const at = rowOf(part, sides)
      return at && at.column !== '' ? cellText(part, at.column, value) : textOf(part.field, Array.isArray(value) ? value : [value])
    },
  }
}
