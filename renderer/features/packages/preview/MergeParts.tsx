/** What differs in one record, part by part: both sides, and which of them is taken. */
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useFieldTexts } from '#renderer/features/duplicates'
import { FieldRow, type Taken } from '#renderer/features/revisions'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { ComparedRecord, MergeDecision, MergePick, MergeSides } from '#shared/contract/packageMerge'
import { wholeText, type BodyItem } from '#shared/model/difference/bodies'
import { threeWayParts } from '#shared/model/threeWay/contents'
import type { ThreeWayPart } from '#shared/model/threeWay/parts'
import { picksOf } from './takeChoice'
import styles from './preview.module.css'

interface MergePartsProps { jobId: string; record: ComparedRecord; decision: MergeDecision | undefined; onDecide: (decision: MergeDecision) => void }

export const MergeParts = ({ jobId, record, ...props }: MergePartsProps) => {
  const { t } = useTranslation('packages')
  const sides = useQuery(api.packages.sides.queryOptions({ input: { jobId, id: record.id } }))
  if (sides.isPending) return <SkeletonRows />
  if (sides.isError) return <ErrorPanel error={sides.error} what={t('merge.notCompared')} onRetry={() => void sides.refetch()} />
  return <Parts sides={sides.data} record={record} {...props} />
}

const takenSides: Readonly<Record<MergePick, Taken>> = { mine: { before: true, after: false }, theirs: { before: false, after: true }, both: { before: true, after: true } }
const noneTaken: Taken = { before: false, after: false }

const itemsText = (items: readonly BodyItem[]): string => items.map((item) => ('section' in item ? `【${item.section.title}】` : wholeText(item.block))).join('\n')

const partsOf = ({ base, mine, theirs }: MergeSides): ThreeWayPart[] => (mine ? threeWayParts(base, mine, theirs) : [])

/** What of a field is shown: of the stage its name, of a row its values. */
const shownValue = (field: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if (field === 'stage' && 'stage' in value) return value.stage
  return field === 'fields.results' ? [value] : Object.entries(value).filter(([key]) => key !== 'id').map(([, each]: [string, unknown]) => each)
}

/** Until something is chosen: in what is taken as it is, the sides that are taken by themselves. */
const pickOf = (part: ThreeWayPart, decision: MergeDecision | undefined): MergePick | undefined => {
  if (decision?.choice === 'take') return 'theirs'
  if (decision?.choice === 'keep') return 'mine'
  return picksOf(decision)[part.key] ?? part.taken ?? undefined
}

const Parts = ({ sides, record: { type, title }, decision, onDecide }: Omit<MergePartsProps, 'jobId'> & { sides: MergeSides }) => {
  const { t } = useTranslation('packages')
  const parts = useMemo(() => partsOf(sides), [sides])
  const { labelOf, textOf } = useFieldTexts(type, parts.flatMap(({ mine, theirs }) => [mine, theirs]))
  const choose = (part: ThreeWayPart, pick: MergePick) => {
    const before = decision?.choice === 'take' || decision?.choice === 'keep' ? Object.fromEntries(parts.flatMap((each) => { const own = pickOf(each, decision); return own ? [[each.key, own]] : [] })) : picksOf(decision)
    onDecide({ choice: 'merge', picks: { ...before, [part.key]: pick } })
  }
  const label = (part: ThreeWayPart): string => {
    if ('field' in part) return labelOf(part.field)
    return part.key === 'body.order' ? t('merge.order') : part.section?.title ?? t('merge.beginning')
  }
  const text = (part: ThreeWayPart, side: 'mine' | 'theirs'): string =>
    ('field' in part ? textOf(part.field, shownValue(part.field, part[side])) : itemsText(part[side]))
  return (
    <table className={styles.parts} aria-label={t('merge.show', { title })}>
      <thead><tr><th scope="col">{t('merge.part')}</th><th scope="col">{t('merge.mine')}</th><th scope="col">{t('merge.theirs')}</th></tr></thead>
      <tbody>
        {parts.map((part) => {
          const pick = pickOf(part, decision)
          return (
            <FieldRow key={part.key} label={label(part)} before={text(part, 'mine')} after={text(part, 'theirs')} taken={pick ? takenSides[pick] : noneTaken}>
              {pick === undefined && <span className={styles.clash}>{t('merge.conflict')}</span>}
              <Segmented<MergePick | ''>
                size="small" aria-label={t('merge.choose', { what: label(part) })} value={pick ?? ''} onChange={(next) => { if (next !== '') choose(part, next) }}
                options={part.choices.map((choice) => ({ value: choice, label: t(`pick.${choice}`) }))}
              />
            </FieldRow>
          )
        })}
      </tbody>
    </table>
  )
}
