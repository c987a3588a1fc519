/** A product that is open: its sources, its text and the gate of its release, side by side. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import {
  BodyColumn, canFinish, CommentsProvider, Notices, PlaceOutline, RecordHead, SidePanel, StageLine, useBodyPlaces, useEditingKeys, useShownPlace, whyReadOnly, type OpenRecord, type OutlinedPlace,
} from '#renderer/features/record'
import type { RecordTarget } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { GateGap } from '#shared/model/product/releaseGate'
import { SectionStrip } from './body/SectionStrip'
import { stripItems, type StripItem } from './body/sectionStrip'
import { gapKey, gapPlace, hasGap } from './gate/gapPlace'
import { GatePanel, GateWaiting } from './gate/GatePanel'
import styles from './ProductPage.module.css'
import { SideColumn } from './SideColumn'
import { SourceColumn, type SourceColumnHandle } from './sources/SourceColumn'
import { withoutSource, withSources } from './sources/sourceLinks'
import { useCurrentPlace } from './useCurrentPlace'
import { useExcerpt } from './useExcerpt'

interface Outlined { key: string; place: OutlinedPlace }

interface ProductViewProps { open: OpenRecord; target: RecordTarget | undefined }

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
  const items = useMemo(() => stripItems(content.body, language), [content.body, language])
  const titleOf = (sectionId: string | undefined): string | undefined => sections.find((section) => section.id === sectionId)?.title

  const { take, isTaking } = useExcerpt((block) => titleOf(places.put(block, current)))
  const excerpting = { take, isTaking, into: t(editing ? 'excerpt.atCaret' : 'excerpt.into', { title: titleOf(current) ?? content.title }) }

  const changeLinks = (links: typeof content.links): void => { session.change({ links }); void session.flush() }

  const [outlined, setOutlined] = useState<Outlined>()
  const conditions = gate.data?.conditions ?? []
  const outline = outlined && hasGap(conditions, outlined.key) ? outlined : undefined

  const goToSection = ({ key, sectionId }: StripItem): void => {
    if (sectionId === undefined && key !== null && !readOnly) choose(places.writeIn(key))
    if (sectionId === undefined) return
    choose(sectionId)
    places.follow(sectionId)
    goTo({ sectionId })
  }
  const goToGap = (gap: GateGap): void => {
    const place = gapPlace(gap)
    switch (place.kind) {
      case 'sources': sources.current?.takeFocus(); break
      case 'source': sources.current?.takeFocus(place.recordId); break
      case 'block':
        places.show({ blockId: place.blockId }, false)
        setOutlined({ key: gapKey(gap), place: { blockId: place.blockId } })
        break
      case 'section': {
        const sectionId = places.writeIn(place.key)
        choose(sectionId)
        setOutlined({ key: gapKey(gap), place: { sectionId } })
        break
      }
      case 'text': edit(); break
    }
  }

  return (
    <div ref={page} className={styles.page}>
      <RecordHead open={open} editing={editing} isNew={target?.edit === true} readOnly={readOnly} onEdit={edit} onFinish={finish} onTitleDone={places.begin} />
      <StageLine type={content.type} stage={content.stage} />
      <Notices open={open} isReadOnly={readOnly !== undefined} />
      <div className={styles.columns}>
        <SourceColumn
          ref={sources} record={record} excerpting={readOnly ? undefined : excerpting}
          onAdd={(pins) => changeLinks(withSources(content.links, pins))} onRemove={(recordId) => changeLinks(withoutSource(content.links, recordId))}
        />
        <div className={styles.middle}>
          <SectionStrip items={items} current={current} onGo={goToSection} />
          <div className={styles.text} {...follow}>
            <BodyColumn ref={column} open={open} editing={editing} takesFocus={!places.isLed} onFinish={finish} handle={places.attach}>
              {outline && <PlaceOutline column={column} place={outline.place} editing={editing} />}
            </BodyColumn>
          </div>
        </div>
        <SideColumn
          key={target?.attachment} first={target?.attachment === undefined ? 'gate' : 'details'}
          met={conditions.filter(({ met }) => met).length} of={conditions.length}
          details={
            <SidePanel
              open={open} editing={editing} library={library?.library} readOnly={readOnly !== undefined}
              shownFile={target?.attachment} onShowBlock={(blockId) => places.show({ blockId }, true)}
            />
          }
          gate={<>
            {gate.isPending && <GateWaiting />}
            {gate.error && <ErrorPanel error={gate.error} what={t('gate.notRead')} onRetry={() => { void gate.refetch() }} />}
            {gate.data && <GatePanel open={open} gate={gate.data} onGo={readOnly ? undefined : goToGap} onReleased={finish} />}
          </>}
        />
      </div>
    </div>
  )
}

export const ProductView = (props: ProductViewProps) => <CommentsProvider record={props.open.view.record}><ProductColumns {...props} /></CommentsProvider>
