/** A product that is open: its sources, its text and the gate of its release, side by side. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ProductAdoptionsPanel } from '#renderer/features/adoptions'
import {
  BodyColumn, canFinish, CommentsProvider, moveGapPlace, Notices, PlaceOutline, RecordHead, SidePanel, StageBar, useBodyPlaces, useComments, useEditingKeys, useShownPlace, whyReadOnly, type OpenRecord,
} from '#renderer/features/record'
import { useNavigation, type RecordTarget } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { MoveGap } from '#shared/model/life/conditions'
import { stepOf } from '#shared/model/product/steps'
import { SectionStrip } from './body/SectionStrip'
import { stripItems, type StripItem } from './body/sectionStrip'
import { FlowPart } from './flow/FlowPart'
import { GatePanel, GateWaiting } from './gate/GatePanel'
import { moveTowards } from './gate/moveTowards'
import { useGapWays } from './gate/useGapWays'
import type { ReleaseWish } from './gate/useRelease'
import { isShown, showPart, type ProductPart } from './parts'
import styles from './ProductPage.module.css'
import { offeredPosts } from './roles/rolesMatrix'
import { RolesPart } from './roles/RolesPart'
import { SideColumn, type SideTab } from './SideColumn'
import { SourceColumn, type SourceColumnHandle } from './sources/SourceColumn'
import { withoutSource, withSources } from './sources/sourceLinks'
import { useRetake } from './sources/useRetake'
import { StepsPart } from './steps/StepsPart'
import { useSteps } from './steps/useSteps'
import { useCurrentPlace } from './useCurrentPlace'
import { useExcerpt } from './useExcerpt'

interface ProductViewProps { open: OpenRecord; target: RecordTarget | undefined }

const noWish: ReleaseWish = { changeLog: '', reason: '' }

const ProductColumns = ({ open, target }: ProductViewProps) => {
  const { t } = useTranslation('product')
  const { session, view: { record } } = open
  const { id, content } = record
  const library = useQuery(api.library.current.queryOptions()).data
  const gate = useQuery(api.products.gate.queryOptions({ input: { id } }))
  const readOnly = whyReadOnly(library, record)
  const language = library?.library.language ?? 'zh-CN'
  const [wanted, setWanted] = useState(target?.edit === true)
  const editing = wanted && !readOnly
  const column = useRef<HTMLDivElement>(null)
  const sources = useRef<SourceColumnHandle>(null)
  const goTo = useShownPlace(column, target)
  const edit = useCallback(() => { if (!readOnly) setWanted(true) }, [readOnly])
  const places = useBodyPlaces({ open, column, language, onEdit: edit })
  const { stopLeading } = places
  const page = useRef<HTMLDivElement>(null)
  const finish = useCallback(() => {
    void session.flush()
    if (!canFinish(session, page.current)) return
    setWanted(false)
    stopLeading()
  }, [session, stopLeading])
  useEditingKeys(editing, edit, finish)

  const { sections } = content.body
  const { current, choose, follow } = useCurrentPlace(column, sections)
  const items = useMemo(() => stripItems({ body: content.body, fields: content.fields }, language), [content.body, content.fields, language])
  const titleOf = (sectionId: string | undefined): string | undefined => sections.find((section) => section.id === sectionId)?.title

  const steps = useSteps(open)
  const cell = editing ? steps.current : undefined
  const at = steps.rows.findIndex(({ id: rowId }) => rowId === cell?.rowId)
  const into = cell?.column === undefined || cell.column === 'minutes' || cell.column === 'post' ? 'standard' : cell.column
  const stepName = at === -1 ? undefined : t('excerpt.step', { number: at + 1, column: t(`steps.written.${into}`) })
  const { take, isTaking } = useExcerpt({
    put: (block) => titleOf(places.put(block, current)),
    step: cell && stepName !== undefined ? { name: stepName, take: (text, citation) => { steps.take({ rowId: cell.rowId, column: into }, text, citation); void session.flush() } } : undefined,
  })
  const excerpting = { take, isTaking, step: stepName, into: t(editing ? 'excerpt.atCaret' : 'excerpt.into', { title: titleOf(current) ?? content.title }) }
  const retaking = useRetake(session, finish)

  const changeLinks = (links: typeof content.links): void => { session.change({ links }); void session.flush() }

  const { show, asked } = useComments()
  const [side, setSide] = useState<{ tab: SideTab; asked: number }>({ tab: target?.attachment === undefined ? 'gate' : 'details', asked })
  /** What was written for the release: kept until it takes place. */
  const [wish, setWish] = useState<ReleaseWish>(noWish)
  const { openRecord, openSettings } = useNavigation()
  const conditions = gate.data?.conditions ?? []
  const showSide = (tab: SideTab): void => setSide({ tab, asked })
  const gaps = useGapWays(conditions, {
    edit, record: openRecord, towardsPilot: moveTowards(content, 'pilot'), adoptions: () => showSide('adoptions'), sources: (recordId) => sources.current?.takeFocus(recordId), block: (blockId) => places.show({ blockId }, false),
    section: (key) => { const sectionId = places.writeIn(key); choose(sectionId); return sectionId },
    firstStep: () => steps.rows[0]?.id ?? steps.insert(0),
  })

  const goToSection = ({ key, sectionId }: StripItem): void => {
    if (sectionId !== undefined) choose(sectionId)
    if (key === 'process') { showPart('steps'); return }
    if (sectionId === undefined && key !== null && !readOnly) choose(places.writeIn(key))
    if (sectionId === undefined) return
    places.follow(sectionId)
    goTo({ sectionId })
  }
  const goToPart = (part: ProductPart): void => {
    // The chart is drawn from the steps: without any it is they that are written first.
    const shown = part === 'flow' && steps.rows.length === 0 ? 'steps' : part
    if (!isShown(shown)) edit()
    showPart(shown)
  }
  const goToMoveGap = (gap: MoveGap): void => {
    const place = moveGapPlace(gap)
    switch (place.kind) {
      case 'section': if (place.key === 'process') { edit(); showPart('steps') } else choose(places.writeIn(place.key)); break
      case 'results': break
      case 'profile': openSettings('me'); break
      case 'comment': show(place.commentId); break
      case 'comments': show(''); break
      case 'adoptions': showSide('adoptions'); break
      case 'field': showSide('details'); gaps.toField(place.key); break
    }
  }
  const read = steps.rows.map(stepOf)
  const posts = offeredPosts(content.fields, read)
  const tables = (
    <>
      <StepsPart open={open} steps={steps} editing={editing} posts={posts} missing={gaps.missing} onEdit={readOnly ? undefined : edit} />
      <FlowPart open={open} editing={editing} />
      <RolesPart open={open} editing={editing} posts={posts} />
    </>
  )

  return (
    <div ref={page} className={styles.page}>
      <RecordHead open={open} editing={editing} isNew={target?.edit === true} readOnly={readOnly} onEdit={edit} onFinish={finish} onTitleDone={places.begin} />
      <StageBar open={open} editing={editing} readOnly={readOnly !== undefined} onGo={goToMoveGap} onMoved={finish} />
      <Notices open={open} isReadOnly={readOnly !== undefined} />
      <div className={styles.columns}>
        <SourceColumn
          ref={sources} record={record} excerpting={readOnly ? undefined : excerpting}
          retaking={readOnly ? undefined : retaking} onAdd={(pins) => changeLinks(withSources(content.links, pins))} onRemove={(recordId) => changeLinks(withoutSource(content.links, recordId))}
        />
        <div className={styles.middle}>
          <SectionStrip items={items} current={current} onGo={goToSection} onPart={goToPart} />
          <div className={styles.text} {...follow}>
            <BodyColumn ref={column} open={open} editing={editing} takesFocus={!places.isLed} onFinish={finish} handle={places.attach} below={tables}>
              {gaps.outlined && <PlaceOutline column={column} place={gaps.outlined} editing={editing} />}
            </BodyColumn>
          </div>
        </div>
        <SideColumn
          // The comments, when they are asked for, are among the details.
          shown={asked > side.asked ? 'details' : side.tab} onShow={showSide} met={conditions.filter(({ met }) => met).length} of={conditions.length}
          adoptions={<ProductAdoptionsPanel record={record} readOnly={readOnly !== undefined} />}
          details={
            <SidePanel
              key={target?.attachment} open={open} editing={editing} library={library?.library} readOnly={readOnly !== undefined}
              shownFile={target?.attachment} onShowBlock={(blockId) => places.show({ blockId }, true)}
            />
          }
          gate={<>
            {gate.isPending && <GateWaiting />}
            {gate.error && <ErrorPanel error={gate.error} what={t('gate.notRead')} onRetry={() => { void gate.refetch() }} />}
            {gate.data && (
              <GatePanel
                open={open} gate={gate.data} editing={editing} vocabularies={library?.library.vocabularies} outlined={gaps.signer} onGo={readOnly ? undefined : (gap) => { showSide('gate'); gaps.go(gap) }} wish={wish} onWish={setWish} onReleased={() => { setWish(noWish); finish() }}
              />
            )}
          </>}
        />
      </div>
    </div>
  )
}

export const ProductView = (props: ProductViewProps) => <CommentsProvider record={props.open.view.record}><ProductColumns {...props} /></CommentsProvider>
