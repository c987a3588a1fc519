/** 案例: what happened and what was done, studied. */
import type { RecordTypeDefinition } from './definition'
import { polarity } from './shared.data'

export const caseType: RecordTypeDefinition = {
  code: 'CS', life: 'library', measured: true,
  sections: [
    { key: 'background', title: { 'zh-CN': '背景', en: 'Background' }, required: true },
    { key: 'problem', title: { 'zh-CN': '问题与驱动事件', en: 'Problem and trigger' }, required: true },
    { key: 'causes', title: { 'zh-CN': '原因分析', en: 'Causes' }, required: true },
    { key: 'measures', title: { 'zh-CN': '主要做法', en: 'What was done' }, required: true },
    { key: 'results', title: { 'zh-CN': '成效', en: 'Results' }, required: true },
    { key: 'thinking', title: { 'zh-CN': '管理思想', en: 'Management thinking' }, required: true },
    { key: 'method', title: { 'zh-CN': '管理方法', en: 'Management method' }, required: true },
    { key: 'insights', title: { 'zh-CN': '启示', en: 'Insights' } },
    { key: 'limits', title: { 'zh-CN': '适用条件与局限', en: 'Where it applies, and its limits' } },
  ],
  fields: [
    polarity,
    { key: 'applicability', kind: 'longText', title: { 'zh-CN': '适用范围', en: 'Applicability' } },
    { key: 'promotion', kind: 'longText', title: { 'zh-CN': '推广价值', en: 'Promotion value' } },
  ],
}
