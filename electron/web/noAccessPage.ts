/** The page for a browser without a valid cookie: how to get a link, in both languages. */
import texts from './noAccessPage.json'

const article = (language: keyof typeof texts): string => {
  const { title, text, action } = texts[language]
  return `<article lang="${language}"><h1>${title}</h1><p>${text}</p><p>${action}</p><pre>npm start</pre></article>`
}

export const noAccessPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${texts['zh-CN'].title}</title>
<style>
  body { font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; max-width: 36em; margin: 15vh auto; padding: 0 24px }
  h1 { font-size: 20px }
  pre { font: 14px/1.5 ui-monospace, Consolas, monospace; padding: 10px 14px; border: 1px solid; border-radius: 6px; opacity: .8 }
  article + article { margin-top: 40px; opacity: .75 }
</style>
</head>
<body>${article('zh-CN')}${article('en')}</body>
</html>
`
