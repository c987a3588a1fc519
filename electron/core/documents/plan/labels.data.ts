/** What a Word file says of its own accord, in each language: labels of the record's fields, notes in place of what can't be shown, style names. */
import type { Language } from '#shared/model/language'

const zhCN = {
  colon: '：', comma: '、', gap: '　', unbrokenGap: '\u00A0\u00A0', dash: '——', open: '（', close: '）',
  number: '编号', unit: '单位', team: '班组', authors: '作者', date: '日期', field: '专业', place: '地点', confidentiality: '密级', summary: '摘要',
  public: '公开', internal: '内部', restricted: '受控',
  pictureMissing: '图片缺失', pictureUnsupported: 'Word 不能显示的图片', unknownBlock: '此处内容须用更新版本的软件查看',
  source: '来源', untitled: '（无标题）', untitledPicture: '未命名图片',
  note: '说明', tip: '提示', warning: '注意', danger: '危险',
  results: '成效', resultsCaption: '成效指标', indicator: '指标', measure: '单位', before: '实施前', after: '实施后', evidence: '佐证', remark: '备注',
  picture: '图片', form: '填写表', flow: '流程图', none: '（无）', yes: '是', no: '否',
  styleRecordData: '文档信息', styleAbstract: '摘要', styleSource: '引用来源', styleNote: '提示框 说明', styleTip: '提示框 提示', styleWarning: '提示框 注意',
  styleDanger: '提示框 危险', stylePicture: '图片', styleTableText: '表格文字', styleTableHeading: '表格标题行', styleTableEnd: '表格后', stylePlaceholder: '占位说明',
  pageBefore: '第 ', pageBetween: ' 页　共 ', pageAfter: ' 页',
  styleCoverTitle: '封面标题', styleCoverText: '封面文字', styleContentsTitle: '目录标题', styleBanner: '大字', styleFlowText: '流程图文字', styleNone: '空节说明',
}

export type Labels = Readonly<Record<keyof typeof zhCN, string>>

const en: Labels = {
  colon: ': ', comma: ', ', gap: ', ', unbrokenGap: ',\u00A0', dash: '— ', open: '(', close: ')',
  number: 'Number', unit: 'Unit', team: 'Team', authors: 'Authors', date: 'Date', field: 'Field', place: 'Place', confidentiality: 'Confidentiality', summary: 'Summary',
  public: 'Public', internal: 'Internal', restricted: 'Restricted',
  pictureMissing: 'Picture missing', pictureUnsupported: 'Picture that Word cannot show', unknownBlock: 'What stands here needs a newer version of the app',
  source: 'Source', untitled: '(untitled)', untitledPicture: 'untitled picture',
  note: 'Note', tip: 'Tip', warning: 'Caution', danger: 'Danger',
  results: 'Results', resultsCaption: 'Measured results', indicator: 'Indicator', measure: 'Unit', before: 'Before', after: 'After', evidence: 'Evidence', remark: 'Remark',
  picture: 'Picture', form: 'Form', flow: 'Flow chart', none: '(none)', yes: 'Yes', no: 'No',
  styleRecordData: 'Document Data', styleAbstract: 'Abstract', styleSource: 'Quote Source', styleNote: 'Callout Note', styleTip: 'Callout Tip',
  styleWarning: 'Callout Caution', styleDanger: 'Callout Danger', stylePicture: 'Picture', styleTableText: 'Table Text', styleTableHeading: 'Table Heading', styleTableEnd: 'Table End',
  stylePlaceholder: 'Placeholder',
  pageBefore: 'Page ', pageBetween: ' of ', pageAfter: '',
  styleCoverTitle: 'Cover Title', styleCoverText: 'Cover Text', styleContentsTitle: 'Contents Title', styleBanner: 'Banner', styleFlowText: 'Flow Text', styleNone: 'Empty Section',
}

export const labelsByLanguage: Readonly<Record<Language, Labels>> = { 'zh-CN': zhCN, en }
