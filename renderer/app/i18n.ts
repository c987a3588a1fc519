/** The texts of the screen: every namespace of both languages comes with the app. */
import i18next, { type Resource, type ResourceLanguage } from 'i18next'
import { useEffect } from 'react'
import { initReactI18next } from 'react-i18next'
import { z } from 'zod'
import { Language } from '#shared/model/language'

interface Texts { [key: string]: string | Texts }
const Texts: z.ZodType<Texts> = z.lazy(() => z.record(z.string(), z.union([z.string(), Texts])))
const files = import.meta.glob('../locales/*/*.json', { eager: true, import: 'default' })

/** `../locales/en/common.json` → resources.en.common */
export const readResources = (): Resource => {
  const resources: Record<string, ResourceLanguage> = {}
  for (const [path, content] of Object.entries(files)) {
    const [, language, namespace] = /([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
    if (language === undefined || namespace === undefined) throw new Error(`not a locale file: ${path}`)
    resources[language] = { ...resources[language], [namespace]: Texts.parse(content) }
  }
  return resources
}

/** The language of the browser until the settings are read. */
const firstLanguage = (): Language => (navigator.language.startsWith('zh') ? 'zh-CN' : 'en')

export const startI18n = async (): Promise<void> => {
  const resources = readResources()
  await i18next.use(initReactI18next).init({
    resources, lng: firstLanguage(), fallbackLng: false, supportedLngs: Language.options,
    ns: Object.keys(resources['zh-CN'] ?? {}), defaultNS: 'common', interpolation: { escapeValue: false },
  })
}

export const useScreenLanguage = (language: Language): void => {
  useEffect(() => {
    document.documentElement.lang = language
    if (i18next.language !== language) void i18next.changeLanguage(language)
  }, [language])
}
