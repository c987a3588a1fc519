/** How high the lines of a face are in sizes of its letters, as Word sets them without a grid; those of a Chinese face are 1.3 times what its file says. */
const heights: Readonly<Record<string, number>> = { 微软雅黑: 1.71, 等线: 1.35, 文泉驿微米黑: 1.17 }

export const faceHeight = (face: string): number => heights[face] ?? 1.3
