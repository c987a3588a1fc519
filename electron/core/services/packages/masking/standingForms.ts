/** What stands in texts that looks like a mask: none of it may become one, else nobody could tell the two apart. */

export interface StandingForms {
  note: (text: string) => void
  has: (form: string) => boolean
}

const bracketed = /〔[^〔〕]{1,40}〕/g
const starred = /[\p{L}\d+·-]{0,8}\*{4}[\p{L}\d]{0,8}/gu
const unnamed = /(.{0,2})某(人?(?:〔\d{1,4}〕|\d{0,4}))/gu

export const createStandingForms = (): StandingForms => {
  const forms = new Set<string>()
  const runs = new Set<string>()
  const noteUnnamed = (before: string, after: string): void => {
    for (let from = 0; from <= before.length; from += 1) {
      for (let length = 0; length <= after.length; length += 1) forms.add(`${before.slice(from)}某${after.slice(0, length)}`)
    }
  }
  return {
    note: (text) => {
      for (const [form] of text.matchAll(bracketed)) forms.add(form)
      for (const [run] of text.matchAll(starred)) runs.add(run)
      for (const [, before = '', after = ''] of text.matchAll(unnamed)) noteUnnamed(before, after)
    },
    has: (form) => forms.has(form) || [...runs].some((run) => run.includes(form)),
  }
}
