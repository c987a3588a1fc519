/** The styles of documents: those that are built in, to be copied, and the library's own, to be changed; a sample page beside them. */
import { App, Button, Input, Upload } from 'antd'
import { Copy, FileDown, FileUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveBlob } from '#renderer/client/files'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { DocumentPreset } from '#shared/model/document/preset'
import { newId } from '#shared/model/ids'
import { fileNameOf } from '#shared/text/fileName'
import { presetDrafts } from './drafts'
import { PresetForm } from './PresetForm'
import { presetBlob, readPreset } from './presetFile'
import styles from './presets.module.css'
import { SamplePage } from './SamplePage'
import { isBuiltIn, usePresetName } from './usePresetName'
import { usePresets } from './usePresets'

export const StylesEditor = ({ readOnly }: { readOnly: boolean }) => {
  const { t } = useTranslation('documents')
  const { presets, save } = usePresets()
  const nameOf = usePresetName()
  const showError = useErrorDialog()
  const { message } = App.useApp()
  const [chosen, setChosen] = useState<string>()
  const hasDraft = presetDrafts.useHasDraft()
  if (presets.isError) return <div className={styles.inset}><ErrorPanel error={presets.error} onRetry={() => void presets.refetch()} /></div>
  if (!presets.data) return <SkeletonRows rows={8} />
  const current = presets.data.find(({ id }) => id === chosen) ?? presets.data[0]
  const add = (preset: DocumentPreset): void => {
    save.mutate(preset, { onSuccess: () => { setChosen(preset.id) }, onError: (error) => { showError(error, t('style.notSaved')) } })
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
        <ul>{presets.data.map((preset) => (
          <li key={preset.id}>
            <button type="button" className={styles.entry} aria-current={preset.id === current?.id ? 'true' : undefined} onClick={() => { setChosen(preset.id) }}>
              <strong>{nameOf(preset)}</strong><small>{t(isBuiltIn(preset.id) ? 'style.builtIn' : 'style.own')}　{preset.page.paper}{hasDraft(preset.id) && <em>　{t('style.unsaved')}</em>}</small>
            </button>
          </li>
        ))}</ul>
        <div className={styles.listButtons}>
          {current && <Button size="small" icon={<Copy size={14} />} disabled={readOnly} loading={save.isPending} onClick={() => { add({ ...current, id: newId(), name: t('style.copyOf', { name: nameOf(current) }).slice(0, 100) }) }}>{t('style.copy')}</Button>}
          <Upload accept=".json,application/json" showUploadList={false} disabled={readOnly} beforeUpload={(file) => { void take(file); return false }}><Button size="small" icon={<FileUp size={14} />} disabled={readOnly}>{t('style.import')}</Button></Upload>
        </div>
      </div>
      {current && <OnePreset key={current.id} preset={current} readOnly={readOnly} />}
    </div>
  )
}

const OnePreset = ({ preset, readOnly }: { preset: DocumentPreset; readOnly: boolean }) => {
  const { t } = useTranslation(['documents', 'common'])
  const { save, remove } = usePresets()
  const nameOf = usePresetName()
  const { modal } = App.useApp()
  const [draft, setDraft] = presetDrafts.useDraft(preset.id, preset)
  const isOwn = !isBuiltIn(preset.id)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(preset)
  const isWhole = draft.name.trim() !== '' && DocumentPreset.safeParse(draft).success
  const confirmRemoval = (): void => {
    modal.confirm({ icon: null, title: t('style.removeTitle', { name: preset.name }), content: t('style.removeText'), cancelText: t('common:cancel'), okText: t('style.remove'), okButtonProps: { danger: true }, onOk: () => remove.mutateAsync(preset.id) })
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
        {!isOwn && <p className={styles.hint}>{t('style.copyFirst')}</p>}
        <PresetForm preset={draft} disabled={!isOwn || readOnly} onChange={setDraft} />
        {error && <ErrorPanel error={error} what={t('style.notSaved')} />}
        {isOwn && (
          <div className={styles.save}>
            {isChanged && <span className={styles.hint} role="status">{t(isWhole ? 'style.changed' : 'style.notWhole')}</span>}
            <Button disabled={!isChanged} onClick={() => { setDraft(preset) }}>{t('style.undo')}</Button>
            <Button type="primary" disabled={!isChanged || !isWhole || readOnly} loading={save.isPending} onClick={() => { save.mutate(draft) }}>{t('style.save')}</Button>
          </div>
        )}
      </div>
      <SamplePage preset={isWhole || !isOwn ? draft : preset} />
    </>
  )
}
