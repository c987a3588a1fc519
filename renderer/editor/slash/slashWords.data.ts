/** What one may type behind a slash to find an item: its Chinese names, their pinyin and initials, English. No text on screen. */
export const slashWords = {
  section: ['栏目标题', 'lanmubiaoti', 'lmbt', 'section'],
  heading1: ['一级标题', 'yijibiaoti', 'yjbt', 'biaoti', 'bt', 'heading 1', 'h1'],
  heading2: ['二级标题', 'erjibiaoti', 'ejbt', 'biaoti', 'bt', 'heading 2', 'h2'],
  heading3: ['三级标题', 'sanjibiaoti', 'sjbt', 'biaoti', 'bt', 'heading 3', 'h3'],
  bullet: ['项目符号列表', 'xiangmufuhao', 'xmfh', 'liebiao', 'lb', 'bullet list', 'ul'],
  number: ['编号列表', 'bianhao', 'bh', 'liebiao', 'lb', 'numbered list', 'ol'],
  chinese: ['中文编号列表', '一、（一）', 'zhongwenbianhao', 'zwbh', 'bianhao', 'bh', 'liebiao', 'lb', 'chinese numbered list'],
  check: ['核对清单', '待办', 'heduiqingdan', 'hdqd', 'qingdan', 'qd', 'checklist', 'todo'],
  table: ['表格', 'biaoge', 'bg', 'table'],
  picture: ['图片', '插图', 'tupian', 'tp', 'picture', 'image'],
  quote: ['引用', 'yinyong', 'yy', 'quote'],
  note: ['提示框：说明', 'shuoming', 'sm', 'tishikuang', 'tsk', 'callout', 'note'],
  tip: ['提示框：提示', 'tishi', 'ts', 'tishikuang', 'tsk', 'callout', 'tip'],
  warning: ['提示框：注意', 'zhuyi', 'zy', 'tishikuang', 'tsk', 'callout', 'warning'],
  danger: ['提示框：危险', 'weixian', 'wx', 'tishikuang', 'tsk', 'callout', 'danger'],
  divider: ['分隔线', 'fengexian', 'fgx', 'divider', 'hr'],
  footnote: ['脚注', 'jiaozhu', 'jz', 'footnote'],
  link: ['记录链接', '网址', 'jilulianjie', 'jllj', 'lianjie', 'lj', 'link', 'record', 'url'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type SlashItem = keyof typeof slashWords
