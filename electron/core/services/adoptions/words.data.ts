/** What a planned adoption is called, in the language of the library. */
import type { Language } from '#shared/model/language'
import { numeral } from '#shared/text/numeral'

interface Named { title: string; edition: number; unit: string }

export const adoptionTitles: Readonly<Record<Language, Readonly<Record<'adoption' | 'pilot', (named: Named) => string>>>> = {
  'zh-CN': {
    adoption: ({ title, edition, unit }) => `《${title}》第${numeral(edition, 'zh-CN')}版推广：${unit}`,
    pilot: ({ title, edition, unit }) => `《${title}》第${numeral(edition, 'zh-CN')}版试点：${unit}`,
  },
  en: {
    adoption: ({ title, edition, unit }) => `“${title}”, edition ${edition}, taken up by ${unit}`,
    pilot: ({ title, edition, unit }) => `“${title}”, edition ${edition}, piloted by ${unit}`,
  },
}
