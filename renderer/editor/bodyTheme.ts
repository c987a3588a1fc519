/** The classes of a body's elements in the editor. */
import type { EditorThemeClasses } from 'lexical'
import css from './body.module.css'
import editorCss from './editor.module.css'

const all = (...names: (string | undefined)[]): string => names.filter((name) => name !== undefined).join(' ')
const one = (name: string | undefined): string => name ?? ''

export const bodyTheme: EditorThemeClasses = {
  paragraph: one(css.paragraph),
  sectionHeading: one(css.sectionHeading),
  heading: { h1: one(css.heading1), h2: one(css.heading2), h3: one(css.heading3), h4: one(css.heading4), h5: one(css.heading5) },
  list: {
    ul: all(css.list, css.bullet), ol: all(css.list, css.number), checklist: one(css.check), listitem: one(css.listItem),
    listitemChecked: one(css.checked), listitemUnchecked: one(css.unchecked), nested: { listitem: one(css.nestedItem) },
  },
  quote: one(css.quote),
  quoteFoot: one(css.quoteFoot),
  callout: one(css.callout),
  link: one(css.link),
  text: {
    bold: one(css.bold), italic: one(css.italic), underline: one(css.underline), strikethrough: one(css.strike),
    underlineStrikethrough: one(css.underlineStrike), superscript: one(css.superscript), subscript: one(css.subscript),
    code: one(css.code), highlight: one(css.highlight),
  },
  table: one(css.table),
  tableCell: one(css.cell),
  tableCellHeader: one(css.headerCell),
  tableCellSelected: one(editorCss.selectedCell),
  tableSelection: one(editorCss.selectingCells),
  tableScrollableWrapper: one(css.tableScroll),
}
