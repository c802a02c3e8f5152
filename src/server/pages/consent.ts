import type { Header, HttpResponse } from '../../http/message.ts'
import { scopeValues } from '../../oauth/scope.ts'
import type { User } from '../configuration.ts'
import { issuerPath, paths } from '../paths.ts'
import { html } from './html.ts'
import { page } from './page.ts'
import { type FormPage, hiddenFields } from './sign-in.ts'

/** The form that asks whether the client may have what it wants (OIDC Core 3.1.2.4). */
export const consentPage = (
  { issuer, client, id, interaction, user }: FormPage & { readonly user: User },
  headers: readonly Header[] = [],
): Promise<HttpResponse> =>
  page(
    200,
    {
      title: `Allow ${client.client_name}?`,
      content: html`<p>You are signed in as <strong>${user.username}</strong>. <strong>${client.client_name}</strong>
(<code>${client.client_id}</code>) asks to:</p>
<ul>
${scopeValues(interaction.scope).map((scope) => html`<li>${meaningOf(scope)} (<code>${scope}</code>)</li>`)}
</ul>
<form method="post" action="${issuerPath(issuer)}${paths.consent}">
${hiddenFields(id, interaction)}
<button type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="deny">Deny</button>
</form>`,
    },
    headers,
  )

/** What a scope value lets the client do, in words that continue "asks to" (OIDC Core 5.4, 11; ours for orders). */
const meanings: ReadonlyMap<string, string> = new Map([
  ['openid', 'know which account is yours'],
  ['profile', 'read your name and profile'],
  ['email', 'read your e-mail address'],
  ['offline_access', 'keep this access while you are away'],
  ['orders:read', 'read your orders'],
  ['orders:write', 'place orders for you'],
])

const meaningOf = (scope: string): string => meanings.get(scope) ?? 'use what this scope covers'
