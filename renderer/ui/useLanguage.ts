/** The language on screen, as the shared texts want it. */
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/model/language'

export const useLanguage = (): Language => (useTranslation().i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN')
