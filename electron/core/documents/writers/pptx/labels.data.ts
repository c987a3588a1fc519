/** What a PowerPoint file says of its own accord, in each language: names of layouts and placeholders, and what stands in a picture's place. */
import type { Language } from '#shared/model/language'

const zhCN = {
  lang: 'zh-CN', altLang: 'en-US', theme: '良方', cover: '封面', section: '节标题', text: '标题和内容', textPicture: '内容和图片', textWidePicture: '内容和宽图片', textTable: '内容和表格', picture: '图片', table: '表格', chart: '图表', closing: '致谢',
  title: '标题', kicker: '眉题', subtitle: '副标题', lines: '说明', body: '内容', caption: '题注', footer: '页脚', number: '页码', notes: '备注', image: '幻灯片图像', logo: '标志', rule: '线条',
  editTitle: '单击此处编辑母版标题样式', editText: '单击此处编辑母版文本样式', unsupported: '（PowerPoint 不能显示的图片：{name}）', open: '（', close: '）', categories: '指标',
}

export type PptxLabels = Readonly<Record<keyof typeof zhCN, string>>

const en: PptxLabels = {
  lang: 'en-US', altLang: 'zh-CN', theme: 'Liangfang', cover: 'Cover', section: 'Section', text: 'Title and content', textPicture: 'Content and picture', textWidePicture: 'Content and wide picture', textTable: 'Content and table', picture: 'Picture', table: 'Table', chart: 'Chart', closing: 'Closing',
  title: 'Title', kicker: 'Kicker', subtitle: 'Subtitle', lines: 'Lines', body: 'Content', caption: 'Caption', footer: 'Footer', number: 'Slide number', notes: 'Notes', image: 'Slide image', logo: 'Logo', rule: 'Line',
  editTitle: 'Click to edit the title style', editText: 'Click to edit the text style', unsupported: '(Picture that PowerPoint cannot show: {name})', open: ' (', close: ')', categories: 'Indicator',
}

export const pptxLabels: Readonly<Record<Language, PptxLabels>> = { 'zh-CN': zhCN, en }
