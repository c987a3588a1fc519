/** What fields are called and how their values read, lists of entries an entry a line. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { api } from '#renderer/client/queries'
import { useRecordRows } from '#renderer/client/recordRows'
import { attachmentText, fieldLabel, fieldsByKey, linkText, resultText, valueText } from '#renderer/features/revisions'
import { useLanguage } from '#renderer/ui/useLanguage'
import { customFieldsOf } from '#shared/model/customFields'
import { AttachmentRef, MeasuredResult, RecordLink } from '#shared/model/record'
import { recordTypes, type RecordType } from '#shared/model/recordTypes'

const Links = z.array(RecordLink)
const Attachments = z.array(AttachmentRef)
const Results = z.array(MeasuredResult)

/** `values`: all that will be asked for, so that linked records can be named. */
export const useFieldTexts = (type: RecordType, values: readonly unknown[]) => {
  const { t } = useTranslation(['revisions', 'common', 'record'])
  const language = useLanguage()
  const library = useQuery(api.library.current.queryOptions()).data?.library
  const fieldOfKey = fieldsByKey(recordTypes[type].fields, library ? customFieldsOf(library, type) : [])
  const { rows } = useRecordRows(values.flatMap((value) => Links.safeParse(value).data?.map(({ to }) => to) ?? []))
  const textOf = (key: string, value: unknown): string => {
    switch (key) {
      case 'links': return Links.catch([]).parse(value).map((link) => linkText(link, rows?.get(link.to)?.title ?? link.to, t)).join('\n')
      case 'attachments': return Attachments.catch([]).parse(value).map((attachment) => attachmentText(attachment, t)).join('\n')
      case 'fields.results': return Results.catch([]).parse(value).map(resultText).join('\n')
      default: return valueText(key, value, fieldOfKey(key), language, t)
    }
  }
  return { labelOf: (key: string): string => (key === 'fields.results' ? t('record:results.title') : fieldLabel(key, fieldOfKey(key), language, t)), textOf }
}
