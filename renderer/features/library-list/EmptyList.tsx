/** A list without rows: a library that holds nothing yet says what belongs here, a choice that leaves nothing says so. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ImportButton } from '#renderer/features/imports'
import { CreateButton } from '#renderer/features/templates'
import { useNavigation } from '#renderer/ui/navigation'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { LibraryType, type ListedType } from '#shared/model/recordTypes'
import type { Creation } from './useCreateRecord'

interface EmptyLibraryProps { type: ListedType; canWrite: boolean; creation: Creation }

export const EmptyLibrary = ({ type, canWrite, creation }: EmptyLibraryProps) => {
  const { t } = useTranslation('library-list')
  const { openLibrary, openWelcome } = useNavigation()
  const library = LibraryType.safeParse(type).data
  const action = library
    ? <ImportButton type={library} primary />
    : <CreateButton type={type} primary isPending={creation.isPending} onBlank={creation.create} />
  return (
    <EmptyState
      title={t(`empty.${type}.title`)} text={t(`empty.${type}.text`)} action={canWrite ? action : undefined}
      example={type === 'product'
        ? <Button type="link" onClick={() => openLibrary('case')}>{t('empty.sources')}</Button>
        : <Button type="link" onClick={openWelcome}>{t('empty.example')}</Button>}
    />
  )
}

export const EmptyResult = ({ onClear }: { onClear: () => void }) => {
  const { t } = useTranslation('library-list')
  return <EmptyState title={t('none.title')} text={t('none.text')} action={<Button type="primary" onClick={onClear}>{t('none.clear')}</Button>} />
}
