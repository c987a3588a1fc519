/** What documents say of their own accord beside the labels of a record: titles of parts, heads of tables, lines to be filled in, in each language. */
import type { Language } from '#shared/model/language'
import type { RecordType } from '#shared/model/recordTypes'

const types = {
  'zh-CN': { case: '案例', experience: '经验', tool: '工具', product: '产品', adoption: '推广记录', meeting: '交流会', activity: '交流活动', benchmark: '标杆', assessment: '评价' },
  en: { case: 'Case', experience: 'Experience', tool: 'Tool', product: 'Product', adoption: 'Adoption record', meeting: 'Meeting', activity: 'Activity',
  benchmark: 'Benchmark', assessment: 'Assessment' },
} satisfies Record<Language, Record<RecordType, string>>

const zhCN = {
  contents: '目录', compilation: '汇编', records: '条目', recordCount: '{count} 条', pass: '□合格', fail: '□不合格', done: '□已执行', notDone: '□未执行',
  count: '序号', remark: '备注', date: '日期', signature: '签名', name: '姓名', unit: '单位', post: '职务', phone: '电话', note: '备注',
  // Of a product.
  workPackage: '作业指导书', checklist: '检查卡', poster: '作业要点', edition: '版本', draft: '草稿，未发布', editionNumber: '第{number}版', released: '发布日期', prepared: '编制',
  reviewed: '审核', approved: '批准',
  changeRecord: '变更记录', changed: '变更内容', by: '发布人', first: '首次发布', aim: '目的', scope: '范围', outOfScope: '不适用范围', promotion: '推广方式', targets: '推广单位', references: '引用文件',
  sources: '本作业包由下列条目提炼，按所列版本。', sourcesCaption: '来源条目', revised: '修订日期', title: '名称',
  terms: '术语', responsibilities: '职责', rolesCaption: '职责分工', rolesNote: 'R 负责，A 批准，C 咨询，I 知会。', prerequisites: '前置条件',
  prerequisitesLead: '开工前逐项确认，缺一项不开工。', concern: '类别', requirement: '要求', check: '怎么确认',
  process: '流程', flow: '流程图', flowLead: '作业流程见下图，编号与作业步骤一致。', flowCaption: '作业流程', start: '开始', end: '结束', steps: '作业步骤', step: '步骤', action: '动作', standard: '标准',
  minutes: '用时\nmin', stepPost: '岗位', hazard: '危险点与控制措施', tools: '工具', total: '合计 {minutes} min。',
  hazardIs: '危险点：', control: '控制：', low: '低', general: '一般', larger: '较大', major: '重大',
  acceptance: '验收清单', item: '检查项', criterion: '合格标准', method: '检查方法', result: '结果', indicators: '目标指标',
  training: '培训计划', evaluation: '执行情况评估', evaluationLead: '由使用单位在每次执行后填写，交编制单位。', executed: '执行情况',
  deviation: '偏差与原因', advice: '改进建议', usedBy: '使用单位', evaluator: '评估人', evaluatedOn: '评估日期',
  appendix: '附录', inChapter: '见本手册“{title}”一章。', appendixOf: '附录 {letter}　{title}', whatToCheck: '检查内容', checker: '检查人', inCharge: '负责人', place: '地点', keyStandard: '关键标准',
  // Of a meeting.
  handbook: '会议手册', notice: '会议通知', guide: '参会须知', agenda: '会议议程', time: '时间', talk: '内容', presenter: '主讲', chair: '主持', host: '主办单位', chairman: '主持人',
  meetingPlace: '地点', meetingTime: '时间', agendaEmpty: '议程另行通知。', participants: '代表名单及分组', noGroup: '未分组', peopleCount: '共 {count} 人', inAgenda: '议题',
  signIn: '签到表', signInLead: '请参会代表逐一签名。', feedback: '评价表', feedbackLead: '请在相应的分数下打“√”，5 分最好。可不署名。', question: '评价项', comments: '意见与建议', follow: '会后推广任务清单',
  followLead: '由主办单位跟踪，逐项销号。', task: '事项', who: '责任单位（人）', due: '期限', state: '完成情况', isDone: '已完成', adopt: '采用《{title}》', summary: '会议总结',
  weekdays: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as readonly string[],
}

export type DocumentWords = { readonly [Key in keyof typeof zhCN]: (typeof zhCN)[Key] } & { readonly types: Readonly<Record<RecordType, string>> }

const en: Omit<DocumentWords, 'types'> = {
  contents: 'Contents', compilation: 'Compilation', records: 'Records', recordCount: '{count}', pass: '□ Pass', fail: '□ Fail',
  done: '□ Done', notDone: '□ Not done',
  count: 'No.', remark: 'Remark', date: 'Date', signature: 'Signature', name: 'Name', unit: 'Unit', post: 'Post', phone: 'Phone', note: 'Remark',
  workPackage: 'Standard work package', checklist: 'Checklist', poster: 'Key points', edition: 'Edition', draft: 'Draft, not released',
  editionNumber: 'Edition {number}', released: 'Released on', prepared: 'Prepared', reviewed: 'Reviewed', approved: 'Approved',
  changeRecord: 'Change record', changed: 'What changed', by: 'Released by', first: 'First release', aim: 'Purpose', scope: 'Scope', outOfScope: 'Out of scope',
  promotion: 'Promotion policy', targets: 'Target units', references: 'References',
  sources: 'This work package comes of the records below, at the revisions that are named.', sourcesCaption: 'Source records', revised: 'Revised on', title: 'Title',
  terms: 'Terms', responsibilities: 'Responsibilities', rolesCaption: 'Roles', rolesNote: 'R responsible, A accountable, C consulted, I informed.',
  prerequisites: 'Prerequisites', prerequisitesLead: 'Make sure of each before work begins.', concern: 'Concerns', requirement: 'Requirement', check: 'How to make sure',
  process: 'Process', flow: 'Flow chart', flowLead: 'The chart below has the numbers of the steps.', flowCaption: 'Course of the work', start: 'Start', end: 'End',
  steps: 'Steps', step: 'Step', action: 'Action', standard: 'Standard', minutes: 'Time\nmin', stepPost: 'Post', hazard: 'Hazard and control', tools: 'Tools',
  total: '{minutes} min in all.',
  hazardIs: 'Hazard: ', control: 'Control: ', low: 'low', general: 'general', larger: 'larger', major: 'major',
  acceptance: 'Acceptance checklist', item: 'Item', criterion: 'Criterion', method: 'Method', result: 'Result', indicators: 'Target indicators',
  training: 'Training plan', evaluation: 'Evaluation of the work done',
  evaluationLead: 'To be filled in by the unit each time, and returned to the author.', executed: 'Done as written', deviation: 'Deviation and why', advice: 'Advice',
  usedBy: 'Unit', evaluator: 'Evaluated by', evaluatedOn: 'On',
  appendix: 'Appendix', inChapter: 'See the chapter “{title}” of this handbook.', appendixOf: 'Appendix {letter}  {title}', whatToCheck: 'What to check', checker: 'Checked by', inCharge: 'In charge', place: 'Place',
  keyStandard: 'Key standard',
  handbook: 'Meeting handbook', notice: 'Notice', guide: 'Guide for participants', agenda: 'Agenda', time: 'Time', talk: 'Item', presenter: 'Presenter', chair: 'Chair',
  host: 'Host', chairman: 'Chair', meetingPlace: 'Place', meetingTime: 'Date', agendaEmpty: 'The agenda follows.', participants: 'Participants and groups',
  noGroup: 'No group', peopleCount: '{count} in all', inAgenda: 'Agenda item',
  signIn: 'Attendance', signInLead: 'Please sign.', feedback: 'Feedback', feedbackLead: 'Please tick a mark; 5 is the best. No name is needed.', question: 'Question',
  comments: 'Comments', follow: 'Tasks after the meeting', followLead: 'Followed up by the host, one by one.', task: 'Task', who: 'Unit (person)', due: 'By',
  state: 'State', isDone: 'Done', adopt: 'Take up “{title}”', summary: 'Summary',
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

const words: Readonly<Record<Language, DocumentWords>> = { 'zh-CN': { ...zhCN, types: types['zh-CN'] }, en: { ...en, types: types.en } }

export const wordsOf = (language: Language): DocumentWords => words[language]

/** A text of ours with its places filled in: `{count} 条`. */
export const filled = (text: string, places: Readonly<Record<string, string | number>>): string => text.replaceAll(/\{(\w+)\}/g, (mark, key: string) => String(places[key] ?? mark))
