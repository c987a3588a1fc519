/**
 * What stands in for a face on a machine that lacks it, the likest first. None of them may be bundled; a document names them, so that Word and
 * the preview choose alike. A face that is none of these has the plain ones at the end.
 */
const stands: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong'],
  仿宋_GB2312: ['FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong'],
  仿宋: ['FangSong', '仿宋_GB2312', '华文仿宋', 'STFangsong'],
  楷体_GB2312: ['KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti'],
  楷体: ['KaiTi', '楷体_GB2312', '华文楷体', 'STKaiti'],
  黑体: ['SimHei', '华文黑体', 'STHeiti', '微软雅黑', 'Microsoft YaHei'],
  宋体: ['SimSun', '新宋体', 'NSimSun', '华文宋体', 'STSong'],
  微软雅黑: ['Microsoft YaHei', 'PingFang SC', '黑体', 'SimHei'],
  'Times New Roman': ['Liberation Serif', 'Tinos'],
  Arial: ['Liberation Sans', 'Helvetica'],
}

/** Faces without feet at the ends of their strokes. */
const plainFaces: ReadonlySet<string> = new Set(['黑体', '微软雅黑', 'Arial', 'SimHei', 'Microsoft YaHei'])

export const standInsOf = (face: string): readonly string[] => stands[face] ?? []

/** What a browser falls back to at last. */
export const genericFaceOf = (face: string): 'serif' | 'sans-serif' => (plainFaces.has(face) ? 'sans-serif' : 'serif')
