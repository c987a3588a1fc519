/** 交流会: an exchange meeting, from its notice to what came of it. */
import type { RecordTypeDefinition } from './definition'
import { outcomes } from './shared.data'

export const meetingType: RecordTypeDefinition = {
  code: 'MT', life: 'event',
  sections: [
    { key: 'notice', title: { 'zh-CN': '通知', en: 'Notice' } },
    { key: 'guide', title: { 'zh-CN': '参会须知', en: 'Guide for participants' } },
    { key: 'summary', title: { 'zh-CN': '总结', en: 'Summary' } },
  ],
  fields: [
    { key: 'host', kind: 'text', title: { 'zh-CN': '主办', en: 'Host' }, suggest: 'units' },
    {
      key: 'agenda', kind: 'rows', title: { 'zh-CN': '议程', en: 'Agenda' },
      columns: [
        { key: 'time', kind: 'text', title: { 'zh-CN': '时间', en: 'Time' } },
        { key: 'title', kind: 'text', title: { 'zh-CN': '议题', en: 'Item' } },
        { key: 'presenter', kind: 'text', title: { 'zh-CN': '主讲', en: 'Presenter' }, suggest: 'people' },
      ],
    },
    {
      key: 'participants', kind: 'rows', title: { 'zh-CN': '参会人员', en: 'Participants' },
      columns: [
        { key: 'name', kind: 'text', title: { 'zh-CN': '姓名', en: 'Name' }, suggest: 'people' },
        { key: 'unit', kind: 'text', title: { 'zh-CN': '单位', en: 'Unit' }, suggest: 'units' },
        { key: 'group', kind: 'text', title: { 'zh-CN': '分组', en: 'Group' } },
      ],
    },
    outcomes,
  ],
}
