/** One source at its pinned revision: its sections to read, and passages to take as excerpts. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import type { BlockPropsOf } from '#renderer/editor'
import { numeral } from '#shared/text/numeral'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { ProductSource } from '#shared/contract/products'
import { emptyBody, type Body, type Section } from '#shared/model/body/body'
import type { Choice } from './choice'
import { citationsOfSection, citedSpans } from './citedSpans'
import { ExcerptBar } from './ExcerptBar'
import styles from './Source.module.css'
import type { Retaking } from './useRetake'
import { SourceHead } from './SourceHead'
import { SourceSection } from './SourceSection'
import { useCitedUnderline } from './useCitedUnderline'
import { usePicked, type TakenAs } from './usePicked'
import { useRovingBlocks } from './useRovingBlocks'

export interface Excerpting {
  take: (source: ProductSource, choice: Choice, as: TakenAs) => void
  isTaking: boolean
  /** Where an excerpt would go now, in words. */
  into: string
  /** The cell of a step that takes one too, in words. */
  step: string | undefined
}

interface SourceViewProps {
  source: ProductSource
  product: Body
  /** Undefined until one was folded or opened: then it is the first that says anything. */
  openSections: readonly string[] | undefined
  onOpenSections: (ids: readonly string[]) => void
  /** Undefined where nothing can be changed. */
  excerpting: Excerpting | undefined
  onRemove: (() => void) | undefined
  /** Takes what is cited of it again, as it is now; undefined where nothing can be changed. */
  retaking: Retaking | undefined
  /** Grows when the keys are to go to the first block. */
  wantsFocus: number
}

const nothing: readonly string[] = []

/** What stands before the first section is shown as one. */
const useSections = (body: Body): Section[] => {
  const { t } = useTranslation('product')
  const beginning = t('sources.beginning')
  return useMemo(
    () => (body.preamble.length > 0 ? [{ id: 'preamble', key: null, title: beginning, blocks: body.preamble }, ...body.sections] : body.sections),
    [body, beginning],
  )
}

const noBody = emptyBody()

export const SourceView = ({ source, product, openSections, onOpenSections, excerpting, onRemove, retaking, wantsFocus }: SourceViewProps) => {
  const { t } = useTranslation('product')
  const language = useLanguage()
  const root = useRef<HTMLDivElement>(null)
  const { recordId, revisionId, state } = source
  const query = useQuery({ ...api.records.revision.queryOptions({ input: { id: recordId, revisionId } }), enabled: state !== 'missing', placeholderData: keepPreviousData })
  const body = query.data?.content.body ?? noBody
  const sections = useSections(body)
  const first = sections.find(({ blocks }) => blocks.length > 0)?.id
  const open = useMemo(() => openSections ?? (first === undefined ? nothing : [first]), [openSections, first])
  const ids = useMemo(() => sections.filter(({ id }) => open.includes(id)).flatMap(({ blocks }) => blocks.map(({ id }) => id)), [sections, open])
  const cited = useMemo(() => citedSpans(body, product, recordId), [body, product, recordId])

  const roving = useRovingBlocks(root, ids)
  const citedLabel = t('sources.citedMark')
  const { blockProps: reach } = roving
  const blockProps = useCallback<BlockPropsOf>((id) => ({ ...reach(id), ...(cited.has(id) && { 'data-cited': citedLabel }) }), [reach, cited, citedLabel])
  useCitedUnderline(root, cited, ids)
  const take = (choice: Choice, as: TakenAs): void => { if (as === 'quote' || excerpting?.step !== undefined) excerpting?.take(source, choice, as) }
  const picked = usePicked(root, excerpting ? ids : nothing, take)

  const isHere = query.data !== undefined
  const focused = useRef(wantsFocus)
  useEffect(() => {
    if (!isHere || focused.current === wantsFocus) return
    focused.current = wantsFocus
    root.current?.querySelector<HTMLElement>('[id^=block-][tabindex="0"]')?.focus()
  }, [isHere, wantsFocus])

  const firstNumber = body.preamble.length > 0 ? 0 : 1
  return (
    <div ref={root} className={styles.source} onKeyDown={roving.onKeyDown}>
      <SourceHead source={source} retaking={retaking} onRemove={onRemove} />
      {query.isLoading && <SkeletonRows rows={6} rowHeight={34} />}
      {query.error && <div className={styles.inset}><ErrorPanel error={query.error} what={t('sources.notRead')} onRetry={() => { void query.refetch() }} /></div>}
      {sections.map((section, index) => (
        <SourceSection
          key={section.id} section={section} number={section.id === 'preamble' ? undefined : numeral(index + firstNumber, language)}
          citations={citationsOfSection(section, product, recordId)} isOpen={open.includes(section.id)} blockProps={blockProps}
          onToggle={() => onOpenSections(open.includes(section.id) ? open.filter((id) => id !== section.id) : [...open, section.id])}
        />
      ))}
      {picked && excerpting && <ExcerptBar top={picked.bottom + 6} isTaking={excerpting.isTaking} into={excerpting.into} step={excerpting.step} onTake={(as) => take(picked.choice, as)} />}
    </div>
  )
}
