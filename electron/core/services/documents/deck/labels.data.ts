/** What slides say of their own accord, in each language. */
import type { Language } from '#shared/model/language'

const zhCN = {
  case: '案例', experience: '经验', tool: '工具', product: '产品', adoption: '推广记录', meeting: '交流会', activity: '交流活动', benchmark: '标杆', assessment: '评价',
  summary: '摘要', overview: '概况', tools: '所用工具', withForm: '附填写表。', results: '成效', thanks: '谢谢', preamble: '引言',
  before: '实施前', after: '实施后', baseline: '现状', target: '目标', indicator: '指标', measure: '单位', remark: '说明', arrow: '→',
  steps: '作业步骤', hazards: '危险点与控制措施', indicators: '目标指标', step: '步骤', action: '动作', standard: '标准', minutes: '时间', post: '岗位', hazard: '危险点', risk: '风险', control: '控制措施',
  low: '低', general: '一般', larger: '较大', major: '重大', minute: '分钟',
  agenda: '议程', time: '时间', item: '议题', presenter: '主讲', host: '主持', organiser: '主办', chair: '主持人', questions: '其中问答', rest: '休息', number: '编号', records: '材料',
  edition: '第 {n} 版', draft: '草稿', prepared: '编制', reviewed: '审核', approved: '批准', contents: '目录', contact: '联系',
  public: '', internal: '内部', restricted: '受控',
  source: '来源', colon: '：', comma: '、', stop: '，', gap: '　', dash: '——', open: '（', close: '）',
  note: '说明', tip: '提示', warning: '注意', danger: '危险', footnote: '注', whole: '全文', pictureMissing: '图片缺失', picture: '图片', unknownBlock: '此处内容须用更新版本的软件查看', untitled: '（无标题）',
}

export type SlideLabels = Readonly<Record<keyof typeof zhCN, string>>

const en: SlideLabels = {
  case: 'Case', experience: 'Experience', tool: 'Tool', product: 'Product', adoption: 'Adoption', meeting: 'Exchange meeting', activity: 'Exchange activity', benchmark: 'Benchmark', assessment: 'Assessment',
  summary: 'Summary', overview: 'At a glance', tools: 'Tools used', withForm: 'The form comes with it.', results: 'Results', thanks: 'Thank you', preamble: 'Introduction',
  before: 'Before', after: 'After', baseline: 'Baseline', target: 'Target', indicator: 'Indicator', measure: 'Unit', remark: 'Remark', arrow: '→',
  steps: 'Steps', hazards: 'Hazards and controls', indicators: 'Target indicators', step: 'Step', action: 'Action', standard: 'Standard', minutes: 'Time', post: 'Post', hazard: 'Hazard', risk: 'Risk', control: 'Control',
  low: 'Low', general: 'General', larger: 'Larger', major: 'Major', minute: 'min',
  agenda: 'Agenda', time: 'Time', item: 'Item', presenter: 'Presenter', host: 'Chair', organiser: 'Host', chair: 'Chair', questions: 'for questions', rest: 'Break', number: 'Number', records: 'Records',
  edition: 'Edition {n}', draft: 'Draft', prepared: 'Prepared by', reviewed: 'Reviewed by', approved: 'Approved by', contents: 'Contents', contact: 'Contact',
  public: '', internal: 'Internal', restricted: 'Restricted',
  source: 'Source', colon: ': ', comma: ', ', stop: ', ', gap: '  ', dash: '— ', open: '(', close: ')',
  note: 'Note', tip: 'Tip', warning: 'Caution', danger: 'Danger', footnote: 'Note', whole: 'In full', pictureMissing: 'Picture missing', picture: 'Picture', unknownBlock: 'What stands here needs a newer version of the app', untitled: '(untitled)',
}

export const slideLabels: Readonly<Record<Language, SlideLabels>> = { 'zh-CN': zhCN, en }
