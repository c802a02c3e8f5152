import type { ParseHtml } from './page.ts'

/** The page's own reader where there is a DOM, Node's where there is none. */
export const parseHtml: ParseHtml =
  typeof document === 'undefined'
    ? (await import('../node/parse-html.ts')).parseHtml
    : (await import('../app/browser/parse-html.ts')).parseHtml
