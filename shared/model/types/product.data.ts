/** 产品: a standardized work package made from records. What only an edition has is not edited as a field. */
import type { Option, RowsField } from '../fields'
import type { RecordTypeDefinition } from './definition'
import { reviewDate } from './shared.data'

/** One to five, as both factors of a risk are rated. */
const grades = (words: readonly (readonly [zh: string, en: string])[]): readonly Option[] =>
  words.map(([zh, en], index) => ({ value: String(index + 1), title: { 'zh-CN': `${String(index + 1)} ${zh}`, en: `${String(index + 1)} ${en}` } }))

/** What is done, to which standard, by whom, what can go wrong and how it is held; shared/model/product/steps reads its rows. */
const steps: RowsField = {
  key: 'steps', kind: 'rows', ownEditor: true, isPrinted: true, title: { 'zh-CN': '作业步骤', en: 'Steps' },
  columns: [
    { key: 'action', kind: 'longText', title: { 'zh-CN': '动作', en: 'Action' } },
    { key: 'standard', kind: 'longText', title: { 'zh-CN': '标准', en: 'Standard' } },
    { key: 'minutes', kind: 'number', unit: 'min', title: { 'zh-CN': '时间', en: 'Time' } },
    { key: 'post', kind: 'text', title: { 'zh-CN': '岗位', en: 'Post' } },
    { key: 'hazard', kind: 'longText', title: { 'zh-CN': '危险点', en: 'Hazard' } },
    { key: 'likelihood', kind: 'choice', title: { 'zh-CN': '可能性', en: 'Likelihood' }, options: grades([['几乎不会', 'rare'], ['不太可能', 'unlikely'], ['可能', 'possible'], ['很可能', 'likely'], ['几乎必然', 'almost certain']]) },
    { key: 'severity', kind: 'choice', title: { 'zh-CN': '严重性', en: 'Severity' }, options: grades([['轻微', 'negligible'], ['较轻', 'minor'], ['中等', 'moderate'], ['严重', 'major'], ['灾难性', 'catastrophic']]) },
    { key: 'control', kind: 'longText', title: { 'zh-CN': '控制措施', en: 'Control' } },
    { key: 'tools', kind: 'citations', of: 'tool', title: { 'zh-CN': '工具', en: 'Tools' } },
    { key: 'sources', kind: 'citations', title: { 'zh-CN': '来源', en: 'Sources' } },
  ],
}

/** Where the flow chart leaves the order of the steps: a row has the id of its step; `x` and `y` are where it was put by hand. */
const flow: RowsField = {
  key: 'flow', kind: 'rows', ownEditor: true, title: { 'zh-CN': '流程图', en: 'Flow chart' },
  columns: [
    { key: 'decision', kind: 'text', title: { 'zh-CN': '判断', en: 'Decision' } },
    { key: 'otherwise', kind: 'text', title: { 'zh-CN': '否则转到', en: 'Otherwise' } },
    { key: 'x', kind: 'number', title: { 'zh-CN': '横向', en: 'Across' } },
    { key: 'y', kind: 'number', title: { 'zh-CN': '纵向', en: 'Down' } },
  ],
}

export const productType: RecordTypeDefinition = {
  code: 'PD', life: 'product',
  // What a standard cannot do without; references, terms and appendix may have nothing to say.
  sections: [
    { key: 'aim', title: { 'zh-CN': '目的', en: 'Purpose' }, required: true },
    { key: 'scope', title: { 'zh-CN': '范围', en: 'Scope' }, required: true },
    { key: 'references', title: { 'zh-CN': '引用文件', en: 'References' } },
    { key: 'terms', title: { 'zh-CN': '术语', en: 'Terms' } },
    { key: 'responsibilities', title: { 'zh-CN': '职责', en: 'Responsibilities' }, required: true, filledBy: 'roles' },
    { key: 'process', title: { 'zh-CN': '流程', en: 'Process' }, required: true, filledBy: 'steps' },
    { key: 'checks', title: { 'zh-CN': '检查与评价', en: 'Checks and evaluation' }, required: true, filledBy: 'acceptance' },
    { key: 'appendix', title: { 'zh-CN': '附录', en: 'Appendix' } },
  ],
  fields: [
    { key: 'outOfScope', kind: 'longText', title: { 'zh-CN': '不适用范围', en: 'Out of scope' } },
    {
      key: 'indicators', kind: 'rows', title: { 'zh-CN': '目标指标', en: 'Target indicators' },
      columns: [
        { key: 'indicator', kind: 'text', title: { 'zh-CN': '指标', en: 'Indicator' } },
        { key: 'unit', kind: 'text', title: { 'zh-CN': '单位', en: 'Unit' } },
        { key: 'baseline', kind: 'text', title: { 'zh-CN': '现状', en: 'Baseline' } },
        { key: 'target', kind: 'text', title: { 'zh-CN': '目标', en: 'Target' } },
        { key: 'method', kind: 'text', title: { 'zh-CN': '怎么统计', en: 'How it is measured' } },
      ],
    },
    {
      key: 'prerequisites', kind: 'rows', title: { 'zh-CN': '前置条件', en: 'Prerequisites' },
      columns: [
        {
          key: 'kind', kind: 'choice', title: { 'zh-CN': '人机料法环', en: 'Concerns' },
          options: [
            { value: 'people', title: { 'zh-CN': '人', en: 'People' } }, { value: 'machine', title: { 'zh-CN': '机', en: 'Machine' } }, { value: 'material', title: { 'zh-CN': '料', en: 'Material' } },
            { value: 'method', title: { 'zh-CN': '法', en: 'Method' } }, { value: 'environment', title: { 'zh-CN': '环', en: 'Environment' } },
          ],
        },
        { key: 'requirement', kind: 'longText', title: { 'zh-CN': '要求', en: 'Requirement' } },
        { key: 'check', kind: 'text', title: { 'zh-CN': '怎么确认', en: 'How to make sure' } },
      ],
    },
    {
      key: 'roles', kind: 'rows', ownEditor: true, isPrinted: true, title: { 'zh-CN': '职责分工', en: 'Roles (RACI)' },
      columns: [
        { key: 'activity', kind: 'text', title: { 'zh-CN': '工作', en: 'Activity' } },
        { key: 'responsible', kind: 'words', title: { 'zh-CN': '负责 R', en: 'Responsible (R)' } },
        { key: 'accountable', kind: 'words', title: { 'zh-CN': '批准 A', en: 'Accountable (A)' } },
        { key: 'consulted', kind: 'words', title: { 'zh-CN': '咨询 C', en: 'Consulted (C)' } },
        { key: 'informed', kind: 'words', title: { 'zh-CN': '知会 I', en: 'Informed (I)' } },
      ],
    },
    steps,
    flow,
    {
      key: 'acceptance', kind: 'rows', title: { 'zh-CN': '验收清单', en: 'Acceptance checklist' },
      columns: [
        { key: 'item', kind: 'text', title: { 'zh-CN': '检查项', en: 'Item' } },
        { key: 'criterion', kind: 'longText', title: { 'zh-CN': '合格标准', en: 'Criterion' } },
        { key: 'method', kind: 'text', title: { 'zh-CN': '检查方法', en: 'Method' } },
      ],
    },
    {
      key: 'training', kind: 'rows', title: { 'zh-CN': '培训计划', en: 'Training plan' },
      columns: [
        { key: 'topic', kind: 'text', title: { 'zh-CN': '内容', en: 'Topic' } },
        { key: 'audience', kind: 'text', title: { 'zh-CN': '对象', en: 'For whom' } },
        { key: 'form', kind: 'text', title: { 'zh-CN': '方式', en: 'Form' } },
        { key: 'hours', kind: 'number', unit: 'h', title: { 'zh-CN': '学时', en: 'Hours' } },
        { key: 'check', kind: 'text', title: { 'zh-CN': '考核', en: 'Assessment' } },
      ],
    },
    {
      key: 'policy', kind: 'choice', title: { 'zh-CN': '推广方式', en: 'Promotion policy' },
      options: [{ value: 'mandatory', title: { 'zh-CN': '强制', en: 'Mandatory' } }, { value: 'voluntary', title: { 'zh-CN': '自愿', en: 'Voluntary' } }],
    },
    // Each stands for all units below it.
    { key: 'targets', kind: 'words', title: { 'zh-CN': '推广单位', en: 'Target units' }, suggest: 'units' },
    { key: 'pilotReport', kind: 'longText', title: { 'zh-CN': '试点结论', en: 'Conclusion of the pilot' } },
    { key: 'preparedBy', kind: 'text', title: { 'zh-CN': '编制人', en: 'Prepared by' }, suggest: 'people' },
    { key: 'preparedOn', kind: 'date', title: { 'zh-CN': '编制日期', en: 'Prepared on' } },
    { key: 'reviewedBy', kind: 'text', title: { 'zh-CN': '审核人', en: 'Reviewed by' }, suggest: 'people' },
    { key: 'reviewedOn', kind: 'date', title: { 'zh-CN': '审核日期', en: 'Reviewed on' } },
    { key: 'approvedBy', kind: 'text', title: { 'zh-CN': '批准人', en: 'Approved by' }, suggest: 'people' },
    { key: 'approvedOn', kind: 'date', title: { 'zh-CN': '批准日期', en: 'Approved on' } },
    reviewDate,
  ],
}
