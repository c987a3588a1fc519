/**
 * Word counts as Word gives them for Chinese text (Review, Word Count: 字数 is 中文字符和朝鲜语单词 plus 非中文单词): each Chinese
 * character and each Chinese mark is one, and so is each run of anything else up to a space or a Chinese character: `3.5%` is one,
 * `110kV母线` three. Dashes, ellipses and curly quotes are Chinese marks, but not the apostrophe inside a word. Korean and kana are
 * counted by character, as LibreOffice does, since without a dictionary there are no words.
 */
export interface WordCount {
  /** 字数. */
  words: number
  /** 字符数（计空格）: without line breaks, each code point once. */
  characters: number
  /** 字符数（不计空格）. */
  withoutSpaces: number
}

const asian = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef\u2014\u2018\u201c\u201d\u2026`
/** U+2019 is an apostrophe between letters, else a quote. */
const apart = new RegExp(String.raw`(?<=\p{L})\u2019(?=\p{L})|(?![${asian}\u2019])\S`, 'u').source
const unit = new RegExp(String.raw`(?!\s)[${asian}]|(?:${apart})+|\u2019`, 'gu')

export const countWords = (text: string): number => text.match(unit)?.length ?? 0

const lineBreak = /[\r\n]/g

export const countText = (text: string): WordCount => {
  const characters = [...text.replace(lineBreak, '')]
  return { words: countWords(text), characters: characters.length, withoutSpaces: characters.filter((character) => !/\s/u.test(character)).length }
}
