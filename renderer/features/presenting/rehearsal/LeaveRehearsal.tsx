/** Asks before the times of a rehearsal are lost that the meeting does not have yet. */
import { App, Button, Modal } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { Rehearsal } from './useRehearsal'

interface KeptRehearsal {
  /** Does what would lose the times, once they are kept or given up. */
  leaving: (go: () => void) => void
  /** Whether it is being asked; then keys are not those of the presentation. */
  isAsking: boolean
  stay: () => void
  question: ReactNode
}

export const useLeaveRehearsal = (rehearsal: Rehearsal): KeptRehearsal => {
  const { t } = useTranslation('presenting')
  const { message } = App.useApp()
  const [asked, setAsked] = useState<{ go: () => void }>()
  const keeps = useRef<HTMLButtonElement>(null)
  useReturnFocus(asked !== undefined)
  const stay = (): void => { setAsked(undefined) }
  const leaving = (go: () => void): void => { if (rehearsal.isUnsaved) setAsked({ go }); else go() }
  const leave = (): void => { stay(); asked?.go() }
  const keep = (): void => { rehearsal.save().then(() => { void message.success(t('rehearsal.saved')); leave() }, () => undefined) }
  const { isPending, error } = rehearsal.saving
  const question = asked && (
    <Modal
      open onCancel={stay} keyboard={false} afterOpenChange={(isOpen) => { if (isOpen) keeps.current?.focus() }} title={t('rehearsal.leaveTitle')}
      footer={[
        <Button key="stay" onClick={stay}>{t('rehearsal.stay')}</Button>, <Button key="lose" danger onClick={leave}>{t('rehearsal.lose')}</Button>,
        <Button key="save" ref={keeps} type="primary" loading={isPending} onClick={keep}>{t('rehearsal.save')}</Button>,
      ]}
    >
      <p>{t('rehearsal.leaveText')}</p>
      {error && <ErrorPanel error={error} what={t('rehearsal.notSaved')} />}
    </Modal>
  )
  return { leaving, isAsking: asked !== undefined, stay, question }
}
