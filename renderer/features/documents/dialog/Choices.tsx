/** What can be chosen before a document leaves: its form, which of several documents, how it looks. */
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Radio, Segmented, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useNavigation } from '#renderer/ui/navigation'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { DocumentSource } from '#shared/contract/documents'
import styles from '../documents.module.css'
import type { ExportWish } from '../exportRequest'
import { usePresetName } from '../presets/usePresetName'
import { formsOf, hasPages, partsOf, type Choice } from './choice'

interface ChoicesProps { wish: ExportWish; choice: Choice; onChoose: (choice: Choice) => void; onClose: () => void }

export const Choices = ({ wish, choice, onChoose, onClose }: ChoicesProps) => {
  const { t } = useTranslation('documents')
  const id = useId()
  const parts = partsOf(choice.source, choice.form)
  const forms = formsOf(wish)
  return (
    <div className={styles.choices}>
      <h3 id={`${id}-form`}>{t('choose.form')}</h3>
      <Radio.Group
        vertical aria-labelledby={`${id}-form`} value={choice.form} onChange={(event) => { const form = forms.find((each) => each === event.target.value); if (form) onChoose({ ...choice, form }) }}
        options={forms.map((form) => ({ value: form, label: <span className={styles.form}>{t(`form.${form}`)}<small>{t(`formText.${form}`)}</small></span> }))}
      />
      {parts.length > 0 && <>
        <h3 id={`${id}-part`}>{t('choose.part')}</h3>
        <Radio.Group
          vertical aria-labelledby={`${id}-part`} value={partOf(choice.source)} onChange={(event) => { const source = parts.find((each) => partOf(each) === event.target.value); if (source) onChoose({ ...choice, source }) }}
          options={parts.map((each) => ({ value: partOf(each), label: t(`part.${partOf(each)}`) }))}
        />
      </>}
      {choice.source.kind === 'edition' && <EditionField source={choice.source} onSource={(source) => { onChoose({ ...choice, source }) }} />}
      {choice.source.kind === 'records' && choice.form !== 'markdown' && <TitleField key={wish.source.kind} source={choice.source} onTitle={(source) => { onChoose({ ...choice, source }) }} />}
      {hasPages(choice.form) && <LookFields choice={choice} onChoose={onChoose} onClose={onClose} />}
    </div>
  )
}

const partOf = (source: DocumentSource): string => ('part' in source ? source.part : '')

type Edition = Extract<DocumentSource, { kind: 'edition' }>

const draft = 'draft'

/** Only where there are editions: else there is nothing but what is written. */
const EditionField = ({ source, onSource }: { source: Edition; onSource: (source: Edition) => void }) => {
  const { t } = useTranslation('documents')
  const id = useId()
  const editionName = useEditionName()
  const editions = (useQuery(api.products.editions.queryOptions({ input: { id: source.id } })).data ?? []).filter(({ intact }) => intact)
  if (editions.length === 0) return null
  return (
    <>
      <h3 id={id}>{t('choose.edition')}</h3>
      <Select
        aria-labelledby={id} value={source.seal ?? draft} onChange={(value) => { onSource({ ...source, seal: value === draft ? null : value }) }}
        options={[
          ...editions.map(({ seal, number, isTwin, library }) => ({ value: seal, label: isTwin ? `${editionName(number)}　${library}` : editionName(number) })),
          { value: draft, label: t('choose.draft') },
        ]}
      />
    </>
  )
}

type Records = Extract<DocumentSource, { kind: 'records' }>

const TitleField = ({ source, onTitle }: { source: Records; onTitle: (source: Records) => void }) => {
  const { t } = useTranslation('documents')
  const id = useId()
  const [title, setTitle] = useState(source.title)
  const commit = (): void => { if (title.trim() !== '' && title.trim() !== source.title) onTitle({ ...source, title: title.trim() }) }
  return (
    <>
      <h3 id={id}>{t('choose.title')}</h3>
      <Input aria-labelledby={id} maxLength={200} value={title} status={title.trim() === '' ? 'error' : ''} onChange={(event) => { setTitle(event.target.value) }} onBlur={commit} onPressEnter={commit} />
    </>
  )
}

const papers = ['preset', 'A4', 'A5'] as const

const LookFields = ({ choice, onChoose, onClose }: Omit<ChoicesProps, 'wish'>) => {
  const { t } = useTranslation('documents')
  const id = useId()
  const { openSettings } = useNavigation()
  const presets = useQuery(api.documents.presets.queryOptions()).data ?? []
  const nameOf = usePresetName()
  const usual = 'usual'
  return (
    <>
      <h3 id={`${id}-preset`}>{t('choose.preset')}</h3>
      <Select
        aria-labelledby={`${id}-preset`} value={choice.presetId ?? usual} onChange={(value) => { onChoose({ ...choice, presetId: value === usual ? null : value }) }}
        options={[{ value: usual, label: t('choose.usual') }, ...presets.map((preset) => ({ value: preset.id, label: nameOf(preset) }))]}
      />
      <Button type="link" size="small" className={styles.link ?? ''} onClick={() => { onClose(); openSettings('documents') }}>{t('choose.edit')}</Button>
      <h3 id={`${id}-paper`}>{t('choose.paper')}</h3>
      <Segmented<(typeof papers)[number]>
        block tabIndex={-1} aria-labelledby={`${id}-paper`} value={choice.paper ?? 'preset'} onChange={(value) => { onChoose({ ...choice, paper: value === 'preset' ? null : value }) }}
        options={papers.map((value) => ({ value, label: value === 'preset' ? t('choose.presetPaper') : value }))}
      />
    </>
  )
}
