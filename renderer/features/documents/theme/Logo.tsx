/** The picture at the head of each slide. */
import { useMutation } from '@tanstack/react-query'
import { Button, Upload } from 'antd'
import { ImagePlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addFile } from '#renderer/client/addFile'
import { attachmentUrl } from '#renderer/client/files'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import styles from '../presets/presets.module.css'

/** What slides can show wherever they are opened. */
const accepted = 'image/png,image/jpeg'

export const Logo = ({ logo, disabled, onChange }: { logo: string | null; disabled: boolean; onChange: (logo: string | null) => void }) => {
  const { t } = useTranslation('documents')
  const add = useMutation({ mutationFn: (file: File) => addFile(file), onSuccess: ({ sha256 }) => { onChange(sha256) } })
  return (
    <fieldset>
      <legend>{t('theme.logo')}</legend>
      <div className={styles.logo}>
        {logo !== null && <img src={attachmentUrl(logo)} alt={t('theme.logo')} />}
        <Upload accept={accepted} showUploadList={false} disabled={disabled} beforeUpload={(file) => { add.mutate(file); return false }}><Button size="small" icon={<ImagePlus size={14} />} loading={add.isPending} disabled={disabled}>{t(logo === null ? 'theme.addLogo' : 'theme.otherLogo')}</Button></Upload>
        {logo !== null && <Button size="small" disabled={disabled} onClick={() => { onChange(null) }}>{t('theme.noLogo')}</Button>}
      </div>
      <p className={styles.hint}>{t('theme.logoText')}</p>
      {add.isError && <ErrorPanel error={add.error} what={t('theme.logoNotAdded')} />}
    </fieldset>
  )
}
