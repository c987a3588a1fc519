/** The part that says what to set the text in where a machine lacks a face: none of them may be bundled, and Word asks for a name only. */
import { faces } from './styles'

const fallbacks: readonly (readonly [face: string, others: string, family: string])[] = [
  [faces.title, '方正小标宋_GBK,华文中宋,宋体', 'roman'],
  [faces.text, '仿宋,FangSong,STFangsong', 'modern'],
  [faces.subheading, '楷体,KaiTi,STKaiti', 'modern'],
  [faces.heading, 'SimHei,STHeiti', 'modern'],
  [faces.page, 'SimSun,STSong', 'auto'],
]

export const fontTable = {
  path: 'word/fontTable.xml',
  data: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    + '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + fallbacks.map(([face, others, family]) => `<w:font w:name="${face}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`).join('')
    + '</w:fonts>',
}
