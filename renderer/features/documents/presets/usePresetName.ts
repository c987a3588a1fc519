/** What a preset is called: those that are built in by the screen, the others as the library calls them. */
import { useTranslation } from 'react-i18next'
import { standardPresetIds, type DocumentPreset } from '#shared/model/document/preset'

export const isBuiltIn = (id: string): boolean => standardPresetIds.some((each) => each === id)

export const usePresetName = (): ((preset: Pick<DocumentPreset, 'id' | 'name'>) => string) => {
  const { t } = useTranslation('documents')
  return ({ id, name }) => {
    const standard = standardPresetIds.find((each) => each === id)
    return standard ? t(`preset.${standard}`) : name
  }
}
