/** What somebody who opens a record should know of its life: that it came back, and why; that it was edited since it was judged. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import { lastStep } from '#shared/model/life/moves'
import type { RecordFile } from '#shared/model/record'
import { Notice } from '../notices/Notice'

const cameBack: ReadonlySet<string> = new Set(['reject', 'revise', 'postpone', 'reopen'])
const judged: ReadonlySet<string> = new Set(['inReview', 'validated', 'published', 'announced'])

export const LifeNotice = ({ record: { id, content } }: { record: RecordFile }) => {
  const { t } = useTranslation(['record', 'common'])
  const last = lastStep(content)
  const isJudged = last !== undefined && judged.has(content.stage)
  const isChanged = useQuery({ ...api.records.changedSinceMove.queryOptions({ input: { id } }), enabled: isJudged }).data === true
  const who = last && (last.by.name || t('life.nobody'))
  if (last && cameBack.has(last.move)) {
    return <Notice tone="caution" title={t(`life.back.${last.move}`, { who, time: formatMoment(last.at) })} text={last.reason ?? ''} />
  }
  if (isJudged && isChanged) return <Notice tone="information" title={t(`life.edited.${content.stage}`, { who, time: formatMoment(last.at) })} text={t('life.edited.text')} />
  return null
}
