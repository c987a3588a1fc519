/** What stands in the heads of exported figures, in both languages. */
import type { CoverageState, Figure } from '#shared/contract/statistics'
import type { Language } from '#shared/model/language'

export interface FigureWords {
  figures: Readonly<Record<Figure, string>>
  states: Readonly<Record<CoverageState, string>>
  types: Readonly<Record<'case' | 'experience' | 'tool', string>>
  columns: Readonly<Record<'unit' | 'product' | 'number' | 'title' | 'edition' | 'done' | 'of' | 'state' | 'releasedAt' | 'firstDone' | 'days' | 'year' | 'measure' | 'verified' | 'unverified' | 'month' | 'type' | 'total' | 'converted' | 'cited' | 'reused' | 'day', string>>
  reviews: string
  adoptions: string
  restricted: string
  leftOut: (count: number) => string
}

export const figureWords: Readonly<Record<Language, FigureWords>> = {
  'zh-CN': {
    figures: { coverage: '推广覆盖', replication: '首次复制用时', benefits: '推广效益', conversion: '转化为产品', citations: '引用与复用', overdue: '逾期事项' },
    states: { overdue: '逾期', planned: '计划', notApplicable: '不适用', noAction: '适用不行动', underWay: '进行', behind: '旧版', done: '完成' },
    types: { case: '案例', experience: '经验', tool: '工具' },
    columns: {
      unit: '单位', product: '产品', number: '编号', title: '标题', edition: '版次', done: '已采用单位数', of: '应采用单位数', state: '本单位情况', releasedAt: '发布日期', firstDone: '首次完成', days: '用时（天）',
      year: '年度', measure: '计量单位', verified: '已核实', unverified: '未核实', month: '月份', type: '类型', total: '条目数', converted: '已转化', cited: '被引用条目数', reused: '采用单位数', day: '应办日期',
    },
    reviews: '到期复审', adoptions: '逾期推广', restricted: '（受控，不列标题）', leftOut: (count) => `另有 ${count} 条受控推广记录，未计入本表。`,
  },
  en: {
    figures: { coverage: 'Coverage', replication: 'Time to first adoption', benefits: 'Benefits', conversion: 'Conversion to products', citations: 'Citations and reuse', overdue: 'Overdue' },
    states: { overdue: 'Overdue', planned: 'Planned', notApplicable: 'Not applicable', noAction: 'Applicable, no action', underWay: 'Under way', behind: 'Earlier edition', done: 'Done' },
    types: { case: 'Case', experience: 'Experience', tool: 'Tool' },
    columns: {
      unit: 'Unit', product: 'Product', number: 'Number', title: 'Title', edition: 'Edition', done: 'Units that have it', of: 'Units to take it up', state: 'The unit itself', releasedAt: 'Released', firstDone: 'First done', days: 'Days',
      year: 'Year', measure: 'Measured in', verified: 'Verified', unverified: 'Not verified', month: 'Month', type: 'Type', total: 'Records', converted: 'Converted', cited: 'Cited by', reused: 'Units that adopt', day: 'Due',
    },
    reviews: 'Reviews due', adoptions: 'Adoptions overdue', restricted: '(restricted, no title)', leftOut: (count) => `Restricted adoptions left out of this table: ${count}.`,
  },
}
