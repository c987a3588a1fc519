/** The part that says what to set the text in where a machine lacks a face: none of them may be bundled, and Word asks for a name only. */
import type { DocumentPreset } from '#shared/model/document/preset'

const others: Readonly<Record<string, readonly [names: string, family: string]>> = {
  方正小标宋简体: ['方正小标宋_GBK,华文中宋,宋体', 'roman'],
  华文中宋: ['STZhongsong,宋体', 'roman'],
  仿宋_GB2312: ['仿宋,FangSong,STFangsong', 'modern'],
  仿宋: ['FangSong,STFangsong,仿宋_GB2312', 'modern'],
  楷体_GB2312: ['楷体,KaiTi,STKaiti', 'modern'],
  楷体: ['KaiTi,STKaiti,楷体_GB2312', 'modern'],
  黑体: ['SimHei,STHeiti', 'modern'],
  宋体: ['SimSun,STSong', 'auto'],
  微软雅黑: ['Microsoft YaHei,黑体', 'swiss'],
  等线: ['DengXian,微软雅黑', 'auto'],
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? '')

const font = (face: string): string => {
  const [names, family] = others[face] ?? []
  const charset = /^[\p{ASCII}]+$/u.test(face) ? '00' : '86'
  return `<w:font w:name="${escaped(face)}">${names === undefined ? '' : `<w:altName w:val="${names}"/>`}<w:charset w:val="${charset}"/><w:family w:val="${family ?? 'auto'}"/><w:pitch w:val="default"/></w:font>`
}

export const fontTableOf = ({ faces }: DocumentPreset): { path: string; data: string } => ({
  path: 'word/fontTable.xml',
  data: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    + '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + [...new Set(Object.values(faces))].map(font).join('')
    + '</w:fonts>',
})
