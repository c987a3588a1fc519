/** The style of a document's pages, made of its preset: sizes in points, the page in millimetres. */
import { genericFaceOf, standInsOf } from '#shared/model/document/faces.data'
import { paperSizes, type DocumentPreset } from '#shared/model/document/preset'
import type { DocumentPlan } from '../../plan/plan'
import { heightClass, sizeClass, type TextSize } from './parts'

const pointsPerMillimetre = 72 / 25.4
const pixelsPerMillimetre = 96 / 25.4
const pixelsPerPoint = 96 / 72

/** The page and its text in millimetres, as it stands or lies. */
export const pageSizes = ({ preset: { page }, page: { isLandscape } }: Pick<DocumentPlan, 'preset' | 'page'>) => {
  const { width, height } = paperSizes[page.paper]
  const [across, down] = isLandscape ? [height, width] : [width, height]
  return { width: across, height: down, textWidth: across - page.left - page.right, textHeight: down - page.top - page.bottom }
}

export const textSizeOf = (plan: Pick<DocumentPlan, 'preset' | 'page'>): TextSize => {
  const { textWidth, textHeight } = pageSizes(plan)
  return { width: textWidth * pixelsPerMillimetre, height: textHeight * pixelsPerMillimetre, line: lineOf(plan.preset, plan.preset.sizes.text) * pixelsPerPoint }
}

const quoted = (face: string): string => `"${face.replace(/["\\<>]/g, '')}"`

const family = (face: string, latin: string): string =>
  [latin, face, ...standInsOf(face), ...standInsOf(latin)].map(quoted).concat(genericFaceOf(face)).join(', ')

/** Of a line at a size, in points. Faces of Chinese stand about 1.3 times as high as their size. */
export const lineOf = ({ line }: Pick<DocumentPreset, 'line'>, size: number): number => (line.rule === 'exact' ? Math.max(line.points, size * 1.15) : line.times * size * 1.3)

/** So many characters fill a line that the last of them would else stand beyond it by a hair (28 of 16 points in 156 mm). */
export const spacingOf = (size: number, textWidth: number): number => {
  const characters = Math.round(textWidth * pointsPerMillimetre / size)
  const room = textWidth * pointsPerMillimetre / characters - size
  return room < 0 && room > -0.3 ? room - 0.02 : 0
}

const tint = (colour: string, part: number): string => `rgba(${[0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(', ')}, ${part})`

const pointsOf = (value: number): string => `${Number(value.toFixed(3))}pt`

/** Of the size of a title, that of a long one. */
export const titleShares = { long: 0.82, longer: 0.62 } as const

/** Every rule stands below `.document`. */
export const documentStyle = (plan: Pick<DocumentPlan, 'preset' | 'page' | 'parts'>): string => {
  const { preset } = plan
  const { faces, sizes, page, firstLine, accent, boldHeadings, numbers } = preset
  const { width, height, textWidth, textHeight } = pageSizes(plan)
  const isExact = preset.line.rule === 'exact'
  const line = lineOf(preset, sizes.text)
  const small = Math.max(sizes.text - 2, sizes.table)
  const isPlain = accent === '000000'
  const shade = isPlain ? 'rgba(0, 0, 0, .07)' : tint(accent, 0.1)
  const of = (name: 'title' | 'heading1' | 'heading2' | 'heading3' | 'text' | 'table'): string => family(faces[name], faces.latin)
  const heading = (level: 1 | 2 | 3, tags: string): string =>
    `${tags} { font: ${boldHeadings ? 700 : 400} ${pointsOf(sizes[`heading${level}`])}/${pointsOf(lineOf(preset, sizes[`heading${level}`]))} ${of(`heading${level}`)}; }`
  const rules = [
    `{ --page-width: ${width}mm; --page-height: ${height}mm; --top: ${page.top}mm; --bottom: ${page.bottom}mm; --left: ${page.left}mm; --right: ${page.right}mm; --text-width: ${textWidth}mm; --text-height: ${textHeight}mm; --accent: #${accent}; --line: ${pointsOf(line)}; color: #000; background: #fff; font: 400 ${pointsOf(sizes.text)}/${pointsOf(line)} ${of('text')}; letter-spacing: ${pointsOf(spacingOf(sizes.text, textWidth))}; text-align: justify; overflow-wrap: anywhere; line-break: strict; -webkit-print-color-adjust: exact; print-color-adjust: exact; font-variant-ligatures: none; }`,
    '*, & *::before, & *::after { box-sizing: border-box; }',
    'section { display: block; } & p, & figure, & table, & h1, & h2, & h3, & h4, & h5, & h6, & hr { margin: 0; padding: 0; }',
    `p { text-indent: ${firstLine}em; min-height: ${pointsOf(line)}; }`,
    'p.center, & p.right { text-indent: 0; } & .center { text-align: center; } & .right { text-align: right; } & .left { text-align: left; } & .justify { text-align: justify; }',
    ...Array.from({ length: 12 }, (_, index) => `p.i${index + 1} { margin-left: ${(index + 1) * 2}em; text-indent: 0; }`),
    heading(1, 'h1'), heading(2, 'h2'), heading(3, 'h3, & h4, & h5, & h6'),
    `h1, & h2, & h3, & h4, & h5, & h6 { color: #${accent}; text-align: left; text-indent: ${numbers === 'chinese' ? firstLine : 0}em; ${isExact ? '' : 'margin: .6em 0 .3em;'} break-after: avoid; }`,
    ...isExact ? ['h3 { font-weight: 700; }'] : [],
    'h1.center, & h2.center, & h3.center, & h4.center { text-align: center; text-indent: 0; }',
    `h1.title { font: 400 ${pointsOf(sizes.title)}/${pointsOf(Math.max(sizes.title * 1.45, isExact ? line : 0))} ${of('title')}; color: ${isPlain ? '#000' : `#${accent}`}; text-align: center; text-indent: 0; margin: 0 0 ${pointsOf(line / 2)}; letter-spacing: 0; }`,
    `h1.title.long { font-size: ${pointsOf(sizes.title * titleShares.long)}; line-height: ${pointsOf(sizes.title * titleShares.long * 1.45)}; } & h1.title.longer { font-size: ${pointsOf(Math.max(sizes.title * titleShares.longer, sizes.text))}; line-height: ${pointsOf(Math.max(sizes.title * titleShares.longer, sizes.text) * 1.45)}; }`,
    `p.data { font-family: ${of('heading2')}; font-size: ${pointsOf(small)}; line-height: ${pointsOf(small * 1.7)}; min-height: 0; text-indent: 0; text-align: left; } & p.data.centred { text-align: center; }`,
    `p.summary { font-family: ${of('heading2')}; font-size: ${pointsOf(small)}; line-height: ${pointsOf(small * 1.75)}; margin: ${pointsOf(line / 4)} 0; padding: 0 1em; text-indent: 0; }`,
    `p.item { text-indent: 0; padding-left: 2em; position: relative; } & p.item > .mark { position: absolute; left: 0; width: 1.8em; text-align: right; padding-right: .3em; white-space: nowrap; text-indent: 0; }`,
    ...Array.from({ length: 9 }, (_, level) => `p.item.l${level} { margin-left: ${(numbers === 'chinese' ? firstLine : 0) + level * 1.6}em; }`),
    `table { width: 100%; border-collapse: collapse; table-layout: fixed; font: 400 ${pointsOf(sizes.table)}/${pointsOf(sizes.table * 1.4)} ${of('table')}; letter-spacing: 0; text-align: left; margin: ${pointsOf(line / 5)} 0 ${pointsOf(line / 2.5)}; }`,
    `table.many { font-size: ${pointsOf(Math.max(sizes.table * 0.8, 6))}; line-height: 1.3; }`,
    `caption, & figcaption { font-family: ${of('heading1')}; font-size: ${pointsOf(sizes.table)}; line-height: ${pointsOf(sizes.table * 1.5)}; padding: 2pt 0; text-align: center; text-indent: 0; caption-side: top; letter-spacing: 0; }`,
    `th, & td { border: .5pt solid #333; padding: 2.2pt 4pt; vertical-align: middle; } & th { font-weight: 700; background: ${shade}; text-align: center; }`,
    'th p, & td p { text-indent: 0; min-height: 0; } & td p:empty, & th p:empty { min-height: 1.4em; } & table table { margin: 2pt 0; }',
    'td p.item, & th p.item { margin-left: 0; padding-left: 1.6em; } & td p.item > .mark, & th p.item > .mark { width: 1.4em; }',
    `figure { text-align: center; text-indent: 0; margin: ${pointsOf(line / 4)} 0; line-height: 1.2; } & figure.left { text-align: left; } & figure.right { text-align: right; } & img { max-width: 100%; height: auto; vertical-align: middle; }`,
    `figure.flow svg { max-width: 100%; font-family: ${of('table')}; letter-spacing: 0; } & .flow .edge { fill: none; stroke: #333; stroke-width: 1.2; } & .flow .tip { fill: #333; } & .flow .step, & .flow .start, & .flow .end, & .flow .decision { fill: #fff; stroke: #333; } & .flow .start, & .flow .end { fill: ${shade}; }`,
    `.quote { font-family: ${of('heading2')}; margin-left: 2em; margin-right: 2em; text-indent: 0; } & p.source { font-size: ${pointsOf(small)}; text-align: right; text-indent: 0; }`,
    `.callout { font-size: ${pointsOf(small)}; line-height: ${pointsOf(small * 1.6)}; padding: 1pt 10pt; border-left: 3pt solid #7f7f7f; background: #f2f2f2; text-indent: 0; } & p.callout { margin: 0; min-height: 0; } & .callout.first { margin-top: ${pointsOf(line / 3)}; padding-top: 5pt; } & p.callout.item { padding-left: calc(10pt + 2em); } & p.callout.item > .mark { left: 10pt; }`,
    `.callout + :not(.callout) { margin-top: ${pointsOf(line / 3)}; } & .callout.tip { border-color: #2e75b6; background: #eaf2fa; } & .callout.warning { border-color: #c55a11; background: #fdf3e9; } & .callout.danger { border-color: #c00000; background: #fdecea; }`,
    `hr { border: 0; border-top: .75pt solid #333; margin: ${pointsOf(line / 2)} 0; } & .gone { color: #c00000; } & p.none { color: #595959; } & p.strong { font-weight: 700; text-indent: 0; }`,
    `p.note { font-size: 9pt; line-height: 1.4; min-height: 0; text-indent: 0; padding-left: 2.4em; position: relative; } & p.note > .mark { position: absolute; left: 0; } & p.note.first { margin-top: ${pointsOf(line / 2)}; border-top: .5pt solid #333; padding-top: 3pt; }`,
    'sup, & sub { line-height: 0; } & sup.ref { font-size: .65em; } & code { font-family: Consolas, "Courier New", monospace; background: #f2f2f2; } & mark { background: #ffe49a; } & a { color: #0563c1; }',
    'table.blank { margin-top: 0; } & table.values, & table.approvals { width: 82%; margin: 0 auto; font-size: 1.15em; }',
    `section[data-part="cover"] { display: flex; flex-direction: column; height: var(--text-height); } & [data-part="cover"] > * { flex: none; } & .above { flex: 2 0 10mm; } & .between { flex: 1.6 0 8mm; } & .below { flex: 2.4 0 8mm; }`,
    `[data-part="cover"] h1.title { font-size: ${pointsOf(sizes.title * 1.35)}; line-height: 1.5; } & [data-part="cover"] h1.title.long { font-size: ${pointsOf(sizes.title * 1.05)}; } & [data-part="cover"] h1.title.longer { font-size: ${pointsOf(sizes.title * 0.75)}; }`,
    `p.subtitle { font-family: ${of('heading2')}; text-align: center; text-indent: 0; } & p.foot { text-align: center; text-indent: 0; }`,
    `table.values { font: 400 ${pointsOf(small)}/${pointsOf(small * 1.8)} ${of('text')}; } & table.values th { background: none; border: 0; font-weight: 400; text-align: right; width: 34%; padding-right: 1em; } & table.values td { border: 0; border-bottom: .5pt solid #333; text-align: left; }`,
    `table.approvals { font: 400 ${pointsOf(small)}/${pointsOf(small * 1.6)} ${of('text')}; margin-top: ${pointsOf(line)}; } & table.approvals th { background: none; font-weight: 400; width: 24%; } & table.approvals td { text-align: center; height: 10mm; }`,
    `.contents-title { font: 400 ${pointsOf(sizes.title * 0.9)}/${pointsOf(sizes.title * 1.5)} ${of('heading1')}; text-align: center; text-indent: 0; margin-bottom: ${pointsOf(line / 2)}; color: #${accent}; }`,
    `p.entry { display: flex; align-items: baseline; text-indent: 0; text-align: left; } & .entry-text { flex: 0 1 auto; } & .leader { flex: 1 0 2em; margin: 0 .3em; border-bottom: 1pt dotted #333; transform: translateY(-.25em); } & .entry-page { flex: none; min-width: 1.5em; text-align: right; }`,
    ...Array.from({ length: 5 }, (_, index) => `p.entry.l${index + 2} { padding-left: ${(index + 1) * 1.5}em; }`),
    `.banner { text-align: center; text-indent: 0; line-height: 1.25; min-height: 0; letter-spacing: 0; margin-bottom: .3em; } & .banner.accent { font-family: ${of('title')}; color: ${isPlain ? '#000' : `#${accent}`}; } & .banner.text { font-family: ${of('heading1')}; } & .banner.muted { font-family: ${of('heading2')}; color: #444; }`,
    ...plan.parts.flatMap((part) => {
      if (part.kind === 'blank') return [`.${heightClass(part.rowHeight)} tbody tr { height: ${part.rowHeight}mm; }`]
      return part.kind === 'banner' ? [`.${sizeClass(part.size)} { font-size: ${part.size}pt; }`] : []
    }),
  ]
  return [...new Set(rules)].map((rule) => (rule.startsWith('{') ? `.document ${rule}` : `.document ${rule.replaceAll('& ', '.document ')}`)).join('\n')
}
