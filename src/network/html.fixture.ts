import type { ParseHtml } from './page.ts'

/** DOMParser where there is one, a library where there is none. */
export const parseHtml: ParseHtml =
  typeof DOMParser === 'undefined'
    ? (await import('../node/parse-html.ts')).parseHtml
    : (html) => new DOMParser().parseFromString(html, 'text/html')
