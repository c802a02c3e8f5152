import { readFields } from '../../http/form.ts'
import { queryOf } from '../../http/message.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { receivedCheck } from '../facts/received.ts'

/** What these endpoints read from a body; anything else in the URI is the URI's own (RFC 6749 3.2). */
const ofTheBody = new Set(
  [
    'grant_type code redirect_uri code_verifier refresh_token scope username password assertion',
    'client_id client_secret client_assertion client_assertion_type token token_type_hint',
  ].flatMap((names) => names.split(' ')),
)

export const parametersInBody = receivedCheck({
  id: 'parameters-in-body',
  title: 'Parameters are in the body, not in the URI',
  section: rfc(6749, '2.3.1'),
  needs: [],
  judge: ({ request }) => {
    const names = readFields(queryOf(request.target))
      .map(({ name }) => name)
      .filter((name) => ofTheBody.has(name))
    if (names.length === 0) return pass()
    return fail({
      error: 'invalid_request',
      description: 'Parameters must be sent in the request body.',
      expected: 'a URI without parameters of OAuth',
      received: `a query with ${names.join(', ')}`,
      hint: 'URIs are kept in histories and logs, so a secret, a code or a token must never be part of one.',
    })
  },
})
