/** What a stage is called: where a type has a word of its own for it, that one. */
import { useTranslation } from 'react-i18next'
import type { RecordType } from '#shared/model/recordTypes'

export const useStageName = (): ((stage: string, type?: RecordType) => string) => {
  const { t } = useTranslation('common')
  return (stage, type) => {
    const name = t(`stage.${stage}`, { defaultValue: stage })
    return type === undefined ? name : t(`stageOf.${type}.${stage}`, { defaultValue: name })
  }
}
