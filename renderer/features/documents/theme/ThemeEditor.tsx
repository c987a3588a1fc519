/** How the library's slides look: colours, faces, logo, what stands at their foot; small slides beside it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { SlideThumb } from '#renderer/features/presenting'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { DeckTheme, standardTheme } from '#shared/model/slides/theme'
import { themeDrafts } from '../presets/drafts'
import { ColourField, FaceField, Field } from '../presets/fields'
import styles from '../presets/presets.module.css'
import { SaveBar, StayingButton } from '../presets/SaveBar'
import { contrastOf, leastContrast } from './contrast'
import { Logo } from './Logo'
import { sampleDeck } from './sampleDeck'

export const ThemeEditor = ({ readOnly }: { readOnly: boolean }) => {
  const theme = useQuery(api.documents.theme.queryOptions())
  const libraryId = useQuery(api.library.current.queryOptions()).data?.library.id
  if (theme.isError) return <div className={styles.inset}><ErrorPanel error={theme.error} onRetry={() => void theme.refetch()} /></div>
  return theme.data && libraryId !== undefined ? <OneTheme libraryId={libraryId} theme={theme.data} readOnly={readOnly} /> : <SkeletonRows rows={8} />
}

const colours = ['paper', 'text', 'muted', 'accent', 'second', 'third'] as const
const faces = ['title', 'text', 'latin'] as const
/** What letters have. */
const lettered: ReadonlySet<string> = new Set(['text', 'muted', 'accent'])

/** Texts hold no rows: each cell has a name. */
const Row = z.record(z.string(), z.string()).transform(Object.values<string>)

const SampleSlides = z.object({
  kicker: z.string(), title: z.string(), subtitle: z.string(), place: z.string(), heading: z.string(), lines: Row, results: z.string(), before: z.string(), after: z.string(),
  columns: Row, rows: z.record(z.string(), Row).transform(Object.values<string[]>),
})

const Ratio = ({ one, other }: { one: string; other: string }) => {
  const { t } = useTranslation('documents')
  const ratio = contrastOf(one, other)
  const isLow = ratio < leastContrast
  return <p className={styles.ratio} data-low={isLow || undefined} role={isLow ? 'alert' : undefined}>{t(isLow ? 'theme.low' : 'theme.ratio', { ratio: ratio.toFixed(1) })}</p>
}

const OneTheme = ({ libraryId, theme, readOnly }: { libraryId: string; theme: DeckTheme; readOnly: boolean }) => {
  const { t } = useTranslation('documents')
  const [draft, setDraft] = themeDrafts.useDraft(libraryId, theme)
  const save = useMutation({
    mutationFn: (next: DeckTheme | null) => core.documents.saveTheme(next),
    onSuccess: async (_saved, next) => {
      await queryClient.invalidateQueries({ queryKey: api.documents.key() })
      if (next) themeDrafts.dropSaved(libraryId, next)
      else themeDrafts.drop(libraryId)
    },
  })
  const isChanged = JSON.stringify(draft) !== JSON.stringify(theme)
  const isStandard = JSON.stringify(theme) === JSON.stringify(standardTheme)
  const isWhole = DeckTheme.safeParse(draft).success
  const deck = useMemo(() => sampleDeck(isWhole ? draft : theme, SampleSlides.parse(t('sampleSlides', { returnObjects: true }))), [draft, theme, isWhole, t])
  return (
    <div className={styles.theme}>
      <div className={styles.edit}>
        <h2>{t('theme.title')}</h2>
        <p className={styles.hint}>{t('theme.text')}</p>
        <div className={styles.form}>
          <fieldset>
            <legend>{t('theme.colours')}</legend>
            <div className={styles.grid}>
              {colours.map((key) => (
                <div key={key}>
                  <ColourField label={t(`theme.colour.${key}`)} value={draft.colours[key]} disabled={readOnly} onChange={(colour) => { setDraft({ ...draft, colours: { ...draft.colours, [key]: colour } }) }} />
                  {lettered.has(key) && <Ratio one={draft.colours[key]} other={draft.colours.paper} />}
                </div>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend>{t('theme.faces')}</legend>
            <div className={styles.grid}>{faces.map((key) => <FaceField key={key} label={t(`theme.face.${key}`)} value={draft.faces[key]} disabled={readOnly} onChange={(face) => { setDraft({ ...draft, faces: { ...draft.faces, [key]: face } }) }} />)}</div>
          </fieldset>
          <Logo logo={draft.logo} disabled={readOnly} onChange={(logo) => { setDraft({ ...draft, logo }) }} />
          <fieldset>
            <legend>{t('theme.foot')}</legend>
            <Field label={t('theme.footer')}>{(id) => <Input id={id} value={draft.footer} maxLength={100} disabled={readOnly} placeholder={t('theme.footerExample')} onChange={(event) => { setDraft({ ...draft, footer: event.target.value }) }} />}</Field>
          </fieldset>
        </div>
        {save.isError && <ErrorPanel error={save.error} what={t('theme.notSaved')} />}
        <SaveBar isChanged={isChanged} isWhole={isWhole} readOnly={readOnly} saving={save} onUndo={() => { setDraft(theme) }} onSave={() => { save.mutate(draft) }}>
          <StayingButton isIdle={readOnly || isStandard} onClick={() => { save.mutate(null) }}>{t('theme.reset')}</StayingButton>
        </SaveBar>
      </div>
      <div className={styles.slides} role="region" aria-label={t('theme.sample')} tabIndex={0}>{deck.slides.map((slide, index) => <SlideThumb key={slide.id} deck={deck} index={index} />)}</div>
    </div>
  )
}
