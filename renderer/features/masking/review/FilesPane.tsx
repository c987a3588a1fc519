/** The files: those that stay out since something is masked in them, and those that nobody can look into here. */
import { Eye, FileWarning, ShieldQuestion } from 'lucide-react'
import { Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FilePreview } from '#renderer/features/preview'
import { formatBytes } from '#renderer/ui/format'
import type { MaskFile, MaskScan } from '#shared/contract/masking'
import { hitsByKey, maskedIn, setLeftOut, setSent, type MaskChoice } from '../choice/maskChoice'
import styles from './files.module.css'

interface FilesPaneProps { scan: MaskScan; choice: MaskChoice; onChange: (choice: MaskChoice) => void }

/** Those that stay out unless they are sent all the same, and those that go in unless they are left out. */
const heldBack = ['notText', 'uncleaned'] as const
const unchecked = ['picture', 'scan', 'unreadable'] as const

/** How many of the texts in a file are named. */
const most = 5

/** A picture of the body that no attachment names goes by its hash. */
const useFileName = (): ((file: MaskFile) => string) => {
  const { t } = useTranslation('masking')
  return ({ name, sha256 }) => (name.startsWith(sha256) ? `${t('files.inBody')}${name.slice(sha256.length)}` : name)
}

export const FilesPane = ({ scan, choice, onChange }: FilesPaneProps) => {
  const { t } = useTranslation('masking')
  const [shown, setShown] = useState<{ files: readonly MaskFile[]; index: number }>()
  const known = hitsByKey(scan)
  const nameOf = useFileName()
  const found = scan.files.filter(({ why }) => why === 'found')
  const look = (files: readonly MaskFile[]) => (file: MaskFile) => { setShown({ files, index: files.indexOf(file) }) }
  const leaveAll = (files: readonly MaskFile[], isLeftOut: boolean) => { onChange(files.reduce((before, { sha256 }) => setLeftOut(before, sha256, isLeftOut), choice)) }
  return (
    <div className={styles.pane}>
      {scan.files.length === 0 && <p className={styles.none}>{t('files.none')}</p>}
      {scan.cleaned > 0 && <p className={styles.note}>{t('files.cleaned', { count: scan.cleaned })}</p>}
      {found.length > 0 && (
        <section aria-label={t('files.foundTitle')}>
          <h3><FileWarning size={15} aria-hidden="true" />{t('files.foundTitle')}<span>{found.length}</span></h3>
          <p className={styles.note}>{t('files.foundText')}</p>
          <ul>{found.map((file) => (
            <FoundFile key={file.sha256} file={file} masked={maskedIn(choice, file, known).map(({ text }) => text)} isSent={choice.send.has(file.sha256)} onSend={(isSent) => { onChange(setSent(choice, file.sha256, isSent)) }} onLook={look(found)} />
          ))}</ul>
        </section>
      )}
      {heldBack.map((why) => {
        const files = scan.files.filter((file) => file.why === why)
        if (files.length === 0) return null
        return (
          <section key={why} aria-label={t(`files.${why}.title`)}>
            <h3><FileWarning size={15} aria-hidden="true" />{t(`files.${why}.title`)}<span>{files.length}</span></h3>
            <p className={styles.note}>{t(`files.${why}.text`)}</p>
            <ul>{files.map((file) => (
              <FileRow key={file.sha256} file={file} isOut={!choice.send.has(file.sha256)} onLook={look(files)}>
                <SendBox file={file} choice={choice} onChange={onChange} />
              </FileRow>
            ))}</ul>
          </section>
        )
      })}
      {unchecked.map((why) => {
        const files = scan.files.filter((file) => file.why === why)
        if (files.length === 0) return null
        const left = files.filter(({ sha256 }) => choice.leaveOut.has(sha256)).length
        return (
          <section key={why} aria-label={t(`files.${why}.title`)}>
            <h3>
              <ShieldQuestion size={15} aria-hidden="true" />{t(`files.${why}.title`)}<span>{files.length}</span>
              {files.length > 1 && <Checkbox checked={left === files.length} indeterminate={left > 0 && left < files.length} onChange={(event) => { leaveAll(files, event.target.checked) }}>{t('files.leaveAll')}</Checkbox>}
            </h3>
            <p className={styles.note}>{t(`files.${why}.text`)}</p>
            <ul>{files.map((file) => (
              <FileRow key={file.sha256} file={file} isOut={choice.leaveOut.has(file.sha256)} onLook={look(files)}>
                <Checkbox checked={choice.leaveOut.has(file.sha256)} aria-label={t('files.leaveOutOf', { name: nameOf(file) })} onChange={(event) => { onChange(setLeftOut(choice, file.sha256, event.target.checked)) }}>{t('files.leaveOut')}</Checkbox>
              </FileRow>
            ))}</ul>
          </section>
        )
      })}
      {shown && (
        <FilePreview
          files={shown.files.map((file) => ({ sha256: file.sha256, name: previewName(nameOf(file), file), size: file.size, mediaType: '' }))} index={shown.index}
          onShow={(index) => { setShown({ ...shown, index }) }} onClose={() => { setShown(undefined) }}
        />
      )}
    </div>
  )
}

/** A file without a name of its own is a picture: by which ending it is shown as one does not matter. */
const previewName = (name: string, { name: given, sha256 }: MaskFile): string => (given === sha256 ? `${name}.png` : name)

interface FileRowProps { file: MaskFile; isOut: boolean; onLook: (file: MaskFile) => void; about?: string; children: ReactNode }

const FileRow = ({ file, isOut, onLook, about, children }: FileRowProps) => {
  const { t } = useTranslation('masking')
  const name = useFileName()(file)
  return (
    <li className={styles.file} data-out={isOut || undefined}>
      <Button size="small" type="text" icon={<Eye size={15} />} title={t('files.look')} aria-label={t('files.lookAt', { name })} onClick={() => { onLook(file) }} />
      <span className={styles.name} title={name}>{name}</span>
      <span className={styles.size}>{formatBytes(file.size)}</span>
      <span className={styles.of} title={about ?? file.title}>{about ?? t('files.of', { title: file.title })}</span>
      <span className={styles.state} data-out={isOut || undefined}>{t(isOut ? 'files.staysOut' : 'files.goesIn')}</span>
      {children}
    </li>
  )
}

const SendBox = ({ file, choice, onChange }: Omit<FilesPaneProps, 'scan'> & { file: MaskFile }) => {
  const { t } = useTranslation('masking')
  const name = useFileName()(file)
  return <Checkbox checked={choice.send.has(file.sha256)} aria-label={t('files.sendOf', { name })} onChange={(event) => { onChange(setSent(choice, file.sha256, event.target.checked)) }}>{t('files.send')}</Checkbox>
}

interface FoundFileProps { file: MaskFile; masked: readonly string[]; isSent: boolean; onSend: (isSent: boolean) => void; onLook: (file: MaskFile) => void }

const FoundFile = ({ file, masked, isSent, onSend, onLook }: FoundFileProps) => {
  const { t } = useTranslation('masking')
  const names = masked.slice(0, most).join(t('separator'))
  const about = masked.length === 0 ? t('files.allKept') : t(masked.length > most ? 'files.holdsMore' : 'files.holds', { names, count: masked.length })
  return (
    <FileRow file={file} isOut={masked.length > 0 && !isSent} onLook={onLook} about={about}>
      <Checkbox checked={isSent} disabled={masked.length === 0} aria-label={t('files.sendOf', { name: file.name })} onChange={(event) => { onSend(event.target.checked) }}>{t('files.send')}</Checkbox>
    </FileRow>
  )
}
