/** The library's own keys: the fingerprint to read to others, the card to send them, the copy to keep, and new keys if these are lost. */
import { FileKey, IdCard, KeyRound, RotateCcw } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { OwnKeys as Keys } from '#shared/contract/keys'
import { ExportDialog } from './ExportDialog'
import { Fingerprint } from './Fingerprint'
import { RecoverDialog } from './RecoverDialog'
import { useCard, useOwnKeys } from './useKeys'
import styles from './keys.module.css'

type Shown = 'export' | 'recover' | 'replace'

export const OwnKeys = () => {
  const { t } = useTranslation('keys')
  const own = useOwnKeys()
  const [shown, setShown] = useState<Shown>()
  const close = (): void => { setShown(undefined) }
  return (
    <section className={styles.card} aria-labelledby="own-keys">
      <h2 id="own-keys">{t('own.title')}</h2>
      <p className={styles.text}>{t('own.text')}</p>
      {own.isPending && <SkeletonRows rows={3} />}
      {own.isError && <ErrorPanel error={own.error} what={t('own.notRead')} onRetry={() => void own.refetch()} />}
      {own.isSuccess && (own.data ? <Made keys={own.data} onShow={setShown} /> : <None onRecover={() => { setShown('recover') }} />)}
      {shown === 'export' && own.data && <ExportDialog name={own.data.library.name} onClose={close} />}
      {shown === 'recover' && <RecoverDialog onClose={close} />}
      {shown === 'replace' && <ReplaceDialog onClose={close} />}
    </section>
  )
}

const None = ({ onRecover }: { onRecover: () => void }) => {
  const { t } = useTranslation('keys')
  const create = useMutation({ mutationFn: async () => core.keys.create() })
  return (
    <>
      <p>{t('own.none')}</p>
      {create.isError && <ErrorPanel error={create.error} what={t('own.notMade')} />}
      <div className={styles.buttons}>
        <Button type="primary" icon={<KeyRound size={15} />} loading={create.isPending} onClick={() => { create.mutate() }}>{t('own.create')}</Button>
        <Button onClick={onRecover}>{t('own.recover')}</Button>
      </div>
    </>
  )
}

const Made = ({ keys: { fingerprint, library, createdAt, earlier }, onShow }: { keys: Keys; onShow: (shown: Shown) => void }) => {
  const { t } = useTranslation('keys')
  const card = useCard(library.unit || library.name)
  return (
    <>
      <Fingerprint value={fingerprint} label={t('fingerprint')} />
      <p className={styles.hint}>{t('own.since', { at: formatMoment(createdAt) })}{earlier.length > 0 && t('own.earlier', { count: earlier.length })}</p>
      <div className={styles.buttons}>
        <Button icon={<IdCard size={15} />} loading={card.isPending} onClick={() => { card.mutate() }}>{t('own.card')}</Button>
        <Button icon={<FileKey size={15} />} onClick={() => { onShow('export') }}>{t('own.export')}</Button>
        <Button onClick={() => { onShow('recover') }}>{t('own.recover')}</Button>
        <Button type="text" icon={<RotateCcw size={15} />} onClick={() => { onShow('replace') }}>{t('own.replace')}</Button>
      </div>
      <p className={styles.hint}>{t('own.keep')}</p>
    </>
  )
}

const ReplaceDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation(['keys', 'common'])
  const replace = useMutation({ mutationFn: async () => core.keys.replace(), onSuccess: onClose })
  return (
    <Modal
      open width={480} title={t('replace.title')} onCancel={onClose} cancelText={t('common:cancel')} okText={t('replace.do')} okButtonProps={{ danger: true, loading: replace.isPending }}
      onOk={() => { replace.mutate() }}
    >
      <div className={styles.dialog}>
        <p>{t('replace.text')}</p>
        <p>{t('replace.after')}</p>
        {replace.isError && <ErrorPanel error={replace.error} what={t('own.notMade')} />}
      </div>
    </Modal>
  )
}
