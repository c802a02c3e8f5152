import { isPublic } from '../../oauth/client.ts'
import { codeChallenge, codeVerifier } from '../../oauth/pkce.ts'
import { randomText } from '../../oauth/random.ts'
import { client } from '../../oauth/roles.ts'
import { rfc } from '../../oauth/section.ts'
import type { LocalStep, Setting } from '../flow.ts'
import { asksFor, challengeMethodOf, clientOf } from '../setting.ts'

/** What the client makes before it sends the browser away: state, and nonce and verifier where they are due. */
export const makeSecrets = (setting: Setting): LocalStep => {
  const method = challengeMethodOf(setting)
  const made = ['state', ...(asksFor(setting, 'openid') ? ['nonce'] : []), ...(method ? ['verifier'] : [])]
  return {
    kind: 'local',
    id: 'make',
    by: client,
    action: `Make ${listed(made)}`,
    did: `make ${made.join(', ')}`,
    says: `The client makes values that nobody can guess. state ties the answer to this browser${
      made.includes('nonce') ? ', nonce ties the ID Token to this request' : ''
    }${method ? ', and the verifier proves later that it was this client who asked' : ''}.`,
    section: method ? rfc(7636, '4.1') : rfc(6749, '10.12'),
    work: async (_known, { random }) => {
      const learned: Record<string, string> = { state: randomText(random) }
      // A client on a server ties all of them to the browser, by a session of its own; a script is in the browser.
      if (!isPublic(clientOf(setting))) learned.client_session = randomText(random)
      if (made.includes('nonce')) learned.nonce = randomText(random)
      if (method) {
        learned.code_verifier = codeVerifier(random)
        learned.code_challenge = await codeChallenge(learned.code_verifier, method)
      }
      return { learned, checks: [], done: true }
    },
  }
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
