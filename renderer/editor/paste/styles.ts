/** What the styles of a clipboard's HTML say, as far as a body can keep it: from its style sheet by tag and class, then from the element. */
import { limits, PasteTooLarge } from './pasted'

export type Style = Readonly<Record<string, string>>

const wanted: ReadonlySet<string> = new Set([
  'font-weight', 'font-style', 'text-decoration', 'text-decoration-line', 'text-line-through', 'text-underline', 'vertical-align', 'text-align', 'display',
  'visibility', 'white-space', 'width', 'height', 'mso-list', 'mso-outline-level', 'mso-hide', 'mso-element', 'mso-footnote-id', 'mso-endnote-id',
  'mso-tab-count', 'page-break-before',
])

const nothing: Style = {}

export const declarationsOf = (css: string): Style => {
  const found: Record<string, string> = {}
  for (const declaration of css.split(';')) {
    const colon = declaration.indexOf(':')
    const name = declaration.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && wanted.has(name)) found[name] = declaration.slice(colon + 1).replace(/!important/i, '').trim().toLowerCase()
  }
  return found
}

const withoutComments = (css: string): string => {
  const parts: string[] = []
  let from = 0
  for (let open = css.indexOf('/*'); open !== -1; open = css.indexOf('/*', from)) {
    parts.push(css.slice(from, open))
    const end = css.indexOf('*/', open + 2)
    from = end === -1 ? css.length : end + 2
  }
  return parts.join('') + css.slice(from)
}

interface Rule { selectors: string, body: string }

/** The rules that hold no other rules, wherever they stand. */
const rulesOf = (css: string): Rule[] => {
  const rules: Rule[] = []
  let from = 0
  let end = -1
  for (let open = css.indexOf('{'); open !== -1;) {
    if (end < open) end = css.indexOf('}', open)
    if (end === -1) break
    const next = css.indexOf('{', open + 1)
    if (next === -1 || end < next) {
      const before = css.slice(from, open)
      rules.push({ selectors: before.slice(before.lastIndexOf('}') + 1), body: css.slice(open + 1, end) })
      from = end + 1
    } else from = open + 1
    open = next
  }
  return rules
}

/** A tag, a class, or a tag with a class: what office programs write. */
const simpleSelector = /^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$/i

export type StyleOf = (element: Element) => Style

/** Reads the style sheets of a document once. Throws PasteTooLarge. */
export const styleReader = (document: Document): StyleOf => {
  const rules = new Map<string, Style>()
  let length = 0
  for (const sheet of document.querySelectorAll('style')) {
    length += sheet.textContent.length
    if (length > limits.styles) throw new PasteTooLarge()
    for (const { selectors, body } of rulesOf(withoutComments(sheet.textContent.replace(/<!--|-->/g, '')))) {
      if (selectors.includes('@')) continue
      const style = declarationsOf(body)
      if (Object.keys(style).length === 0) continue
      for (const selector of selectors.split(',')) {
        const [, tag = '', className = ''] = simpleSelector.exec(selector.trim()) ?? []
        if (tag === '' && className === '') continue
        const key = `${tag.toLowerCase()}.${className}`
        rules.set(key, { ...rules.get(key), ...style })
      }
    }
  }
  return (element) => {
    const own = element.getAttribute('style')
    const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean)
    const tag = element.localName
    const keys = [`${tag}.`, ...classes.map((each) => `.${each}`), ...classes.map((each) => `${tag}.${each}`)].filter((key) => rules.has(key))
    if (keys.length === 0 && own === null) return nothing
    return keys.map((key) => rules.get(key) ?? nothing).concat(own === null ? nothing : declarationsOf(own)).reduce((all, style) => ({ ...all, ...style }))
  }
}

const pixelsOfUnit: Readonly<Record<string, number>> = { px: 1, '': 1, pt: 4 / 3, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, pc: 16 }

/** A length in CSS pixels; undefined where it is none or relative. */
export const pixels = (length: string | null | undefined): number | undefined => {
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([a-z%]*)\s*$/i.exec(length ?? '') ?? []
  const factor = pixelsOfUnit[unit.toLowerCase()]
  return number === '' || factor === undefined ? undefined : Number(number) * factor
}

export const isHidden = (style: Style): boolean =>
  style.display === 'none' || style['mso-hide'] === 'all' || style.visibility === 'hidden' || style.visibility === 'collapse'

export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'superscript' | 'subscript' | 'code'
export type Marks = ReadonlySet<Mark>

const markOfTag: Readonly<Record<string, Mark>> = {
  b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'underline', ins: 'underline', s: 'strike', strike: 'strike', del: 'strike',
  sup: 'superscript', sub: 'subscript', code: 'code', kbd: 'code', samp: 'code', tt: 'code',
}

const weight = (value: string): boolean | undefined => {
  if (value.startsWith("bold") || Number(value) >= 600) return true
  return value === 'normal' || value === 'lighter' || Number(value) < 600 ? false : undefined
}

/** The marks that text in an element has, by its tag and its style. */
export const marksIn = (element: Element, style: Style, outer: Marks): Marks => {
  const changes: [Mark, boolean | undefined][] = []
  const ofTag = markOfTag[element.localName]
  if (ofTag) changes.push([ofTag, true])
  if (style['font-weight']) changes.push(['bold', weight(style['font-weight'])])
  if (style['font-style']) changes.push(['italic', /^(italic|oblique)/.test(style['font-style'])])
  const decoration = style['text-decoration'] ?? style['text-decoration-line'] ?? ''
  if (decoration.includes('none')) changes.push(['underline', ofTag === 'underline'], ['strike', ofTag === 'strike'])
  if (decoration.includes('underline')) changes.push(['underline', true])
  if (decoration.includes('line-through')) changes.push(['strike', true])
  const raised = style['vertical-align']
  if (raised === 'super' || raised === 'sub') changes.push(['superscript', raised === 'super'], ['subscript', raised === 'sub'])
  if (changes.length === 0) return outer
  const marks = new Set(outer)
  for (const [mark, isOn] of changes) {
    if (isOn) marks.add(mark)
    else if (isOn === false) marks.delete(mark)
  }
  return marks
}
