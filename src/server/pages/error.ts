import type { Header, HttpResponse } from '../../http/message.ts'
import { html } from './html.ts'
import { page } from './page.ts'

/** An error that stays here, because there is nobody whom it would be safe to send it to (RFC 6749 4.1.2.1). */
export const errorPage = (
  status: number,
  error: string,
  description: string,
  headers: readonly Header[] = [],
): Promise<HttpResponse> =>
  page(
    status,
    {
      title: 'This request cannot be answered',
      content: html`<p role="alert">${description}</p>
<p>The error code is <code>${error}</code>. Nobody was redirected.</p>`,
    },
    headers,
  )
