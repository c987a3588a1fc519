/** The styles of documents: those that are built in, to be copied, and the library's own, to be changed; a sample page beside them. */
import { App, Button, Input, Upload } from 'antd'
import { Copy, FileDown, FileUp, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { saveBlob } from '#renderer/client/files'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { DocumentPreset } from '#shared/model/document/preset'
import { presetFaults } from '#shared/model/document/textRoom'
import { newId } from '#shared/model/ids'
import { fileNameOf } from '#shared/text/fileName'
import { presetDrafts, useChosenStyle } from './drafts'
import { PresetForm } from './PresetForm'
import { presetBlob, readPreset } from './presetFile'
import styles from './presets.module.css'
import { SamplePage } from './SamplePage'
import { SaveBar } from './SaveBar'
import { isBuiltIn, usePresetName } from './usePresetName'
import { usePresets } from './usePresets'

export const StylesEditor = ({ readOnly }: { readOnly: boolean }) => {
  const { t } = useTranslation('documents')
  const { presets, save } = usePresets()
  const nameOf = usePresetName()
  const showError = useErrorDialog()
  const { message } = App.useApp()
  const list = useRef<HTMLUListElement>(null)
  const { id: chosen } = useChosenStyle()
  const choose = (id: string): void => { useChosenStyle.setState({ id }) }
  const drafts = presetDrafts.useAll()
  if (presets.isError) return <div className={styles.inset}><ErrorPanel error={presets.error} onRetry={() => void presets.refetch()} /></div>
  if (!presets.data) return <SkeletonRows rows={8} />
  // What is not saved yet is seen without looking for it.
  const current = presets.data.find(({ id }) => id === chosen) ?? presets.data.find(({ id }) => id in drafts) ?? presets.data[0]
  const shownName = (preset: DocumentPreset): string => drafts[preset.id]?.name.trim() || nameOf(preset)
  const focusCurrent = (): void => { list.current?.querySelector<HTMLElement>('[aria-current]')?.focus() }
  const add = (preset: DocumentPreset): void => {
    save.mutate(preset, { onSuccess: () => { choose(preset.id) }, onError: (error) => { showError(error, t('style.notSaved')) } })
  }
  const take = async (file: Blob): Promise<void> => {
    const read = await readPreset(file, t('style.imported'))
    if ('preset' in read) add(read.preset)
    else void message.error(t(`style.wrong.${read.wrong}`, { where: read.where }), 8)
  }
  return (
    <div className={styles.page}>
      <div className={styles.list}>
        <h2>{t('style.title')}</h2>
        <p className={styles.hint}>{t('style.text')}</p>
        <ul ref={list}>{presets.data.map((preset) => (
          <li key={preset.id}>
            <button type="button" className={styles.entry} aria-current={preset.id === current?.id ? 'true' : undefined} onClick={() => { choose(preset.id) }}>
              <strong>{shownName(preset)}</strong><small>{t(isBuiltIn(preset.id) ? 'style.builtIn' : 'style.own')}　{(drafts[preset.id] ?? preset).page.paper}{preset.id in drafts && <em>　{t('style.unsaved')}</em>}</small>
            </button>
          </li>
        ))}</ul>
        <div className={styles.listButtons}>
          {current && <Button size="small" icon={<Copy size={14} />} disabled={readOnly} loading={save.isPending} onClick={() => { add({ ...current, id: newId(), name: t('style.copyOf', { name: nameOf(current) }).slice(0, 100) }) }}>{t('style.copy')}</Button>}
          <Upload accept=".json,application/json" showUploadList={false} disabled={readOnly} beforeUpload={(file) => { void take(file); return false }}><Button size="small" icon={<FileUp size={14} />} disabled={readOnly}>{t('style.import')}</Button></Upload>
        </div>
      </div>
      {current && <OnePreset key={current.id} preset={current} readOnly={readOnly} onRemoved={focusCurrent} />}
    </div>
  )
}

const OnePreset = ({ preset, readOnly, onRemoved }: { preset: DocumentPreset; readOnly: boolean; onRemoved: () => void }) => {
  const { t } = useTranslation(['documents', 'common'])
  const { save, remove } = usePresets()
  const nameOf = usePresetName()
  const { modal } = App.useApp()
  const [draft, setDraft] = presetDrafts.useDraft(preset.id, preset)
  const isOwn = !isBuiltIn(preset.id)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(preset)
  const faults = isOwn ? presetFaults(draft) : []
  const isWhole = faults.length === 0 && DocumentPreset.safeParse(draft).success
  const confirmRemoval = (): void => {
    let isRemoved = false
    modal.confirm({
      icon: null, title: t('style.removeTitle', { name: preset.name }), content: t('style.removeText'), cancelText: t('common:cancel'), okText: t('style.remove'), okButtonProps: { danger: true },
      onOk: async () => { await remove.mutateAsync(preset.id); isRemoved = true }, afterClose: () => { if (isRemoved) onRemoved() },
    })
  }
  const error = save.error ?? remove.error
  return (
    <>
      <div className={styles.edit}>
        <header className={styles.head}>
          {isOwn ? <Input aria-label={t('style.name')} value={draft.name} maxLength={100} disabled={readOnly} status={draft.name.trim() === '' ? 'error' : ''} onChange={(event) => { setDraft({ ...draft, name: event.target.value }) }} /> : <h3>{nameOf(preset)}</h3>}
          <Button size="small" icon={<FileDown size={14} />} onClick={() => { saveBlob(presetBlob({ ...preset, name: nameOf(preset) }), fileNameOf(nameOf(preset), t('fileName'), 'json')) }}>{t('style.export')}</Button>
          {isOwn && <Button size="small" danger icon={<Trash2 size={14} />} disabled={readOnly} onClick={confirmRemoval}>{t('style.remove')}</Button>}
        </header>
        {faults.includes('noName') && <p className={styles.fault} role="alert">{t('style.noName')}</p>}
        {!isOwn && <p className={styles.hint}>{t('style.copyFirst')}</p>}
        <PresetForm preset={draft} disabled={!isOwn || readOnly} onChange={setDraft} />
        {error && <ErrorPanel error={error} what={t('style.notSaved')} />}
        {isOwn && <SaveBar isChanged={isChanged} isWhole={isWhole} readOnly={readOnly} saving={save} onUndo={() => { setDraft(preset) }} onSave={() => { save.mutate(draft) }} />}
      </div>
      <SamplePage preset={isWhole || !isOwn ? draft : preset} />
    </>
  )
}
