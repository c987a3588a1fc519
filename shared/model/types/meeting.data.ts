/** 交流会: an exchange meeting, from its notice to what came of it. */
import type { RowsField } from '../fields'
import type { RecordTypeDefinition } from './definition'
import { outcomes } from './shared.data'

/** One item after another; shared/model/meeting/agenda reads its rows. `minutes` is the whole of it, `questions` what of it is for questions. */
const agenda: RowsField = {
  key: 'agenda', kind: 'rows', ownEditor: true, isPrinted: true, title: { 'zh-CN': '议程', en: 'Agenda' },
  columns: [
    {
      key: 'kind', kind: 'choice', title: { 'zh-CN': '类别', en: 'Kind' },
      options: [
        { value: 'talk', title: { 'zh-CN': '发言', en: 'Talk' } }, { value: 'discussion', title: { 'zh-CN': '讨论', en: 'Discussion' } },
        { value: 'visit', title: { 'zh-CN': '现场', en: 'Visit' } }, { value: 'break', title: { 'zh-CN': '休息', en: 'Break' } },
      ],
    },
    // Where it begins a day, or at a time of its own; else it follows the one before.
    { key: 'day', kind: 'date', title: { 'zh-CN': '日期', en: 'Day' } },
    { key: 'time', kind: 'text', title: { 'zh-CN': '时间', en: 'Time' } },
    { key: 'minutes', kind: 'number', unit: 'min', title: { 'zh-CN': '时长', en: 'Length' } },
    { key: 'questions', kind: 'number', unit: 'min', title: { 'zh-CN': '其中问答', en: 'For questions' } },
    { key: 'title', kind: 'text', title: { 'zh-CN': '议题', en: 'Item' } },
    { key: 'presenter', kind: 'text', title: { 'zh-CN': '主讲', en: 'Presenter' }, suggest: 'people' },
    { key: 'host', kind: 'text', title: { 'zh-CN': '主持', en: 'Chair' }, suggest: 'people' },
    { key: 'note', kind: 'longText', title: { 'zh-CN': '说明', en: 'Note' } },
    { key: 'records', kind: 'citations', title: { 'zh-CN': '条目', en: 'Records' } },
    // The latest rehearsal.
    { key: 'rehearsed', kind: 'number', unit: 's', title: { 'zh-CN': '排练用时', en: 'Rehearsed' } },
  ],
}

const participants: RowsField = {
  key: 'participants', kind: 'rows', ownEditor: true, isPrinted: true, title: { 'zh-CN': '参会人员', en: 'Participants' },
  columns: [
    { key: 'name', kind: 'text', title: { 'zh-CN': '姓名', en: 'Name' }, suggest: 'people' },
    { key: 'unit', kind: 'text', title: { 'zh-CN': '单位', en: 'Unit' }, suggest: 'units' },
    { key: 'post', kind: 'text', title: { 'zh-CN': '职务', en: 'Post' } },
    { key: 'phone', kind: 'text', title: { 'zh-CN': '电话', en: 'Phone' } },
    { key: 'group', kind: 'text', title: { 'zh-CN': '分组', en: 'Group' } },
    { key: 'isPresent', kind: 'flag', title: { 'zh-CN': '到会', en: 'Present' } },
    { key: 'note', kind: 'text', title: { 'zh-CN': '备注', en: 'Note' } },
  ],
}

/** Which unit wants to take up what; planning makes adoptions of them. */
const intentions: RowsField = {
  key: 'intentions', kind: 'rows', ownEditor: true, isPrinted: true, title: { 'zh-CN': '推广意向', en: 'Adoption intentions' },
  columns: [
    { key: 'unit', kind: 'text', title: { 'zh-CN': '单位', en: 'Unit' }, suggest: 'units' },
    { key: 'product', kind: 'citations', of: 'product', title: { 'zh-CN': '产品', en: 'Product' } },
    { key: 'what', kind: 'text', title: { 'zh-CN': '打算怎么用', en: 'How it would be used' } },
    { key: 'who', kind: 'text', title: { 'zh-CN': '联系人', en: 'Contact' }, suggest: 'people' },
    { key: 'due', kind: 'date', title: { 'zh-CN': '计划日期', en: 'Planned for' } },
  ],
}

/** What the feedback forms asked, and how often each mark (5 the best) was given; counted from filled sheets, or written by hand. */
const feedback: RowsField = {
  key: 'feedback', kind: 'rows', ownEditor: true, isPrinted: true, title: { 'zh-CN': '会议评价', en: 'Feedback' },
  columns: [
    { key: 'question', kind: 'text', title: { 'zh-CN': '评价项', en: 'Question' } },
    ...['5', '4', '3', '2', '1'].map((mark) => ({ key: `of${mark}`, kind: 'number' as const, title: { 'zh-CN': `${mark} 分`, en: `Mark ${mark}` } })),
  ],
}

export const meetingType: RecordTypeDefinition = {
  code: 'MT', life: 'event',
  sections: [
    { key: 'notice', title: { 'zh-CN': '通知', en: 'Notice' } },
    { key: 'guide', title: { 'zh-CN': '参会须知', en: 'Guide for participants' } },
    { key: 'summary', title: { 'zh-CN': '总结', en: 'Summary' } },
  ],
  fields: [
    { key: 'host', kind: 'text', title: { 'zh-CN': '主办', en: 'Host' }, suggest: 'units' },
    { key: 'chair', kind: 'text', title: { 'zh-CN': '主持人', en: 'Chair' }, suggest: 'people' },
    agenda, participants, intentions, feedback,
    { key: 'comments', kind: 'longText', title: { 'zh-CN': '意见与建议', en: 'Comments' } },
    { ...outcomes, ownEditor: true, isPrinted: true },
  ],
}
