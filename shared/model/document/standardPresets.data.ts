/** The presets that are built in. `official` is a formal document after GB/T 9704-2012, `workInstruction` a standard after GB/T 1.1-2020, `plain` what an office would type. */
import type { DocumentPreset, StandardPresetId } from './preset'

export const standardPresets: Readonly<Record<StandardPresetId, DocumentPreset>> = {
  official: {
    id: 'official', name: '', page: { paper: 'A4', top: 37, bottom: 35, left: 28, right: 26 },
    faces: { title: '方正小标宋简体', heading1: '黑体', heading2: '楷体_GB2312', heading3: '仿宋_GB2312', text: '仿宋_GB2312', table: '仿宋_GB2312', page: '宋体', latin: 'Times New Roman' },
    sizes: { title: 22, heading1: 16, heading2: 16, heading3: 16, text: 16, table: 10.5, page: 14 },
    line: { rule: 'exact', points: 28.95 }, firstLine: 2, numbers: 'chinese', boldHeadings: false, pageNumbers: 'outside', accent: '000000', cover: false, contents: false,
  },
  workInstruction: {
    id: 'workInstruction', name: '', page: { paper: 'A4', top: 25, bottom: 22, left: 25, right: 20 },
    faces: { title: '黑体', heading1: '黑体', heading2: '黑体', heading3: '黑体', text: '宋体', table: '宋体', page: '宋体', latin: 'Times New Roman' },
    sizes: { title: 22, heading1: 14, heading2: 12, heading3: 12, text: 12, table: 9, page: 9 },
    line: { rule: 'multiple', times: 1.5 }, firstLine: 2, numbers: 'decimal', boldHeadings: false, pageNumbers: 'ofTotal', accent: '1F4E5F', cover: true, contents: true,
  },
  plain: {
    id: 'plain', name: '', page: { paper: 'A4', top: 25.4, bottom: 25.4, left: 31.8, right: 31.8 },
    faces: { title: '微软雅黑', heading1: '微软雅黑', heading2: '微软雅黑', heading3: '微软雅黑', text: '宋体', table: '宋体', page: '宋体', latin: 'Times New Roman' },
    sizes: { title: 20, heading1: 16, heading2: 14, heading3: 12, text: 12, table: 10.5, page: 10.5 },
    line: { rule: 'multiple', times: 1.5 }, firstLine: 2, numbers: 'none', boldHeadings: true, pageNumbers: 'centre', accent: '0F766E', cover: false, contents: false,
  },
}
