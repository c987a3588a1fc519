/** A list without rows: a library that holds nothing yet says what belongs here, a choice that leaves nothing says so. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ImportButton } from '#renderer/features/imports'
import { useNavigation } from '#renderer/ui/navigation'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import type { LibraryType } from '#shared/model/recordTypes'

export const EmptyLibrary = ({ type, canWrite }: { type: LibraryType; canWrite: boolean }) => {
  const { t } = useTranslation('library-list')
  const { openWelcome } = useNavigation()
  return (
    <EmptyState
      title={t(`empty.${type}.title`)} text={t(`empty.${type}.text`)}
      action={canWrite ? <ImportButton type={type} primary /> : undefined}
      example={<Button type="link" onClick={openWelcome}>{t('empty.example')}</Button>}
    />
  )
}

export const EmptyResult = ({ onClear }: { onClear: () => void }) => {
  const { t } = useTranslation('library-list')
  return <EmptyState title={t('none.title')} text={t('none.text')} action={<Button type="primary" onClick={onClear}>{t('none.clear')}</Button>} />
}
