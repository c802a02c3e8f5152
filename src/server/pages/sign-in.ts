import type { Header, HttpResponse } from '../../http/message.ts'
import type { ClientMetadata } from '../../oauth/client.ts'
import { issuerPath, paths } from '../paths.ts'
import type { InteractionRecord } from '../store.ts'
import { html } from './html.ts'
import { page } from './page.ts'

/** What the two forms have in common: whose they are and what makes their answer believable. */
export interface FormPage {
  readonly issuer: string
  readonly client: ClientMetadata
  /** The id of the interaction, and its record. */
  readonly id: string
  readonly interaction: InteractionRecord
}

/** The form that asks who is there. `wrong` is the user name of a try that failed; it is kept, the password is not. */
export const signInPage = (
  { issuer, client, id, interaction }: FormPage,
  wrong?: string,
  headers: readonly Header[] = [],
): Promise<HttpResponse> =>
  page(
    200,
    {
      title: 'Sign in',
      content: html`<p><strong>${client.client_name}</strong> (<code>${client.client_id}</code>) asks who you are.</p>
${wrong === undefined ? undefined : html`<p role="alert">That user name and password do not belong together.</p>`}
<form method="post" action="${issuerPath(issuer)}${paths.signIn}">
${hiddenFields(id, interaction)}
<label for="username">Username</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${wrong ?? interaction.login_hint ?? ''}">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form>`,
    },
    headers,
  )

export const hiddenFields = (id: string, interaction: InteractionRecord) =>
  html`<input type="hidden" name="interaction" value="${id}">
<input type="hidden" name="csrf" value="${interaction.csrf}">`
