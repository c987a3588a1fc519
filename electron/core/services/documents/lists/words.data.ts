/** What a list says in an Excel sheet: the heads of the columns that every list can have, and the words for their values. */
import type { Language } from '#shared/model/language'
import type { RecordType } from '#shared/model/recordTypes'

export const plainColumns = ['number', 'title', 'stage', 'edition', 'unit', 'team', 'field', 'tags', 'date', 'updatedAt', 'polarity', 'attachments', 'confidentiality', 'authors'] as const
export type PlainColumn = (typeof plainColumns)[number]

interface ListWords {
  columns: Readonly<Record<PlainColumn, string>>
  lists: Readonly<Record<RecordType, string>>
  values: Readonly<Record<string, string>>
  comma: string
  edition: string
}

export const listWords: Readonly<Record<Language, ListWords>> = {
  'zh-CN': {
    columns: {
      number: '编号', title: '标题', stage: '阶段', edition: '版次', unit: '单位/班组', team: '班组', field: '专业', tags: '标签', date: '日期', updatedAt: '更新日期',
      polarity: '性质', attachments: '附件', confidentiality: '密级', authors: '作者',
    },
    lists: { case: '案例库', experience: '经验库', tool: '工具库', product: '产品', adoption: '推广记录', meeting: '交流会', activity: '交流活动', benchmark: '标杆', assessment: '评价' },
    values: {
      draft: '草稿', inReview: '待审', validated: '已核实', published: '已发布', archived: '已归档', proposed: '立项', drafting: '编制', pilot: '试点', released: '发布', replicating: '推广',
      retired: '废止', planned: '计划', underWay: '进行', done: '完成', notApplicable: '不适用', held: '举行', closed: '关闭', announced: '公布',
      positive: '正面', negative: '反面', public: '公开', internal: '内部', restricted: '受控',
    },
    comma: '、', edition: '第 {edition} 版',
  },
  en: {
    columns: {
      number: 'Number', title: 'Title', stage: 'Stage', edition: 'Edition', unit: 'Unit/team', team: 'Team', field: 'Field', tags: 'Tags', date: 'Date', updatedAt: 'Updated',
      polarity: 'Polarity', attachments: 'Attachments', confidentiality: 'Confidentiality', authors: 'Authors',
    },
    lists: { case: 'Cases', experience: 'Experiences', tool: 'Tools', product: 'Products', adoption: 'Adoptions', meeting: 'Meetings', activity: 'Activities', benchmark: 'Benchmarks', assessment: 'Assessments' },
    values: {
      draft: 'Draft', inReview: 'In review', validated: 'Validated', published: 'Published', archived: 'Archived', proposed: 'Proposed', drafting: 'Drafting', pilot: 'Pilot', released: 'Released',
      replicating: 'Replicating', retired: 'Retired', planned: 'Planned', underWay: 'Under way', done: 'Done', notApplicable: 'Not applicable', held: 'Held', closed: 'Closed', announced: 'Announced',
      positive: 'Positive', negative: 'Negative', public: 'Public', internal: 'Internal', restricted: 'Restricted',
    },
    comma: ', ', edition: 'Edition {edition}',
  },
}
